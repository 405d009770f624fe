package import Market

/// The exponential average of the close, and so many average true ranges to either side of it.
///
/// - Input: candles, oldest first; reads high, low and close.
/// - Output: in quote currency, `lower <= middle <= upper`; `nil` until both averages are known,
///   which is for the first `max(period - 1, rangePeriod)` bars.
/// - Seed: those of `ExponentialMovingAverage` and `AverageTrueRange`.
/// - Flat market: the three are one.
/// - Source: Keltner, *How to Make Money in Commodities*, 1960, in Raschke's form: an exponential
///   average of closes and Wilder's range, where Keltner took simple means of typical price and of
///   high less low.
/// - Checked against: TA-Lib's EMA and ATR put together within 1e-9 relative,
///   `Fixtures/Indicators/keltner.csv`.
package struct KeltnerChannel: Indicator {
    private let multiplier: Double
    private var average: ExponentialMovingAverage
    private var range: AverageTrueRange

    /// A channel `multiplier` ranges wide to either side; both periods must be positive.
    package init(period: Int = 20, rangePeriod: Int = 10, multiplier: Double = 2) {
        precondition(multiplier >= 0, "a band must not be narrower than its middle")
        self.multiplier = multiplier
        average = ExponentialMovingAverage(period: period)
        range = AverageTrueRange(period: rangePeriod)
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> PriceBand? {
        let middle = average.update(candle.close)
        let range = range.update(candle)  // Both must advance before either is judged.
        guard let middle, let range else { return nil }
        let reach = multiplier * range
        return PriceBand(upper: middle + reach, middle: middle, lower: middle - reach)
    }
}
