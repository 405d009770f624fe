public import Evidence
public import Market

extension Narrator {
    /// The receipt of one fact: what it says, how it was found, and what it was made from.
    public func receiptReport(
        of measure: Measure, _ subject: Subject, sources: [Source]
    ) -> Report {
        func receipt(_ name: String) -> Fact? { fact(Measure("receipt").dot(name), subject) }
        let value = book[measure, subject]
        let title: Sentence = receipt("name").map { "Receipt \($0)" } ?? "Receipt"
        let headline: Sentence =
            value.map { value in
                "\(cell(receipt("measure"))) of \(cell(receipt("subject"))) is \(value, .exact)"
            } ?? ""
        return Report(
            title: title, asOf: asOf, window: "24h", headline: headline,
            lead: [method(receipt, value)],
            sections: inputs(receipt), book: book, gaps: [], sources: sources)
    }

    private func method(_ receipt: (String) -> Fact?, _ value: Fact?) -> Sentence {
        let observed: Sentence = value.map { "; it speaks of \(observed: $0, .plain)" } ?? ""
        let seen = value?.observedAt == nil ? "" : observed
        return """
            Found by \(cell(receipt("method"))), \(cell(receipt("standing"))), as of \(asOfFact)\(seen), \
            from \(cell(receipt("inputs"))) selections of rows.
            """
    }

    private func inputs(_ receipt: (String) -> Fact?) -> [Section] {
        var sections: [Section] = []
        while let rows = receipt("input.\(sections.count + 1)") {
            let name = "input.\(sections.count + 1)"
            var words: [Sentence] = [
                "\(cell(receipt(name + ".count"))) rows; digest \(cell(receipt(name + ".sha256")))."
            ]
            var file = 1
            while let path = receipt("\(name).file.\(file)") {
                words.append(
                    "File \(path), digest \(cell(receipt("\(name).file.\(file).sha256"))).")
                file += 1
            }
            var shown: [Sentence] = []
            while let row = receipt("\(name).row.\(shown.count + 1)") { shown.append("\(row)") }
            if let hidden = receipt(name + ".hidden"), (hidden.number ?? 0) > 0 {
                shown.insert("\(hidden) earlier rows are not shown", at: 0)
            }
            sections.append(
                Section(
                    "input-\(sections.count + 1)", "\(rows)",
                    [.items(words)] + (shown.isEmpty ? [] : [.items(shown)])))
        }
        return sections
    }
}
