internal import Series
internal import Significance

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Whether one method's losses differ from another's by more than chance, where forecasts overlap in time.
///
/// - Input: the losses of both at the same times, in their order; how many lags of their difference may be
///   correlated, at least one less than the horizon in steps.
/// - Statistic: the mean difference over its standard error, whose variance is the sum of autocovariances with
///   weights that fall on a line (Bartlett's).
/// - Degenerate case: `nil` with fewer than ten times, for unequal counts, losses that are not finite, or
///   differences that are all alike.
/// - Source: Diebold and Mariano, *Comparing Predictive Accuracy*, 1995; Newey and West, *A Simple, Positive
///   Semi-Definite Covariance Matrix*, 1987.
/// - Checked against: `statsmodels` with HAC errors, relative 1e-9, `Fixtures/Outlook/comparisons.csv`.
package struct ForecastComparison: Hashable, Codable, Sendable {
    /// The mean of the first method's loss less the second's: below zero where the first is better.
    package let meanDifference: Double
    /// The standard error of that.
    package let standardError: Double
    /// How many lags were allowed for.
    package let lags: Int

    /// The mean difference in standard errors.
    package var statistic: Double { meanDifference / standardError }
    /// The probability of one as far from zero to either side, if the methods were equally good.
    package var probability: Double { 2 * NormalDistribution.lower(-abs(statistic)) }

    /// Compares losses.
    package init?(_ losses: [Double], _ others: [Double], lags: Int) {
        guard losses.count >= 10, losses.count == others.count, lags >= 0,
            lags < losses.count
        else { return nil }
        let differences = zip(losses, others).map { $0 - $1 }
        guard differences.allSatisfy(\.isFinite) else { return nil }
        let count = Double(differences.count)
        let mean = differences.compensatedSum / count
        let errors = differences.map { $0 - mean }
        var variance = CompensatedSum()
        for lag in 0...lags {
            let products = zip(errors, errors.dropFirst(lag)).map { $0 * $1 }
            let weight = lag == 0 ? 1 : 2 * (1 - Double(lag) / Double(lags + 1))
            variance.add(weight * products.compensatedSum / count)
        }
        guard variance.value > 0, variance.value.isFinite else { return nil }
        meanDifference = mean
        standardError = (variance.value / count).squareRoot()
        self.lags = lags
    }

    /// The lags for so many times of forecasts over a horizon: one less than the horizon, and no fewer than the
    /// usual rule of Newey and West has it.
    package static func usualLags(count: Int, horizon: Int) -> Int {
        let rule = Int(4 * pow(Double(max(count, 1)) / 100, 2.0 / 9))
        return min(max(horizon - 1, rule), max(0, count - 1))
    }
}
