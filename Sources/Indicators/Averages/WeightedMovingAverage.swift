/// A mean in which weights fall in equal steps from `period` for the newest value to 1 for the
/// oldest.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: in the unit of the input, within the values of the window; `nil` for the first `period
///   - 1` bars.
/// - Precision: sums are joined, never taken off again, so what has left the window leaves no
///   trace.
/// - Source: the definition.
/// - Checked against: TA-Lib's WMA within 1e-9 relative, `Fixtures/Indicators/wma.csv`.
package struct WeightedMovingAverage: Indicator {
    private let sumOfWeights: Double
    private var window: RollingAggregate<WeightedSum>

    /// An average over `period` values; `period` must be positive.
    package init(period: Int) {
        precondition(period > 0, "an average must span at least one bar")
        sumOfWeights = Double(period) * (Double(period) + 1) / 2
        window = RollingAggregate(period: period)
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Double? {
        guard let sum = window.update(value) else { return nil }
        return (sum.weighted / sumOfWeights).finite
    }
}

/// The plain sum of a stretch, and the sum in which its oldest value weighs 1, the next 2, and so
/// on.
private struct WeightedSum: WindowSummary {
    var count = 1.0
    var plain: Double
    var weighted: Double

    init(_ value: Double) {
        plain = value
        weighted = value
    }

    static func joining(_ older: WeightedSum, _ newer: WeightedSum) -> WeightedSum {
        var sum = newer
        sum.count += older.count
        sum.plain += older.plain
        sum.weighted += older.weighted + older.count * newer.plain
        return sum
    }
}
