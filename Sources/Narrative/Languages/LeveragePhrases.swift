internal import Evidence

/// A stock of something and what it was at the beginning of the window.
struct StockChange {
    let before: Fact
    let after: Fact
    let change: Fact
}

/// A law of impact with the share of a move that was forced by it.
struct LawShare {
    let law: Fact
    let share: Fact
}

/// What became of leveraged positions.
protocol LeveragePhrases: Sendable {
    /// What Binance published as liquidated, and by which rule.
    func liquidations(long: Fact, short: Fact, coins: Fact, rule: Fact?) -> Sentence
    /// Open interest in Bitcoin; whether positions were opened while the price fell.
    func positions(_ interest: StockChange, openedInFall: Bool) -> Sentence
    /// Resting bids near the price of Bitcoin.
    func bids(_ bids: StockChange) -> Sentence
    /// How much of a move can have been forced: over all laws of impact, and by each.
    func forced(_ move: Fact, share: Fact, laws: [LawShare], over: Sentence) -> Sentence
    /// That no law is known to hold, and what a range over them means.
    var noLawIsKnown: Sentence { get }
    /// Laws by which too few worlds fit.
    func silentLaws(_ laws: [Fact]) -> Sentence
}
