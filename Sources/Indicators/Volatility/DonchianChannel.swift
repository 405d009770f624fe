package import Market

/// The highest high and the lowest low of the last `period` bars, this one included.
///
/// As this bar is part of it, no close lies beyond the channel; a break is a close beyond the
/// channel of the bar before.
///
/// - Input: candles, oldest first; reads high and low.
/// - Output: in quote currency, the middle half way; `nil` for the first `period - 1` bars.
/// - Flat market: the three are one.
/// - Source: Donchian, *High Finance in Copper*, Financial Analysts Journal, 1960.
/// - Checked against: TA-Lib's MAX and MIN, exactly, `Fixtures/Indicators/donchian.csv`.
package struct DonchianChannel: Indicator {
    private var window: RollingAggregate<PriceExtremes>

    /// A channel over `period` bars; `period` must be positive.
    package init(period: Int = 20) {
        window = RollingAggregate(period: period)
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> PriceBand? {
        guard let extremes = window.update(candle) else { return nil }
        return PriceBand(
            upper: extremes.highest, middle: extremes.middle, lower: extremes.lowest)
    }
}
