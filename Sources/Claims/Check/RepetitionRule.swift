internal import Market

/// The same thing stated twice, with figures that exclude each other; the later claim is the one found.
enum RepetitionRule: InternalRule {
    /// How far present prices of one text may lie apart: it was not written in one instant.
    private static let drift = 0.02

    static func findings(in claims: [Claim], published: CalendarDay?) -> [Finding] {
        var found: [Finding] = []
        for later in claims.indices where claims[later].modality == .stated {
            let earlier = claims.indices.prefix(later).first {
                contradicts(claims[$0], claims[later])
            }
            guard let earlier else { continue }
            found.append(
                Finding(
                    claim: later, verdict: .internallyInconsistent,
                    reason: .statedOtherwise(other: earlier)))
        }
        return found
    }

    private static func contradicts(_ first: Claim, _ second: Claim) -> Bool {
        guard first.modality == .stated, first.sentence != second.sentence,
            Comparability.isSameSubject(first, second), Comparability.windowsAgree(first, second)
        else { return false }
        if let left = change(first), let right = change(second), first.measure == second.measure {
            return left.unit == right.unit && (left.value < 0) == (right.value < 0)
                && !left.tolerated.overlaps(right.tolerated)
        }
        if first.kind == .total, second.kind == .total {
            return first.side == second.side && first.measure == second.measure
                && isApart(first, second, drift: 0)
        }
        if let left = first.indicator, let right = second.indicator {
            return left.isSame(as: right) && isReading(first) && isReading(second)
                && isApart(first, second, drift: 0)
        }
        guard first.kind == .level, second.kind == .level, first.isPresent, second.isPresent,
            first.relation == .at, second.relation == .at, first.indicator == nil,
            second.indicator == nil
        else { return false }
        return first.measure == second.measure && isApart(first, second, drift: drift)
    }

    private static func change(_ claim: Claim) -> StatedFigure? {
        claim.kind == .change || claim.kind == .fromTo ? claim.figure(.change) : nil
    }

    private static func isReading(_ claim: Claim) -> Bool {
        claim.kind == .indicator || (claim.kind == .fromTo && claim.measure == .indicator)
            || (claim.kind == .levelStatus && !claim.figures.isEmpty)
    }

    private static func isApart(_ first: Claim, _ second: Claim, drift: Double) -> Bool {
        guard let left = first.figure(.value) ?? first.figure(.end),
            let right = second.figure(.value) ?? second.figure(.end), left.unit == right.unit,
            !left.tolerated.overlaps(right.tolerated)
        else { return false }
        let gap = max(
            left.tolerated.lowerBound - right.tolerated.upperBound,
            right.tolerated.lowerBound - left.tolerated.upperBound)
        return gap > drift * max(abs(left.value), abs(right.value))
    }
}
