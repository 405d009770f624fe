internal import Market

/// The highest high and the lowest low of a stretch of bars.
struct PriceExtremes: WindowSummary {
    let highest: Double
    let lowest: Double

    init(_ candle: Candle) {
        self.init(highest: candle.high, lowest: candle.low)
    }

    private init(highest: Double, lowest: Double) {
        self.highest = highest
        self.lowest = lowest
    }

    static func joining(_ older: PriceExtremes, _ newer: PriceExtremes) -> PriceExtremes {
        PriceExtremes(
            highest: max(older.highest, newer.highest), lowest: min(older.lowest, newer.lowest))
    }

    /// Half way between the two.
    var middle: Double { (highest + lowest) / 2 }

    /// Where a price lies between the lowest, 0, and the highest, 1; half way where they are one.
    func position(of price: Double) -> Double {
        highest > lowest ? (price - lowest) / (highest - lowest) : 0.5
    }
}
