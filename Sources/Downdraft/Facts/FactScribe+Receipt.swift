internal import Evidence
internal import Market

extension FactScribe {
    /// The name of a fact's receipt, and how the fact was found.
    mutating func recordReceipt(_ name: String, of fact: Fact) {
        let words = [
            ("name", name), ("fact", fact.id), ("measure", fact.measure.text),
            ("subject", fact.subject.text), ("method", fact.method.description),
            ("standing", fact.standing.rawValue),
        ]
        for (word, text) in words {
            recordText(
                Measure("receipt").dot(word), of: fact.subject, text, .receipt,
                from: fact.provenance)
        }
        record(
            "receipt.inputs", of: fact.subject, Double(fact.provenance.rows.count), .count,
            at: question.asOf, .receipt, from: fact.provenance)
    }

    /// Rows that a fact was made from: which, how many, their digest, their files, and some of them.
    mutating func record(_ input: RowsDigest, _ rows: [String], _ measure: Measure, of fact: Fact) {
        func text(_ name: Measure, _ text: String) {
            recordText(name, of: fact.subject, text, .receipt, from: fact.provenance)
        }
        text(measure, input.rows.readable)
        text(measure.dot("sha256"), input.sha256)
        for (name, count) in [("count", input.count), ("hidden", input.count - rows.count)] {
            record(
                measure.dot(name), of: fact.subject, Double(count), .count, at: question.asOf,
                .receipt, from: fact.provenance)
        }
        for (place, file) in input.files.enumerated() {
            text(measure.dot("file.\(place + 1)"), file.name)
            text(measure.dot("file.\(place + 1).sha256"), file.sha256)
        }
        for (place, row) in rows.enumerated() { text(measure.dot("row.\(place + 1)"), row) }
    }
}
