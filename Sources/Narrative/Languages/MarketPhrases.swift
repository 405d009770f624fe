internal import Evidence

/// Our own index as a sentence tells it.
struct OwnIndexMove {
    let definition: Fact
    let members: Fact
    let supplies: Fact
    let change: Fact
    let cap: Fact
    let coverage: Fact
}

/// How many members of an index went which way.
struct IndexBreadth {
    let members: Fact
    let declining: Fact
    let advancing: Fact?
    let median: Fact
    let mean: Fact?
}

/// What a model of volatility in spells makes of a move.
struct SpellModel {
    let deviations: Fact
    let probability: Fact
    let degrees: Fact
}

/// What draws from a history make of a move; `span` where they are longer than a day.
struct HistoryDraws {
    let probability: Fact
    let draws: Fact
    let blockLength: Fact
    let span: Fact?
}

/// What was measured of the market, its coins, its sectors and its leverage.
protocol MarketPhrases: Sendable {
    /// A phrase: how many days a high was the highest of.
    func highestHigh(days: Fact) -> Sentence
    /// What our own index did.
    func ownIndex(_ index: OwnIndexMove, over: Sentence) -> Sentence
    /// How many members went which way.
    func breadth(_ breadth: IndexBreadth) -> Sentence

    /// A move against the volatility of the days before it.
    func againstVolatility(_ move: Fact, volatility: Fact, deviations: Fact) -> Sentence
    /// How many of the days before went as far the same way, and when the last did.
    func asFar(_ move: Fact, further: Fact, compared: Fact, last: Fact?) -> Sentence
    /// Why no model of volatility in spells was fitted.
    func noSpellModel(_ refusal: Fact) -> Sentence
    /// What a model of volatility in spells makes of the move.
    func spellModel(_ model: SpellModel) -> Sentence
    /// How many draws from the history went as far.
    func draws(_ draws: HistoryDraws) -> Sentence
    /// How often such a day is to be expected by the tail alone.
    func returnPeriod(_ period: Fact) -> Sentence
    /// A phrase: how many days a move is compared with.
    func compared(_ count: Fact, _ window: RankWindow) -> Sentence

    /// A phrase: the coins that a table does not list.
    func otherCoins(_ count: Fact) -> Sentence
    /// What the largest contribution was.
    func largestContribution(_ contribution: Fact) -> Sentence
    /// What is left when all contributions are added up.
    func residual(_ residual: Fact) -> Sentence
    /// The caption of the table of states at the close of a day.
    func breadthCaption(observed: Fact) -> Sentence
    /// How far below its high the asset in the middle stood.
    func belowHigh(_ distance: Fact) -> Sentence

    /// That the sector in focus went furthest of all.
    func furthestSector(_ sector: SectorChange) -> Sentence
    /// Which sector went furthest, where it is not the one in focus, and what that one did.
    func furthestSector(_ first: SectorChange, focus: SectorChange) -> Sentence
    /// What the sector did beyond our own index.
    func excess(_ excess: Fact) -> Sentence
    /// Why the focus is on a sector.
    func focus(on title: Fact, _ group: GroupMove) -> Sentence
    /// The caption of its members, those that went furthest with the market first.
    func members(of title: Fact, fell: Bool) -> Sentence
    /// The caption of its largest contributions.
    func largestContributions(of title: Fact) -> Sentence
    /// What the chart of its members shows.
    func memberBars(of title: Fact, first: Fact) -> Sentence

    /// What changed hands.
    func volume(_ volume: Fact, change: Fact?, over: Sentence) -> Sentence
}

/// The days that a move is ranked among.
enum RankWindow {
    case recent, all, standardized
}
