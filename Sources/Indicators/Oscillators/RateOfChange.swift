/// The change of a value over `period` bars, as a ratio: 0.05 is a rise of five per cent.
///
/// - Input: any finite values, oldest first, one a bar.
/// - Output: a ratio, at least -1 for prices; `nil` for the first `period` bars.
/// - Flat market: 0. A change from zero is no ratio and gives `nil`. (TA-Lib answers 0.)
/// - Source: the definition.
/// - Checked against: TA-Lib's ROCP within 1e-9, `Fixtures/Indicators/roc.csv`.
package struct RateOfChange: Indicator {
    private var past: Delay<Double>

    /// A change over `period` bars, which must be positive.
    package init(period: Int) {
        past = Delay(by: period)
    }

    /// Takes the next value.
    package mutating func update(_ value: Double) -> Double? {
        guard let past = past.update(value), past != 0 else { return nil }
        return ((value - past) / past).finite
    }
}
