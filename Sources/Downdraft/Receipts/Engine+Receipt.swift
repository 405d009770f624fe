internal import Evidence
internal import Market
package import Narrative
internal import Store

extension Engine {
    /// The receipt of one fact of a report: what it says, how it was found, and the rows it was made from.
    ///
    /// - Input: `id`, the first digits of a fact's id, four or more; `most`, how many rows of each selection
    ///   are shown.
    /// - Throws: `EngineError.refused` where no fact is called so, or several; `StoreError`.
    package func receipt(_ id: String, in report: Report, showing most: Int) throws -> Report {
        let found = report.book.facts.filter { $0.id.hasPrefix(id) }
        guard id.count >= 4, let fact = found.first else {
            throw EngineError.refused(
                "no fact of that report is called \(id) — 'downdraft facts' lists them")
        }
        guard found.count == 1 else {
            throw EngineError.refused(
                "\(found.count) facts begin with \(id) — write more of its digits")
        }
        let receipts = try receipts(of: report)
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: report.asOf)
        let question = Question(asOf: report.asOf)
        var scribe = FactScribe(question)
        scribe.copy(fact)
        scribe.recordReceipt(receipts.name(of: fact), of: fact)
        for (place, input) in receipts.inputs(of: fact.provenance).enumerated() {
            let rows = try Self.shown(input.rows, most, snapshot)
            scribe.record(input, rows, Measure("receipt.input.\(place + 1)"), of: fact)
        }
        let subject = fact.subject
        let measure = fact.measure
        return narrated(scribe.book, question, report.sources) {
            $0.receiptReport(of: measure, subject, sources: $1)
        }
    }

    private static func shown(
        _ selection: RowSelection, _ most: Int, _ snapshot: StoreSnapshot
    ) throws -> [String] {
        guard let kind = RowKind(rawValue: selection.kind) else { return [] }
        var rows: [String] = []
        var last: [String] = []
        // The latest rows are those that a fact mostly hangs on.
        try snapshot.eachRow(of: selection) { row throws(StoreError) in
            let text = RowText.text(row, of: kind)
            if rows.count < most { rows.append(text) } else { last.append(text) }
            if last.count > most { last.removeFirst() }
        }
        return Array((rows + last).suffix(most))
    }
}
