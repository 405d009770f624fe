internal import Evidence

extension Narrator {
    /// How many assets share a state.
    var breadthSection: Section? {
        guard let known = fact("breadth.known", .own) else { return nil }
        let rows: [[Sentence]] = [
            breadthRow("breadth.above.50", .aboveFifty),
            breadthRow("breadth.above.200", .aboveTwoHundred),
            [phrases.label(.lowestClose), cell(fact("breadth.newLows", .own)), "\(known)"],
            [phrases.label(.highestClose), cell(fact("breadth.newHighs", .own)), "\(known)"],
        ].compactMap { $0 }
        let below: Sentence? = fact("breadth.belowHigh.median", .own).map { phrases.belowHigh($0) }
        return section(
            "breadth", .breadth,
            [
                .table(
                    Table(
                        "breadth", phrases.breadthCaption(observed: known),
                        columns: [words(.state), figures(.shareOrCount), figures(.of)],
                        rows: rows)), .paragraph([below].compactMap { $0 }),
            ])
    }

    private func breadthRow(_ measure: Measure, _ label: CellLabel) -> [Sentence]? {
        fact(measure, .own).map {
            [phrases.label(label), "\($0)", cell(fact(measure.dot("known"), .own))]
        }
    }
}
