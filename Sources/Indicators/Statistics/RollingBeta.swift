/// The slope of the value on its benchmark over the last `period` pairs.
///
/// - Input: pairs of finite values, oldest first, one a bar; returns, where a market's beta is
///   meant.
/// - Output: the value's unit per unit of the benchmark; `nil` for the first `period - 1` bars.
/// - Flat market: `nil` while the benchmark stands still. (TA-Lib answers 0.)
/// - Source: Sharpe, *A Simplified Model for Portfolio Analysis*, 1963.
/// - Checked against: the definition in rational numbers within 1e-9 relative,
///   `Fixtures/Indicators/beta.csv`; on returns TA-Lib's BETA, which forms them itself, within
///   1e-7, `Fixtures/Indicators/beta-talib.csv`.
package struct RollingBeta: Indicator {
    private var window: RollingAggregate<PairMoments>

    /// A beta over `period` pairs; `period` must be at least two.
    package init(period: Int) {
        precondition(period > 1, "a beta must span at least two bars")
        window = RollingAggregate(period: period)
    }

    /// Takes the next pair.
    package mutating func update(_ pair: ValuePair) -> Double? {
        guard let moments = window.update(pair), moments.benchmarkSquares > 0,
            moments.benchmarkSquares.isFinite
        else { return nil }
        return (moments.products / moments.benchmarkSquares).finite
    }
}
