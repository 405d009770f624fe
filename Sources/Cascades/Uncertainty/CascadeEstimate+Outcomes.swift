#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension CascadeEstimate {
    /// Seconds after which a push begins to fade, as in the time-stepped engine's usual propagator.
    static let fadingStart = 60.0

    /// Sums draws up under one law, by its place among the laws; of a fall that was seen no share is favoured. Where the share
    /// alone is asked for, the forced move and its share are all that is told.
    init(
        _ outcomes: [CascadeOutcome], law: Int, openInterest: Double, isSeen: Bool,
        isShareAlone: Bool = false
    ) {
        let found = outcomes.map { $0.worlds[law] }
        let highest = found.map(\.logLikelihood).filter(\.isFinite).max() ?? 0
        let forced = found.map { max(0, $0.fall - $0.shock) }
        let shares = zip(found, forced).map { $0.0.fall > 0 ? $0.1 / $0.0.fall : 0 }
        let likelihoods = found.map { exp($0.logLikelihood - highest) }
        let even = isSeen ? EvenShares(zip(shares, likelihoods).filter { $0.1 > 0 }.map(\.0)) : nil
        let intervals = WeightedIntervals(
            zip(likelihoods, shares).map { even?.weight($0, share: $1) ?? $0 })
        func rebound(_ seconds: Double) -> [Double] {
            zip(outcomes, forced).map { outcome, forced in
                forced * (1 - pow(1 + seconds / Self.fadingStart, -outcome.decay))
            }
        }
        func further(_ values: @autoclosure () -> [Double]) -> Interval? {
            isShareAlone ? nil : intervals.interval(values())
        }
        effectiveSize = intervals.effectiveSize
        forcedMove = intervals.interval(forced)
        forcedShare = intervals.interval(shares)
        shock = further(found.map(\.shock))
        amplification = further(found.map { $0.fall / max($0.shock, 1e-12) })
        liquidated = further(found.map(\.liquidated))
        reboundHour = further(rebound(3600))
        reboundDay = further(rebound(86_400))
        openInterestDrop = further(found.map { $0.liquidated / openInterest })
        let unknowns = isShareAlone ? [] : CascadePriors.Unknown.allCases
        influences = unknowns.map { unknown in
            // What was published leaves less of this one in each world than was held.
            let values =
                unknown == .reporting
                ? found.map(\.reporting) : outcomes.map { $0.values[unknown.rawValue] }
            return Influence(
                unknown: unknown, share: intervals.influence(of: values, on: shares))
        }
        .sorted { ($1.share, $0.unknown.rawValue) < ($0.share, $1.unknown.rawValue) }
    }
}
