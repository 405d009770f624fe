internal import Evidence

/// A stock of something and what it was at the beginning of the window.
struct StockChange {
    let before: Fact
    let after: Fact
    let change: Fact
}

/// What became of leveraged positions.
protocol LeveragePhrases: Sendable {
    /// What Binance published as liquidated, and by which rule.
    func liquidations(long: Fact, short: Fact, coins: Fact, rule: Fact?) -> Sentence
    /// Open interest in Bitcoin; whether positions were opened while the price fell.
    func positions(_ interest: StockChange, openedInFall: Bool) -> Sentence
    /// Resting bids near the price of Bitcoin.
    func bids(_ bids: StockChange) -> Sentence
}
