internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Whether residuals are independent and exponential with mean one, as they are where a model of events
/// holds.
///
/// The probabilities are those of residuals of a model that was not fitted to the same events; after a
/// fit they are too large, so a small one counts and a large one says little.
///
/// - Degenerate case: `nil` of fewer than 20 residuals, or where all are alike.
/// - Source: Kolmogorov's limit with the correction of Stephens, *EDF Statistics for Goodness of
///   Fit*, 1974; Ljung and Box, *On a Measure of Lack of Fit in Time Series Models*, 1978.
/// - Checked against: scipy, `Fixtures/Cascades/hawkes.csv` and `quantiles.csv`.
package struct ResidualTest: Hashable, Sendable {
    /// Over how many lags residuals are compared with themselves.
    package static let lags = 10

    /// The largest distance between the residuals' distribution and the exponential one.
    package let distance: Double
    /// How likely a distance as large is.
    package let distanceProbability: Double
    /// Ljung and Box's statistic over ten lags.
    package let dependence: Double
    /// How likely a statistic as large is.
    package let dependenceProbability: Double

    /// Tests residuals in the order of their events.
    package init?(_ residuals: [Double]) {
        guard residuals.count >= 20, residuals.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
            return nil
        }
        let count = Double(residuals.count)
        distance =
            residuals.sorted().enumerated().map { place, value in
                let expected = -expm1(-value)
                return max(
                    expected - Double(place) / count, Double(place + 1) / count - expected)
            }
            .max() ?? 0
        let root = count.squareRoot()
        distanceProbability = Self.kolmogorovTail((root + 0.12 + 0.11 / root) * distance)
        let mean = residuals.compensatedSum / count
        let centred = residuals.map { $0 - mean }
        let square = centred.map { $0 * $0 }.compensatedSum
        guard square > 0 else { return nil }
        dependence =
            count * (count + 2)
            * (1...Self.lags).map { lag in
                let product = zip(centred.dropFirst(lag), centred).map { $0 * $1 }.compensatedSum
                return product * product / (square * square) / (count - Double(lag))
            }
            .reduce(0, +)
        dependenceProbability = IncompleteGamma.upper(Double(Self.lags) / 2, dependence / 2)
    }

    /// The probability that the limit of `sqrt(n) D` is larger.
    static func kolmogorovTail(_ value: Double) -> Double {
        guard value > 0 else { return 1 }
        guard value > 1 else {
            let step = Double.pi * Double.pi / (8 * value * value)
            let sum = [1.0, 9, 25, 49].reduce(0) { $0 + exp(-$1 * step) }
            return 1 - (2 * Double.pi).squareRoot() / value * sum
        }
        return 2
            * (1...6).reduce(0) { sum, term in
                let sign = term % 2 == 1 ? 1.0 : -1
                return sum + sign * exp(-2 * Double(term * term) * value * value)
            }
    }
}
