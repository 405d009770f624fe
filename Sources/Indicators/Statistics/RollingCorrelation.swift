/// Pearson's correlation of the last `period` pairs of values.
///
/// - Input: pairs of finite values, oldest first, one a bar; returns, where co-movement is meant.
/// - Output: -1...1, no unit; `nil` for the first `period - 1` bars.
/// - Flat market: `nil` while either of the two stands still. (TA-Lib answers 0.)
/// - Source: Pearson, *Notes on Regression and Inheritance in the Case of Two Parents*, 1895.
/// - Checked against: TA-Lib's CORREL within 1e-9, `Fixtures/Indicators/correlation.csv`.
package struct RollingCorrelation: Indicator {
    private var window: RollingAggregate<PairMoments>

    /// A correlation over `period` pairs; `period` must be at least two.
    package init(period: Int) {
        precondition(period > 1, "a correlation must span at least two bars")
        window = RollingAggregate(period: period)
    }

    /// Takes the next pair.
    package mutating func update(_ pair: ValuePair) -> Double? {
        guard let moments = window.update(pair), moments.valueSquares > 0,
            moments.benchmarkSquares > 0
        else { return nil }
        // Root by root: the product of the two sums may exceed what a number holds.
        let spread = moments.valueSquares.squareRoot()
        let benchmarkSpread = moments.benchmarkSquares.squareRoot()
        guard spread.isFinite, benchmarkSpread.isFinite else { return nil }
        return min(1, max(-1, moments.products / spread / benchmarkSpread))
    }
}
