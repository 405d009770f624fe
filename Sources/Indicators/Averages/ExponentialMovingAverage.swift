/// A mean in which each value weighs less the older it is: `2 / (period + 1)` for the newest.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: in the unit of the input; `nil` for the first `period - 1` bars.
/// - Seed: the simple mean of the first `period` values.
/// - Source: Appel, *The Moving Average Convergence-Divergence Trading Method*, 1979; seed as in
///   TA-Lib.
/// - Checked against: TA-Lib's EMA within 1e-9 relative, `Fixtures/Indicators/ema.csv`.
package struct ExponentialMovingAverage: Indicator {
    private var average: SeededAverage

    /// An average over about `period` values; `period` must be positive.
    package init(period: Int) {
        average = SeededAverage(period: period, weightOfNewest: 2 / (Double(period) + 1))
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Double? {
        average.update(value)
    }

    /// The fold, compiled for this type.
    package consuming func outputs(for values: [Double]) -> [Double?] {
        folded(over: values)
    }
}
