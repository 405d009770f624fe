#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How likely a branch of a tree is.
package struct ScenarioEstimate: Hashable, Sendable {
    /// The branch.
    package let branch: ScenarioTree.Branch
    /// How often the simulated paths took it.
    package let simulated: SimulatedPaths.Share
    /// The share of the paths of the branch before it that took this one too; `nil` for a branch that starts
    /// from now, and where no path took the one before.
    package let givenParent: SimulatedPaths.Share?
    /// What a walk of steady volatility says, watched at closes: it knows the band and not the second of the two
    /// ways to break a level. `nil` for a comeback.
    package let closedForm: Double?
    /// The same of what may follow.
    package let followers: [ScenarioEstimate]

    /// Estimates of all branches of a tree from paths that start at its price; `nil` where they do not, or are
    /// shorter than the horizon.
    package static func all(
        _ tree: ScenarioTree, paths: SimulatedPaths, volatility: Double
    ) -> [ScenarioEstimate]? {
        guard tree.price == paths.price else { return nil }
        let estimates = tree.branches.map {
            ScenarioEstimate($0, paths, volatility, parent: nil)
        }
        return estimates.contains { $0 == nil } ? nil : estimates.compactMap { $0 }
    }

    private init?(
        _ branch: ScenarioTree.Branch, _ paths: SimulatedPaths, _ volatility: Double,
        parent: SimulatedPaths.Share?
    ) {
        let steps = branch.event.expectedBars
        guard let share = paths.share(of: branch.event.condition, within: steps) else {
            return nil
        }
        self.branch = branch
        simulated = share
        givenParent = parent.flatMap {
            $0.hits > 0 ? SimulatedPaths.Share(hits: share.hits, paths: $0.hits) : nil
        }
        closedForm = FirstPassage(volatility: volatility, days: Double(steps)).flatMap {
            Self.closedForm(branch.event.condition, $0, paths.price, volatility)
        }
        followers = branch.followers.compactMap {
            ScenarioEstimate($0, paths, volatility, parent: share)
        }
    }

    /// What a walk of steady volatility says of a condition, at closes; `nil` for a comeback.
    static func closedForm(
        _ condition: ForecastCondition, _ walk: FirstPassage, _ price: Double, _ volatility: Double
    ) -> Double? {
        switch condition {
        case .touch(_, let level): walk.probability(ofTouching: level / price)
        case .close(_, let level): walk.probability(ofClosingBeyond: level / price)
        case .breaks(let side, let level, let band):
            walk.probability(
                ofClosingBeyond: (side == .down ? level - band : level + band) / price)
        case .breaksThenTouches(_, _, _, let target):
            walk.probability(ofTouching: target / price)
        case .breaksThenReturns: nil
        case .holds(let lower, let lowerBand, let upper, let upperBand):
            walk.probability(
                ofStayingBetween: (lower - lowerBand) / price
                    * exp(-FirstPassage.closeShift * volatility),
                and: (upper + upperBand) / price * exp(FirstPassage.closeShift * volatility))
        case .leaves(let lower, let upper):
            walk.probability(ofStayingBetween: lower / price, and: upper / price).map { 1 - $0 }
        }
    }
}
