internal import Evidence

/// A sector and what it did, with its title.
struct SectorChange {
    let title: Fact
    let change: Fact
}

/// A group of a sector and how far it went beyond what its beta explains, with its title.
struct GroupMove {
    let title: Fact
    let abnormal: Fact
}

/// The question, the headline and the lead.
protocol AnswerPhrases: Sendable {
    /// The question, as of an instant.
    func question(asOf: Fact) -> Sentence
    /// A phrase: over which time, such as `in 24 h`; since midnight where there is no span.
    func over(_ span: Fact?) -> Sentence
    /// A phrase: what a change did, in the past, such as `fell 6.71 %`.
    func moved(_ change: Fact) -> Sentence
    /// The headline, without its full stop.
    func headline(_ change: Fact, over: Sentence, to level: Fact?, _ sector: SectorChange?)
        -> Sentence
    /// The headline where nothing measures the whole market.
    var noHeadline: Sentence { get }
    /// Where the market stood, and how far it went in a day and since midnight.
    func level(_ cap: Fact, day: Fact?, sinceMidnight: Fact?) -> Sentence
    /// What the two largest coins made of the change of the index.
    func largestCoins(bitcoin: Fact, ether: Fact, of own: Fact) -> Sentence
    /// What the sector in focus did, and the group of it that went furthest beyond beta.
    func sectorMove(_ sector: SectorChange, _ group: GroupMove?) -> Sentence
    /// What was liquidated of Bitcoin on Binance.
    func bitcoinLiquidations(long: Fact, short: Fact) -> Sentence
    /// Where the index stands to an average, and what relative strength reads.
    func averageAndStrength(distance: Fact, _ average: Fact, strength: Fact?) -> Sentence
    /// That no cause was tested.
    var noCauseTested: Sentence { get }
    /// Which word rose in the headlines before the turn.
    func risingTerm(_ term: Fact, before count: Fact, turn: Fact) -> Sentence
}
