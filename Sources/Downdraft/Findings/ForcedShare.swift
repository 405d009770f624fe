internal import Cascades
internal import Series

/// What one law makes of a move: how much of it forced selling or buying can account for.
struct ForcedShare {
    /// The part of the move, as a ratio; an index's with what its known members did alone.
    let share: CascadeEstimate.Interval?
    /// The forced part of the move itself, as a ratio of the price before.
    let forcedMove: CascadeEstimate.Interval?
    let amplification: CascadeEstimate.Interval?
    let reboundHour: CascadeEstimate.Interval?
    let reboundDay: CascadeEstimate.Interval?
    /// How many equal draws the weights are worth, where they are worth least.
    let effectiveSize: Double
    /// The unknown that the width of the share comes from most, of the heaviest member.
    let influence: CascadeEstimate.Influence?

    /// Adds the members' estimates up by weight, a law at a time; a law holds where every member has it.
    static func byLaw(
        _ members: [CascadeMember], _ estimates: [[CascadeUncertainty.Law: CascadeEstimate]],
        change: Double?
    ) -> [CascadeUncertainty.Law: ForcedShare] {
        var found: [CascadeUncertainty.Law: ForcedShare] = [:]
        guard let change, change != 0 else { return found }
        for law in CascadeUncertainty.Law.allCases {
            let parts = zip(members, estimates).compactMap { member, estimates in
                estimates[law].map { (member: member, estimate: $0) }
            }
            guard parts.count == members.count, !parts.isEmpty else { continue }
            found[law] = ForcedShare(parts, change: change)
        }
        return found
    }

    /// From the lowest end of any law to the highest of any, in the middle the median of the law in the middle;
    /// `nil` where no law has an interval.
    static func range(
        _ shares: [CascadeUncertainty.Law: ForcedShare]
    ) -> CascadeEstimate.Interval? {
        let known = CascadeUncertainty.Law.allCases.compactMap { shares[$0]?.share }
        guard let low = known.map(\.low).min(), let high = known.map(\.high).max() else {
            return nil
        }
        let medians = known.map(\.median).sorted()
        return CascadeEstimate.Interval(low: low, median: medians[medians.count / 2], high: high)
    }

    private init(_ parts: [(member: CascadeMember, estimate: CascadeEstimate)], change: Double) {
        /// The sum by weight, in the direction of the whole move.
        func sum(_ figure: (CascadeEstimate) -> CascadeEstimate.Interval?) -> CascadeEstimate
            .Interval?
        {
            parts.reduce(CascadeEstimate.Interval(low: 0, median: 0, high: 0)) { sum, part in
                let isWith = (part.member.change < 0) == (change < 0)
                return sum.flatMap { sum in
                    figure(part.estimate).map {
                        sum.adding($0.times(part.member.weight * (isWith ? 1 : -1)))
                    }
                }
            }
        }
        let forced = sum(\.forcedMove)
        forcedMove = forced
        // Of one coin the worlds know how far the price really fell; an index's is what was seen of it.
        let only = parts.count == 1 ? parts.first : nil
        share =
            only.map { $0.member.weight == 1 } == true
            ? only?.estimate.forcedShare : forced?.times(1 / abs(change))
        reboundHour = sum(\.reboundHour)
        reboundDay = sum(\.reboundDay)
        amplification = only?.estimate.amplification
        effectiveSize = parts.map(\.estimate.effectiveSize).min() ?? 0
        influence = parts.max { $0.member.weight < $1.member.weight }?.estimate.influences.first
    }
}

extension CascadeEstimate.Interval {
    /// End to end with another.
    func adding(_ other: Self) -> Self {
        Self(low: low + other.low, median: median + other.median, high: high + other.high)
    }

    /// So many times as much; a negative factor turns it round.
    func times(_ factor: Double) -> Self {
        factor < 0
            ? Self(low: high * factor, median: median * factor, high: low * factor)
            : Self(low: low * factor, median: median * factor, high: high * factor)
    }
}

extension CascadeBreakEstimate {
    /// The same as a part of an index: its further move by weight, at the index's own distance.
    func weighing(_ weight: Double, at level: Double) -> Self {
        Self(
            level: level, effectiveSize: effectiveSize, liquidatable: liquidatable,
            extraMove: extraMove?.times(weight))
    }

    /// Together with another member's; nothing where either is worth too little.
    func adding(_ other: Self) -> Self {
        Self(
            level: level, effectiveSize: min(effectiveSize, other.effectiveSize),
            liquidatable: liquidatable.flatMap { one in other.liquidatable.map(one.adding) },
            extraMove: extraMove.flatMap { one in other.extraMove.map(one.adding) })
    }
}
