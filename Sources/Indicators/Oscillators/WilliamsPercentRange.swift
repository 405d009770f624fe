package import Market

/// Williams' %R: how far the close lies below the highest high of the last `period` bars.
///
/// - Input: candles, oldest first; reads high, low and close.
/// - Output: -100...0, no unit; `nil` for the first `period - 1` bars.
/// - Zero range: -50, half way. (TA-Lib answers 0, as if the close were the highest.)
/// - Source: Williams, *How I Made One Million Dollars Last Year Trading Commodities*, 1973.
/// - Checked against: TA-Lib's WILLR within 1e-9, `Fixtures/Indicators/williams-r.csv`.
package struct WilliamsPercentRange: Indicator {
    private var window: RollingAggregate<PriceExtremes>

    /// A range over `period` bars; `period` must be positive.
    package init(period: Int = 14) {
        window = RollingAggregate(period: period)
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Double? {
        guard let extremes = window.update(candle) else { return nil }
        return (100 * (extremes.position(of: candle.close) - 1)).finite
    }
}
