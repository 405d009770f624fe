internal import Series

/// The sum of deviations from the mean, whose largest size says whether and where a level changed.
///
/// `S_k = sum of (x_i - mean), i <= k`; the statistic is `max |S_k| / (s sqrt(n))` with `s` the standard
/// deviation about the mean (over `n - 1`). Without a change it is distributed as the furthest distance of
/// a Brownian bridge from zero: above 1.358 one time in twenty. With few values it is smaller, so that the
/// probability is too large rather than too small.
///
/// Takes linear time.
///
/// - Source: Page, *Continuous Inspection Schemes*, 1954; Ploberger and Krämer, *The CUSUM Test with OLS
///   Residuals*, 1992.
/// - Checked against: numpy and scipy within 1e-12, and the flows of the Nile, 2.9517661 at 28,
///   `Fixtures/Onset/cumulative.csv`.
package struct CumulativeSum: Hashable, Sendable {
    /// How far the sums stray, in standard deviations of a sum; zero or more.
    package let statistic: Double
    /// How many values precede the change, where there was one; the earliest of equals.
    package let changeIndex: Int
    /// The probability of straying as far without a change.
    package let probability: Double

    /// The test of a series, oldest first, with an inflation of its variance where its values hang together.
    ///
    /// - Output: `nil` of fewer than two values, of a flat series, of one that is not finite or beyond
    ///   1e100, and of an inflation below one.
    package init?(_ values: [Double], inflation: Double = 1) {
        guard let deviations = Deviations(values), inflation >= 1, inflation.isFinite else {
            return nil
        }
        var sum = CompensatedSum()
        var (furthest, place) = (-1.0, 0)
        for (index, value) in deviations.values.dropLast().enumerated() {
            sum.add(value)
            if abs(sum.value) > furthest { (furthest, place) = (abs(sum.value), index + 1) }
        }
        let count = Double(values.count)
        let scale = (deviations.squares / (count - 1) * inflation * count).squareRoot()
        statistic = furthest / scale
        changeIndex = place
        probability = KolmogorovDistribution.upper(statistic)
    }
}
