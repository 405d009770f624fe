internal import Digests
internal import Evidence
internal import Market

extension FactScribe {
    /// What a report's file says that its rows do not give.
    mutating func record(_ audit: ReportAudit) {
        recordSeal(audit.seal)
        let counts = [
            ("entries", audit.entries), ("sentences", audit.sentences),
            ("inputs.changed", audit.inputs.count), ("differing", audit.differences.count),
            ("unsupported", audit.unsupported.count),
        ]
        for (name, count) in counts {
            record(
                Measure("audit").dot(name), of: .question, Double(count), .count,
                at: question.asOf, .audit, from: [])
        }
        for (place, input) in audit.inputs.enumerated() {
            let measure = Measure("audit.input.\(place + 1)")
            recordText(measure, of: .question, input.rows, .audit, from: [])
            for (name, count) in [("before", input.before), ("now", input.now)] {
                record(
                    measure.dot(name), of: .question, Double(count), .count, at: question.asOf,
                    .audit, from: [])
            }
        }
        for (place, difference) in audit.differences.enumerated() {
            record(difference, Measure("audit.difference.\(place + 1)"))
        }
        for (place, one) in audit.unsupported.enumerated() {
            let measure = Measure("audit.sentence.\(place + 1)")
            recordText(measure, of: .question, one.sentence.text, .audit, from: [])
            recordText(
                measure.dot("section"), of: .question, one.sentence.section, .audit, from: [])
            recordText(measure.dot("cause"), of: .question, one.cause.rawValue, .audit, from: [])
        }
    }

    private mutating func recordSeal(_ seal: DocumentSeal.State) {
        let (word, key): (String, String?) =
            switch seal {
            case .absent: ("absent", nil)
            case .broken: ("broken", nil)
            case .intact(let key): ("intact", key)
            }
        recordText("audit.seal", of: .question, word, .audit, from: [])
        if let key { recordText("audit.key", of: .question, key, .audit, from: []) }
    }

    private mutating func record(_ difference: ReportAudit.Difference, _ measure: Measure) {
        let words = [
            ("measure", difference.measure), ("subject", difference.subject),
            ("cause", difference.cause.rawValue), ("stated", difference.stated),
            ("found", difference.found), ("rows", difference.rows.joined(separator: "; ")),
        ]
        for (name, text) in words where !text.isEmpty {
            recordText(measure.dot(name), of: .question, text, .audit, from: [])
        }
    }
}
