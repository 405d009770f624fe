/// Three times the exponential average, less three times the average of it, plus the average of
/// that.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: in the unit of the input, not bound to the range of the values; `nil` for the first `3
///   * period - 3` bars.
/// - Seed: each average starts from the simple mean of the first `period` values it is given.
/// - Source: Mulloy, *Smoothing Data with Less Lag*, Stocks & Commodities, 1994.
/// - Checked against: TA-Lib's TEMA within 1e-9 relative, `Fixtures/Indicators/tema.csv`.
package struct TripleExponentialMovingAverage: Indicator {
    private var once: ExponentialMovingAverage
    private var twice: ExponentialMovingAverage
    private var thrice: ExponentialMovingAverage

    /// An average over about `period` values; `period` must be positive.
    package init(period: Int) {
        once = ExponentialMovingAverage(period: period)
        twice = once
        thrice = once
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Double? {
        guard let first = once.update(value), let second = twice.update(first),
            let third = thrice.update(second)
        else { return nil }
        return (3 * first - 3 * second + third).finite
    }
}
