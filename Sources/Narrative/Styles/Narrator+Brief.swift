internal import Evidence
internal import Market

extension Narrator {
    /// The answer in three sentences, whatever is missing: what moved and how far; what was measured of it; what the
    /// test of causes says. The first is the headline.
    func brief(window spelled: String, sources: [Source]) -> Report {
        Report(
            title: phrases.question(asOf: asOfFact), asOf: asOf, window: spelled,
            headline: briefMove, lead: [briefMeasures, causeSentence ?? phrases.noCauseTested],
            sections: [], book: book, gaps: gaps, sources: sources, language: language,
            style: .brief)
    }

    private var briefMove: Sentence {
        guard let change = marketChange, change.number != nil else {
            return phrases.briefUnknown(asOf: asOfFact)
        }
        return phrases.briefMove(
            change, over: overWindow, to: fact(.cap, .total), asOf: asOfFact, exposedChange)
    }

    private var briefMeasures: Sentence {
        let chart = shorterAverage.map {
            phrases.briefChart(
                distance: $0.distance, $0.average, strength: fact(.relativeStrength(14), .total))
        }
        let clauses = [
            coinShares.map {
                phrases.briefCoins(bitcoin: $0.bitcoin, ether: $0.ether, of: $0.own)
            },
            bitcoinLiquidations.map { phrases.briefLiquidations(long: $0.long, short: $0.short) },
            chart, gaps.contains { $0.severity == .thin } ? phrases.briefThin : nil,
        ]
        return phrases.briefMeasures(clauses.compactMap { $0 })
    }
}
