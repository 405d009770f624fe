/// Twice the exponential average less the exponential average of that: most of the lag taken out.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: in the unit of the input, not bound to the range of the values; `nil` for the first
///   `2 * period - 2` bars.
/// - Seed: each average starts from the simple mean of the first `period` values it is given.
/// - Source: Mulloy, *Smoothing Data with Faster Moving Averages*, Stocks & Commodities, 1994.
/// - Checked against: TA-Lib's DEMA within 1e-9 relative, `Fixtures/Indicators/dema.csv`.
package struct DoubleExponentialMovingAverage: Indicator {
    private var once: ExponentialMovingAverage
    private var twice: ExponentialMovingAverage

    /// An average over about `period` values; `period` must be positive.
    package init(period: Int) {
        once = ExponentialMovingAverage(period: period)
        twice = once
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Double? {
        guard let first = once.update(value), let second = twice.update(first) else { return nil }
        return (2 * first - second).finite
    }
}
