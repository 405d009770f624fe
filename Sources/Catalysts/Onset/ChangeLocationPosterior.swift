#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Where the level of a series changed, as probabilities, given that it changed once; and whether it did.
///
/// Values are normal about a level before the change and another after it; the levels and the
/// variance are not known. Every moment from the second value on is as likely beforehand. With `w` the
/// squared length of the centred step, `R^2` the share of the squares it explains and `d` the prior's
/// deviations, the odds of a place against no change are
/// `(1 + d^2 w)^(-1/2) (1 - R^2 d^2 w / (1 + d^2 w))^(-(n - 1) / 2)`: exact, with a flat prior on the level and
/// one over the standard deviation. With a flat prior on both levels the probability of a place goes as
/// `w^(-1/2) (1 - R^2)^(-(n - 2) / 2)`.
///
/// A change inside a bar moves that bar by part of the shift. With `positions` above one the place within
/// the bar is integrated over, by that many points; with one a change falls between two bars.
///
/// Where bars are missing before a bar, the change may have come in them: that bar is then moved as a whole, and
/// has the weight of the missing bars besides its own.
///
/// An `inflation` above one, of values that hang together, counts `n` values as `n / inflation`. That is an
/// approximation, which keeps the posterior from being far too narrow.
///
/// - Complexity: linear, times `positions`.
/// - Source: Smith, *A Bayesian Approach to Inference about a Change-Point in a Sequence of Random
///   Variables*, 1975; the prior on the shift: Liang, Paulo, Molina, Clyde and Berger, *Mixtures of g
///   Priors for Bayesian Variable Selection*, 2008, with the shift's own prior in place of g's.
/// - Checked against: the marginal likelihood by numpy's linear algebra within 1e-9 and by numerical
///   integration of three integrals within 1e-6, `Fixtures/Onset/posteriors.csv`; draws from the prior, whose
///   intervals hold the truth as often as they say, `OnsetCoverageTests`.
package struct ChangeLocationPosterior: Hashable, Sendable {
    /// By bar the probability that it is the first to be moved; zero of the first bar. They add to one.
    package let probabilities: [Double]
    /// The logarithm of the odds of one change against none, where even before; `nil` of a flat prior.
    package let logBayesFactor: Double?
    /// The level after less the level before, as least squares have it at the most probable place, in the
    /// unit of the values.
    package let shift: Double

    /// The posterior of values, oldest first.
    ///
    /// - Output: `nil` of fewer than three values, of a flat series, of values that are not finite or beyond
    ///   1e100, of positions outside 1...64, of an inflation below one or so large that fewer than three
    ///   values' worth are left, of a prior whose deviations are not between 1e-6 and 1e6, and of numbers of
    ///   missing bars that are not one a value or not from zero to 1e9.
    package init?(
        _ values: [Double], prior: ShiftPrior = .normal(deviations: 1), positions: Int = 1,
        inflation: Double = 1, missing: [Double]? = nil
    ) {
        guard values.count > 2, (1...64).contains(positions), inflation >= 1,
            Double(values.count) / inflation >= 3, Self.isUsable(prior),
            Self.isUsable(missing, values.count), let deviations = Deviations(values)
        else { return nil }
        let odds = StepOdds(
            squares: deviations.squares, count: values.count, prior: prior, inflation: inflation)
        let nodes = (0..<positions).map { (Double($0) + 0.5) / Double(positions) }
        let shares = positions == 1 ? [1] : nodes
        let places = Self.places(deviations.values, missing, shares: shares, odds)
        let highest = places.reduce(-Double.infinity) { max($0, $1.logOdds) }
        let weights = places.map { exp($0.logOdds - highest) }
        let total = weights.reduce(0, +)
        probabilities = [0] + weights.map { $0 / total }
        let moments = Double(values.count - 1) + (missing?.dropFirst().reduce(0, +) ?? 0)
        logBayesFactor = prior == .flat ? nil : highest + log(total / moments)
        let best = places.first { $0.logOdds == highest }
        shift = (best?.shift ?? 0) * deviations.unit
    }

    private static func isUsable(_ prior: ShiftPrior) -> Bool {
        guard case .normal(let deviations) = prior else { return true }
        return deviations >= 1e-6 && deviations <= 1e6
    }

    private static func isUsable(_ missing: [Double]?, _ count: Int) -> Bool {
        guard let missing else { return true }
        return missing.count == count && missing.allSatisfy { (0...1e9).contains($0) }
    }

    /// The odds of each bar from the second on, over the places within it, times its weight.
    private static func places(
        _ values: [Double], _ missing: [Double]?, shares: [Double], _ odds: StepOdds
    ) -> [(logOdds: Double, shift: Double)] {
        var after = 0.0
        var places: [(logOdds: Double, shift: Double)] = []
        for index in stride(from: values.count - 1, to: 0, by: -1) {
            func step(_ share: Double) -> (logOdds: Double, shift: Double) {
                odds.step(
                    share: share, whole: values.count - 1 - index,
                    product: after + share * values[index])
            }
            let gap = missing?[index] ?? 0
            var steps = shares.map { (step: step($0), weight: 1 / Double(shares.count)) }
            if gap > 0 { steps.append((step(1), gap)) }
            let highest = steps.reduce(-Double.infinity) { max($0, $1.step.logOdds) }
            let sum = steps.reduce(0) { $0 + exp($1.step.logOdds - highest) * $1.weight }
            let best = steps.first { $0.step.logOdds == highest }
            places.append((highest + log(sum), best?.step.shift ?? 0))
            after += values[index]
        }
        return places.reversed()
    }
}
