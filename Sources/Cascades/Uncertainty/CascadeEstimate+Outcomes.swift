#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension CascadeEstimate {
    /// Seconds after which a push begins to fade, as in the time-stepped engine's usual propagator.
    static let fadingStart = 60.0

    /// Sums draws up under one law, by its place among the laws.
    init(_ outcomes: [CascadeOutcome], law: Int, openInterest: Double) {
        let found = outcomes.map { $0.worlds[law] }
        let highest = found.map(\.logLikelihood).filter(\.isFinite).max() ?? 0
        let intervals = WeightedIntervals(found.map { exp($0.logLikelihood - highest) })
        let forced = found.map { max(0, $0.fall - $0.shock) }
        let shares = zip(found, forced).map { $0.0.fall > 0 ? $0.1 / $0.0.fall : 0 }
        func rebound(_ seconds: Double) -> [Double] {
            zip(outcomes, forced).map { outcome, forced in
                forced * (1 - pow(1 + seconds / Self.fadingStart, -outcome.decay))
            }
        }
        effectiveSize = intervals.effectiveSize
        shock = intervals.interval(found.map(\.shock))
        forcedMove = intervals.interval(forced)
        forcedShare = intervals.interval(shares)
        amplification = intervals.interval(
            found.map { $0.fall / max($0.shock, 1e-12) })
        liquidated = intervals.interval(found.map(\.liquidated))
        reboundHour = intervals.interval(rebound(3600))
        reboundDay = intervals.interval(rebound(86_400))
        openInterestDrop = intervals.interval(found.map { $0.liquidated / openInterest })
        influences = CascadePriors.Unknown.allCases.map { unknown in
            Influence(
                unknown: unknown,
                share: intervals.influence(
                    of: outcomes.map { $0.values[unknown.rawValue] }, on: shares))
        }
        .sorted { ($1.share, $0.unknown.rawValue) < ($0.share, $1.unknown.rawValue) }
    }
}
