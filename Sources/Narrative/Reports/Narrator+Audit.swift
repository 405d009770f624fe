internal import Evidence
internal import Market

extension Narrator {
    /// Whether a report's file says what its rows give.
    public func auditReport() -> Report {
        Report(
            title: "Does the report hold? As of \(asOfFact)", asOf: asOf, window: "24h",
            headline: auditHeadline, lead: [sealSentence],
            sections: [changedRows, differingFacts, unsupportedSentences].compactMap { $0 },
            book: book, gaps: [], sources: [])
    }

    private func audit(_ name: String) -> Fact? { fact(Measure("audit").dot(name), .question) }

    private func isSome(_ name: String) -> Bool { (audit(name)?.number ?? 0) > 0 }

    private var auditHeadline: Sentence {
        guard let entries = audit("entries"), let sentences = audit("sentences"),
            let differing = audit("differing"), let unsupported = audit("unsupported")
        else { return "Nothing was compared" }
        guard isSome("differing") || isSome("unsupported") else {
            return isSome("inputs.changed")
                ? "Rows have changed, and none of the \(entries) facts with them"
                : "Recomputed from the rows, all \(entries) facts and \(sentences) sentences are the same"
        }
        return """
            \(differing) of \(entries) facts are not what the rows give now, \
            and \(unsupported) of \(sentences) sentences do not follow from them
            """
    }

    private var sealSentence: Sentence {
        guard case .text(let word)? = audit("seal")?.value else { return "" }
        switch word {
        case "intact":
            guard let key = audit("key") else {
                return "The file is, byte for byte, as it was written; nobody signed it."
            }
            return "The file is, byte for byte, as it was written, and signed with the key \(key)."
        case "broken": return "The file is not as it was written: its seal is broken."
        default: return "The file has no seal, so nothing says whether it is as it was written."
        }
    }

    private var changedRows: Section? {
        let rows = numbered("audit.input") { name -> [Sentence] in
            [cell(audit(name)), cell(audit(name + ".before")), cell(audit(name + ".now"))]
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "changed-rows", "Rows that are not what they were",
            columns: [.words("Rows"), .numbers("Then"), .numbers("Now")], rows: rows)
        return Section("changed-rows", "What changed in the store", [.table(table)])
    }

    private var differingFacts: Section? {
        let rows = numbered("audit.difference", "measure") { name -> [Sentence] in
            ["measure", "subject", "stated", "found", "cause"].map { cell(audit("\(name).\($0)")) }
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "differing-facts", "Facts that the rows do not give now",
            columns: [
                .words("Measure"), .words("Of"), .numbers("The file says"),
                .numbers("The rows say"),
                .words("Why"),
            ], rows: rows)
        return Section("differing-facts", "Facts that differ", [.table(table)])
    }

    private var unsupportedSentences: Section? {
        let rows = numbered("audit.sentence") { name -> [Sentence] in
            [cell(audit(name + ".section")), cell(audit(name)), cell(audit(name + ".cause"))]
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "unsupported-sentences", "Sentences and cells of the file that do not follow now",
            columns: [.words("Where"), .words("Sentence"), .words("Why")], rows: rows)
        return Section("unsupported-sentences", "Sentences that depend on it", [.table(table)])
    }

    /// What is made of each of a run of numbered measures, as far as it goes.
    private func numbered(
        _ stem: String, _ last: String? = nil, _ make: (String) -> [Sentence]
    ) -> [[Sentence]] {
        var rows: [[Sentence]] = []
        while true {
            let full = Measure("\(stem).\(rows.count + 1)")
            guard fact(last.map { full.dot($0) } ?? full, .question) != nil else { return rows }
            rows.append(make(String(full.text.dropFirst("audit.".count))))
        }
    }
}
