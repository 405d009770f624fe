/// The mean of the last `period` closes, and so many standard deviations to either side of it.
///
/// - Input: closes, oldest first, one a bar.
/// - Output: in quote currency, `lower <= middle <= upper`; `nil` for the first `period - 1` bars.
///   The lower limit may fall below zero.
/// - Flat market: the three are one.
/// - Source: Bollinger, *Bollinger on Bollinger Bands*, 2001; the population deviation, as there.
/// - Checked against: TA-Lib's BBANDS within 1e-9 relative, `Fixtures/Indicators/bollinger.csv`.
package struct BollingerBands: Indicator {
    private let deviations: Double
    private var window: RollingAggregate<ValueMoments>

    /// Bands over `period` closes, which must be positive, `deviations` wide to either side.
    package init(period: Int = 20, deviations: Double = 2) {
        precondition(deviations >= 0, "a band must not be narrower than its middle")
        self.deviations = deviations
        window = RollingAggregate(period: period)
    }

    /// Takes the next close.
    package mutating func update(_ close: Double) -> PriceBand? {
        guard let moments = window.update(close) else { return nil }
        let reach = deviations * moments.variance.squareRoot()
        return PriceBand(
            upper: moments.mean + reach, middle: moments.mean, lower: moments.mean - reach)
    }
}
