internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The far end of a distribution, from the largest values alone: how often more than was ever seen
/// is to be expected.
///
/// Beyond a high threshold, exceedances follow a generalised Pareto distribution whatever the
/// values' own is: `P(more than y) = (1 + shape y / scale)^(-1 / shape)`. Shape and scale are the
/// most likely ones.
///
/// - Input: numbers of which large means far, in any unit: for falls, the returns with their sign
///   turned. In units of expected volatility they are closer to independent, which the count of
///   years assumes.
/// - Degenerate case: `nil` with fewer than `minimumExceedances` values beyond the threshold, where
///   they are all alike or not finite, or where the search does not settle.
/// - Source: Pickands, *Statistical Inference Using Extreme Order Statistics*, 1975; McNeil and
///   Frey, *Estimation of Tail-Related Risk Measures for Heteroscedastic Financial Time Series*,
///   2000.
/// - Checked against: `scipy.stats.genpareto`, `Fixtures/Significance/pareto.csv`.
package struct ParetoTail: Hashable, Sendable {
    /// The value beyond which the tail begins: the largest that is not in it.
    package let threshold: Double
    /// How many values lie in the tail.
    package let exceedances: Int
    /// How many values there were.
    package let count: Int
    /// How heavy the tail is: zero for an exponential one, below zero for one that ends; above
    /// -0.5.
    package let shape: Double
    /// The size of an exceedance, above zero.
    package let scale: Double
    /// The logarithm of the likelihood of the exceedances.
    package let logLikelihood: Double

    /// Fewer values in the tail than this are not fitted.
    package static let minimumExceedances = 20

    /// Fits the tail that holds a share of the values, rounded down, above zero and at most a half.
    package init?(of values: [Double], share: Double = 0.1) {
        guard share > 0, share <= 0.5, values.allSatisfy({ $0.isFinite }) else { return nil }
        let size = Int(Double(values.count) * share)
        guard size >= Self.minimumExceedances else { return nil }
        let ordered = values.sorted(by: >)
        let threshold = ordered[size]
        let beyond = ordered.prefix(size).map { $0 - threshold }
        let mean = beyond.compensatedSum / Double(size)
        guard mean > 0, mean.isFinite, beyond.first != beyond.last,
            let fit = Self.fit(beyond.map { $0 / mean })
        else { return nil }
        self.threshold = threshold
        exceedances = size
        count = values.count
        shape = fit.shape
        scale = fit.scale * mean
        logLikelihood = fit.logLikelihood - Double(size) * log(mean)
    }

    /// The probability of more than a value, zero to the share of the tail; `nil` below the
    /// threshold, where the tail says nothing.
    package func probability(beyond value: Double) -> Double? {
        guard value >= threshold else { return nil }
        let share = Double(exceedances) / Double(count)
        let distance = (value - threshold) / scale
        guard abs(shape) > 1e-9 else { return share * exp(-distance) }
        let base = 1 + shape * distance
        return base > 0 ? share * exp(-log(base) / shape) : 0
    }

    /// How many bars pass on average until one goes beyond a value; `nil` below the threshold,
    /// infinite beyond the end of a tail that ends.
    package func returnPeriod(of value: Double) -> Double? {
        probability(beyond: value).map { 1 / $0 }
    }

    /// The most likely shape and scale of exceedances with a mean of one.
    private static func fit(
        _ beyond: [Double]
    ) -> (shape: Double, scale: Double, logLikelihood: Double)? {
        let height = { (point: [Double]) in -logLikelihood(beyond, point[1], exp(point[0])) }
        var best = NelderMead.Corner(point: [0, 0.1], value: .infinity)
        var isSettled = false
        for round in 0..<6 where !isSettled {
            let search = NelderMead(
                from: best.point, steps: round % 2 == 0 ? [0.2, 0.2] : [-0.1, -0.1],
                tolerance: 1e-11, limit: 500, minimizing: height)
            isSettled = search.isLevel && best.value - search.best.value < 1e-9
            best = search.best
        }
        guard isSettled, best.value.isFinite else { return nil }
        return (best.point[1], exp(best.point[0]), -best.value)
    }

    private static func logLikelihood(
        _ beyond: [Double], _ shape: Double, _ scale: Double
    ) -> Double {
        let count = Double(beyond.count)
        // Below, the likelihood has no highest point: McNeil, Frey and Embrechts, 2005, section 7.2.
        guard shape > -0.5 else { return -.infinity }
        guard abs(shape) > 1e-9 else { return -count * log(scale) - beyond.compensatedSum / scale }
        guard let furthest = beyond.first, 1 + shape * furthest / scale > 0 else {
            return -.infinity
        }
        let logs = beyond.map { log1p(shape * $0 / scale) }.compensatedSum
        return -count * log(scale) - (1 + 1 / shape) * logs
    }
}
