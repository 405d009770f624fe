/// How far the last `period` values lie from their mean: the root of the mean square distance.
///
/// The population form, divided by `period`, as in Bollinger's bands.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: in the unit of the input, not negative; `nil` for the first `period - 1` bars.
/// - Flat market: exactly 0.
/// - Precision: moments are joined by Chan's update; see `ValueMoments`.
/// - Source: the definition.
/// - Checked against: TA-Lib's STDDEV within 1e-9 relative, `Fixtures/Indicators/stddev.csv`.
package struct RollingStandardDeviation: Indicator {
    private var window: RollingAggregate<ValueMoments>

    /// A deviation over `period` values; `period` must be positive.
    package init(period: Int) {
        window = RollingAggregate(period: period)
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Double? {
        window.update(value)?.variance.squareRoot().finite
    }
}
