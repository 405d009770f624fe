internal import Series

/// How many times more the mean of a series varies than that of as many independent values.
///
/// Of a first-order autoregression with coefficient `r` it is `(1 + r) / (1 - r)`. A series with an
/// inflation of three tells no more about its level than a third of its values would.
///
/// - Source: Bartlett, *Some Aspects of the Time-Correlation Problem*, 1935.
/// - Checked against: `statsmodels.tsa.stattools.acf` within 1e-12, `Fixtures/Onset/posteriors.csv`.
package enum SerialInflation {
    /// The coefficient is taken as no larger: beyond, a change of level and a drift look alike.
    package static let largestCoefficient = 0.9

    /// The inflation of deviations from their own level, whose mean is zero; from 1 to 19.
    ///
    /// A negative coefficient counts as none, so that no certainty is gained by bounces. One of fewer
    /// than three values, and of a flat series.
    package static func factor(of deviations: some Collection<Double>) -> Double {
        guard deviations.count > 2 else { return 1 }
        let power = deviations.lazy.map { $0 * $0 }.compensatedSum
        guard power > 0, power.isFinite else { return 1 }
        let lagged = zip(deviations, deviations.dropFirst()).lazy.map { $0 * $1 }.compensatedSum
        let coefficient = min(max(lagged / power, 0), largestCoefficient)
        return (1 + coefficient) / (1 - coefficient)
    }
}
