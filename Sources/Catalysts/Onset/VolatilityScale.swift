internal import Series

/// Returns in units of the volatility that was to be expected of them before they were known.
///
/// - Input: logarithmic returns, one a bar; missing bars are passed over, and the estimate stays.
/// - Output: returns over `ExponentialVolatility`, the bars of its seed left out, and those that follow upon
///   a flat market.
/// - No look-ahead: a bar's value does not change with later bars.
/// - Checked against: pandas within 1e-12, `Fixtures/Onset/scales.csv`.
package struct VolatilityScale: Hashable, Sendable {
    /// How much of the variance stays a bar; above zero, below one.
    package let decay: Double
    /// How many returns the first estimate is made of; above zero.
    package let seedBars: Int

    /// A scale with a decay between zero and one, excluded, and a positive seed.
    package init(decay: Double = 0.94, seedBars: Int = 20) {
        precondition(decay > 0 && decay < 1, "a decay lies between zero and one")
        precondition(seedBars > 0, "a seed needs at least one return")
        self.decay = decay
        self.seedBars = seedBars
    }

    /// The scaled returns.
    package func scaled(_ returns: OnsetSeries) -> OnsetSeries {
        var volatility = ExponentialVolatility(decay: decay, seedBars: seedBars)
        var expected: Double?
        return returns.mapped { point in
            defer { expected = volatility.update(point.value) }
            guard let expected, expected > 0 else { return nil }
            return point.value / expected
        }
    }
}
