package import Market

/// Lane's slow stochastic: where the close lies in the range of the last `period` bars, smoothed
/// twice.
///
/// - Input: candles, oldest first; reads high, low and close.
/// - Output: both 0...100, no unit; `nil` for the first `period + smoothing + signal - 3` bars.
/// - Zero range: 50, half way. (TA-Lib answers 0, as if the close were the lowest.)
/// - Source: Lane, *Lane's Stochastics*, Stocks & Commodities, 1984; simple means, as there.
/// - Checked against: TA-Lib's STOCH with simple means within 1e-9,
///   `Fixtures/Indicators/stochastic.csv`.
package struct StochasticOscillator: Indicator {
    /// The two figures of a bar.
    package struct Reading: Hashable, Sendable {
        /// Slow %K: the position of the close, averaged over `smoothing` bars.
        package let k: Double
        /// %D: the average of %K over `signal` bars.
        package let d: Double
    }

    private var window: RollingAggregate<PriceExtremes>
    private var smoothing: SimpleMovingAverage
    private var signal: SimpleMovingAverage

    /// The customary 14, 3 and 3; each must be positive. A `smoothing` of 1 gives the fast form.
    package init(period: Int = 14, smoothing: Int = 3, signal: Int = 3) {
        window = RollingAggregate(period: period)
        self.smoothing = SimpleMovingAverage(period: smoothing)
        self.signal = SimpleMovingAverage(period: signal)
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Reading? {
        guard let extremes = window.update(candle),
            let k = smoothing.update(100 * extremes.position(of: candle.close)),
            let d = signal.update(k)
        else { return nil }
        return Reading(k: k, d: d)
    }
}
