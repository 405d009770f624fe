internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// GARCH(1,1): volatility that comes in spells, fitted by maximum likelihood, with fat tails or
/// without.
///
/// `variance(t) = omega + alpha (return(t - 1) - mean)^2 + beta variance(t - 1)`, and the return is
/// the mean plus a standard deviation times an innovation of unit variance: Student's t, or normal.
/// The variance before the first return is the mean of the first 75 squares with weights that fall
/// by 0.94 each, which is how the Python package `arch` begins.
///
/// - Input: logarithmic returns as ratios, oldest first, one a bar, all before what is to be
///   judged.
/// - Output: variances as squared ratios a bar.
/// - Degenerate case: a typed refusal, see `GarchError`.
/// - Time: some two thousand passes over the returns.
/// - Source: Bollerslev, *Generalized Autoregressive Conditional Heteroskedasticity*, 1986, and *A
///   Conditionally Heteroskedastic Time Series Model for Speculative Prices*, 1987.
/// - Checked against: Python's `arch` on simulated and real series, a likelihood at most 0.001
///   below, `Fixtures/Significance/garch.csv`.
package struct GarchModel: Hashable, Sendable {
    /// What is known of the mean of the returns.
    package enum Mean: String, CaseIterable, Sendable {
        /// It is zero.
        case zero
        /// It is one number, fitted with the rest.
        case constant
    }

    /// The distribution of what volatility does not explain.
    package enum Innovations: String, CaseIterable, Sendable {
        /// Normal.
        case normal
        /// Student's t with degrees of freedom fitted between 2.05 and 500.
        case student
    }

    /// The mean return a bar; zero where it was said to be.
    package let mean: Double
    /// The variance that each bar begins with; above zero.
    package let omega: Double
    /// The weight of the last squared return, zero to one.
    package let alpha: Double
    /// The weight of the last variance, zero to one.
    package let beta: Double
    /// The degrees of freedom of Student's t; `nil` for normal innovations.
    package let degreesOfFreedom: Double?
    /// The logarithm of the likelihood of all returns.
    package let logLikelihood: Double
    /// The variance of each return, as it was to be expected from the returns before it.
    package let conditionalVariances: [Double]
    /// Each return less the mean, in units of its expected standard deviation.
    package let standardizedReturns: [Double]
    /// The variance to be expected of the next return.
    package let nextVariance: Double

    /// Fewer returns than this do not tell volatility in spells from noise.
    package static let minimumReturns = 250
    /// More returns than this are refused: 27 years of days.
    package static let maximumReturns = 10_000

    /// Fits the model.
    package init(
        returns: [Double], mean: Mean = .zero, innovations: Innovations = .student
    ) throws(GarchError) {
        try Self.check(returns)
        guard let likelihood = GarchLikelihood(returns, mean, innovations) else {
            throw .constant
        }
        guard let found = GarchSearch(likelihood).best else { throw .notConverged }
        let parameters = likelihood.inOwnUnits(found)
        self.mean = parameters.mean
        omega = parameters.omega
        alpha = parameters.alpha
        beta = parameters.beta
        degreesOfFreedom = innovations == .student ? parameters.degreesOfFreedom : nil
        logLikelihood = likelihood.logLikelihood(found)
        let variances = likelihood.variances(found)
        conditionalVariances = Array(variances.dropLast())
        nextVariance = variances.last ?? parameters.omega
        standardizedReturns = zip(returns, variances).map { value, variance in
            (value - parameters.mean) / variance.squareRoot()
        }
    }

    private static func check(_ returns: [Double]) throws(GarchError) {
        guard returns.count >= minimumReturns else {
            throw .tooFewReturns(found: returns.count, needed: minimumReturns)
        }
        guard returns.count <= maximumReturns else {
            throw .tooManyReturns(found: returns.count, allowed: maximumReturns)
        }
        if let index = returns.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(index: index)
        }
    }

    /// The share of a shock to variance that is left a bar later, zero to one.
    package var persistence: Double { alpha + beta }

    /// The standard deviation a bar that expectations return to; `nil` where shocks do not fade, a
    /// persistence within a millionth of one.
    package var longRunVolatility: Double? {
        persistence < 1 - 1e-6 ? (omega / (1 - persistence)).squareRoot() : nil
    }

    /// The standard deviation to be expected of the next return.
    package var nextVolatility: Double { nextVariance.squareRoot() }

    /// The variance to be expected of each of the next returns, the nearest first.
    package func forecastVariances(steps: Int) -> [Double] {
        var variance = nextVariance
        return (0..<max(0, steps)).map { _ in
            defer { variance = omega + persistence * variance }
            return variance
        }
    }

    /// The standard deviation to be expected of the sum of the next returns; `nil` of none.
    package func forecastVolatility(overSteps steps: Int) -> Double? {
        steps > 0 ? forecastVariances(steps: steps).compensatedSum.squareRoot() : nil
    }

    /// The next return in units of its expected standard deviation.
    package func deviations(of move: Double) -> Double {
        (move - mean) / nextVolatility
    }

    /// The probability of a next return as far to the same side of the mean, or further; zero to a
    /// half.
    package func probability(asFarAs move: Double) -> Double {
        let distance = -abs(deviations(of: move))
        guard let degreesOfFreedom else { return NormalDistribution.lower(distance) }
        return StudentDistribution.unitVariance(degreesOfFreedom: degreesOfFreedom)?
            .lower(distance) ?? .nan
    }
}
