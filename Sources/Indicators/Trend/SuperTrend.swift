package import Market

/// A stop so many average true ranges from the middle of the bar, which only tightens until it is
/// crossed.
///
/// - Input: candles, oldest first; reads high, low and close.
/// - Output: in quote currency; `nil` for the first `period` bars.
/// - Seed: the trend counts as falling at the first bar, until a close lies above the stop.
/// - Flat market: the stop is the price, the trend the one of the bar before.
/// - Source: Seban, *Tout le monde mérite d'être riche*, 2009, on Wilder's range.
/// - Checked against: a definition in Python over TA-Lib's ATR within 1e-9 relative,
///   `Fixtures/Indicators/supertrend.csv`.
package struct SuperTrend: Indicator {
    private let multiplier: Double
    private var range: AverageTrueRange
    private var upper = Double.infinity
    private var lower = -Double.infinity
    private var isRising = false
    private var previousClose: Double?

    /// A stop `multiplier` ranges away; `period` must be positive.
    package init(period: Int = 10, multiplier: Double = 3) {
        precondition(multiplier >= 0, "a stop must not stand beyond the market")
        self.multiplier = multiplier
        range = AverageTrueRange(period: period)
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> TrailingStop? {
        let before = previousClose
        previousClose = candle.close
        guard let range = range.update(candle), let before else { return nil }
        let middle = (candle.high + candle.low) / 2
        let reach = multiplier * range
        // A limit only tightens, unless the close before already lay beyond it.
        upper = before > upper ? middle + reach : min(upper, middle + reach)
        lower = before < lower ? middle - reach : max(lower, middle - reach)
        isRising = isRising ? candle.close >= lower : candle.close > upper
        return TrailingStop(price: isRising ? lower : upper, isRising: isRising)
    }
}
