/// The mean of the last `period` values.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: in the unit of the input; `nil` for the first `period - 1` bars.
/// - Precision: values are added, compensated, and never taken off again, so what has left the
///   window leaves no trace.
/// - Source: the definition.
/// - Checked against: TA-Lib's SMA within 1e-9 relative, `Fixtures/Indicators/sma.csv`.
package struct SimpleMovingAverage: Indicator {
    private let period: Double
    private var window: RollingAggregate<WindowSum>

    /// An average over `period` values; `period` must be positive.
    package init(period: Int) {
        precondition(period > 0, "an average must span at least one bar")
        self.period = Double(period)
        window = RollingAggregate(period: period)
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Double? {
        guard let sum = window.update(value) else { return nil }
        return (sum.value / period).finite
    }

    /// The fold, compiled for this type.
    package consuming func outputs(for values: [Double]) -> [Double?] {
        folded(over: values)
    }
}
