internal import Evidence
internal import Market

/// What only the short styles say.
protocol ThreadPhrases: Sendable {
    /// A phrase: the moment that a post speaks of, before what it says.
    func opening(asOf: Fact) -> Sentence
    /// What moved and how far, in one sentence with its full stop.
    func briefMove(
        _ change: Fact, over: Sentence, to level: Fact?, asOf: Fact, _ sector: SectorChange?
    ) -> Sentence
    /// The same where nothing measures the whole market.
    func briefUnknown(asOf: Fact) -> Sentence
    /// Clauses of one sentence: what coins made of it, what was liquidated, where the chart stands.
    func briefCoins(bitcoin: Fact, ether: Fact, of own: Fact) -> Sentence
    func briefLiquidations(long: Fact, short: Fact) -> Sentence
    func briefChart(distance: Fact, _ average: Fact, strength: Fact?) -> Sentence
    /// A clause: something the answer leans on is missing.
    var briefThin: Sentence { get }
    /// Clauses made into one sentence; there may be none.
    func briefMeasures(_ clauses: [Sentence]) -> Sentence
    /// What is missing, by its short names; there may be none.
    func missing(_ gaps: [Sentence], isCut: Bool) -> Sentence
    /// Where the numbers are from; there is at least one source.
    func origins(_ sources: [Source], isCut: Bool) -> Sentence
}
