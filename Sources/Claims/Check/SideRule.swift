internal import Market

/// Above or below a level, against the value that the text gives: equal print is undecidable.
enum SideRule: InternalRule {
    static func findings(in claims: [Claim], published: CalendarDay?) -> [Finding] {
        claims.indices.compactMap { index in
            let claim = claims[index]
            guard claim.modality == .stated, let isBelow = isBelow(claim),
                let level = level(of: claim, claims)
            else { return nil }
            return finding(index, level, isBelow: isBelow, claims)
        }
    }

    /// Whether the value is said to lie below; `nil` where no side is stated.
    private static func isBelow(_ claim: Claim) -> Bool? {
        switch (claim.kind, claim.status, claim.relation) {
        case (.levelStatus, .lost, _): true
        case (.levelStatus, .broken, _): false
        case (.level, _, .below): true
        case (.level, _, .above): false
        default: nil
        }
    }

    /// The figure of the level, or the reading of its indicator elsewhere in the text.
    private static func level(of claim: Claim, _ claims: [Claim]) -> StatedFigure? {
        if let own = claim.figure(.value) { return own }
        guard let indicator = claim.indicator else { return nil }
        return claims.lazy.filter {
            ($0.kind == .indicator || $0.kind == .levelStatus) && $0.modality == .stated
                && Comparability.isSameSubject($0, claim)
        }
        .first { $0.indicator?.isSame(as: indicator) ?? false }?.figure(.value)
    }

    private static func finding(
        _ index: Int, _ level: StatedFigure, isBelow: Bool, _ claims: [Claim]
    ) -> Finding? {
        let claim = claims[index]
        var holds: Finding?
        for (place, other) in claims.enumerated() where place != index {
            guard let value = value(other), Comparability.isSameSubject(other, claim),
                other.measure == claim.measure, value.unit == level.unit
            else { continue }
            // A round level is meant as it stands; the reading of an indicator has its places.
            let wall = claim.indicator == nil ? level.value...level.value : Interval.printed(level)
            let seen = Interval.printed(value)
            if seen.overlaps(wall), seen.upperBound > wall.lowerBound,
                wall.upperBound > seen.lowerBound
            {
                return Finding(
                    claim: index, verdict: .undecidableAtPrecision,
                    reason: .samePrinted(value: place))
            }
            let isRight =
                isBelow ? seen.upperBound <= wall.lowerBound : seen.lowerBound >= wall.upperBound
            if isRight {
                holds =
                    holds
                    ?? Finding(claim: index, verdict: .confirmed, reason: .sideHolds(value: place))
            } else if other.isPresent, claim.isPresent {
                return Finding(
                    claim: index, verdict: .internallyInconsistent,
                    reason: .sideOpposed(value: place))
            }
        }
        return holds
    }

    /// What a claim says the value is now.
    private static func value(_ claim: Claim) -> StatedFigure? {
        guard claim.modality == .stated else { return nil }
        switch claim.kind {
        case .level where claim.relation == .at: return claim.figure(.value)
        case .fromTo: return claim.figure(.end)
        default: return nil
        }
    }
}
