internal import Market

/// Superlatives, orders and comparisons against the changes that the text gives.
enum RankRule: InternalRule {
    static func findings(in claims: [Claim], published: CalendarDay?) -> [Finding] {
        let moves = claims.indices.filter {
            claims[$0].modality == .stated && claims[$0].subject?.kind == .asset
                && move(claims[$0]) != nil
                && (claims[$0].measure ?? .price) == .price
        }
        return claims.indices.compactMap { index in
            switch claims[index].kind {
            case .rank where claims[index].modality == .stated: rank(index, moves, claims)
            case .comparison where claims[index].modality == .stated: compare(index, moves, claims)
            default: nil
            }
        } + followers(moves, claims)
    }

    /// The change of a claim in hundredths, falls negative.
    private static func move(_ claim: Claim) -> StatedFigure? {
        guard claim.kind == .change || claim.kind == .fromTo,
            let change = claim.figure(.change), change.unit == .percent
        else { return nil }
        return change
    }

    private static func own(_ index: Int, _ subject: Subject?, _ moves: [Int], _ claims: [Claim])
        -> Int?
    {
        guard let subject else { return nil }
        let mine = moves.filter { claims[$0].subject?.isSame(as: subject) ?? false }
        return mine.first { claims[$0].sentence == claims[index].sentence } ?? mine.first
    }

    private static func rank(_ index: Int, _ moves: [Int], _ claims: [Claim]) -> Finding? {
        let claim = claims[index]
        guard let direction = claim.direction, let mine = own(index, claim.subject, moves, claims),
            let size = move(claims[mine]).map(Interval.sizes)
        else { return nil }
        let others = moves.filter { other in
            claims[other].direction == direction
                && !Comparability.isSameSubject(claims[other], claim)
                && Comparability.windowsAgree(claims[other], claims[mine])
        }
        var equal: Int?
        for other in others {
            guard let theirs = move(claims[other]).map(Interval.sizes) else { continue }
            if theirs.lowerBound >= size.upperBound {
                return claim.isScoped
                    ? Finding(claim: index, verdict: .noData, reason: .scopeUnknown(other: other))
                    : Finding(
                        claim: index, verdict: .internallyInconsistent,
                        reason: .furtherMove(other: other))
            }
            if theirs.upperBound > size.lowerBound { equal = equal ?? other }
        }
        if let equal {
            return Finding(
                claim: index, verdict: .undecidableAtPrecision, reason: .equalMove(other: equal))
        }
        guard !others.isEmpty else { return nil }
        return Finding(claim: index, verdict: .confirmed, reason: .furthestMove(others: others))
    }

    /// What follows in an order moved no further than what it follows.
    private static func followers(_ moves: [Int], _ claims: [Claim]) -> [Finding] {
        zip(moves, moves.dropFirst()).compactMap { first, second in
            guard claims[second].isFollower, claims[first].sentence == claims[second].sentence,
                claims[first].direction == claims[second].direction,
                let before = move(claims[first]).map(Interval.sizes),
                let after = move(claims[second]).map(Interval.sizes),
                after.lowerBound > before.upperBound
            else { return nil }
            return Finding(
                claim: second, verdict: .internallyInconsistent, reason: .orderOpposed(other: first)
            )
        }
    }

    private static func compare(_ index: Int, _ moves: [Int], _ claims: [Claim]) -> Finding? {
        let claim = claims[index]
        guard let direction = claim.direction, let mine = own(index, claim.subject, moves, claims),
            let theirs = own(index, claim.other, moves, claims), mine != theirs,
            Comparability.windowsAgree(claims[mine], claims[theirs]),
            let left = move(claims[mine]).map(\.confirmed),
            let right = move(claims[theirs]).map(\.confirmed)
        else { return nil }
        let holds =
            direction == .up
            ? left.lowerBound > right.upperBound : left.upperBound < right.lowerBound
        let fails =
            direction == .up
            ? left.upperBound < right.lowerBound : left.lowerBound > right.upperBound
        if holds {
            return Finding(
                claim: index, verdict: .confirmed, reason: .comparisonHolds(mine, theirs))
        }
        return fails
            ? Finding(
                claim: index, verdict: .internallyInconsistent,
                reason: .comparisonOpposed(mine, theirs))
            : Finding(
                claim: index, verdict: .undecidableAtPrecision, reason: .equalMove(other: theirs))
    }
}
