internal import Market

/// Parts and wholes: longs and shorts, assets and the market, shares.
enum TotalRule: InternalRule {
    static func findings(in claims: [Claim], published: CalendarDay?) -> [Finding] {
        let totals = claims.indices.filter {
            claims[$0].kind == .total && claims[$0].modality == .stated
                && claims[$0].figures.count == 1
        }
        var found: [Finding] = []
        for whole in totals
        where claims[whole].side == nil && claims[whole].measure == .liquidations {
            found += sum(of: totals, into: whole, claims)
        }
        for part in totals { found += parts(part, totals, claims) }
        return found + shares(claims, totals)
    }

    /// Longs and shorts against the whole of the same subject.
    private static func sum(of totals: [Int], into whole: Int, _ claims: [Claim]) -> [Finding] {
        let sides = totals.filter {
            claims[$0].side != nil && isSame(claims[$0], claims[whole])
                && Comparability.windowsAgree(claims[$0], claims[whole])
        }
        guard let long = sides.first(where: { claims[$0].side == .long }),
            let short = sides.first(where: { claims[$0].side == .short }),
            let stated = claims[whole].figures.first?.figure
        else { return [] }
        let parts = [long, short].compactMap {
            claims[$0].figures.first.map { Interval.printed($0.figure) }
        }
        let implied = Interval.sum(parts)
        let verdict: Verdict =
            switch Interval.admission(implied, by: stated) {
            case .confirmed: .confirmed
            case .approximatelyRight: .approximatelyRight
            case .refuted: .internallyInconsistent
            }
        let reason = Finding.Reason.impliedTotal(implied, parts: [long, short])
        return [Finding(claim: whole, verdict: verdict, reason: reason)]
    }

    /// A part against each whole that it belongs to.
    private static func parts(_ part: Int, _ totals: [Int], _ claims: [Claim]) -> [Finding] {
        guard let figure = claims[part].figures.first?.figure else { return [] }
        return totals.compactMap { whole in
            guard whole != part, isPart(claims[part], of: claims[whole]),
                Comparability.windowsAgree(claims[part], claims[whole]),
                let total = claims[whole].figures.first?.figure, total.unit == figure.unit
            else { return nil }
            let exceeds = Interval.printed(figure).lowerBound > total.tolerated.upperBound
            return exceeds
                ? Finding(
                    claim: part, verdict: .internallyInconsistent,
                    reason: .partExceedsWhole(whole: whole))
                : Finding(claim: part, verdict: .confirmed, reason: .partWithinWhole(whole: whole))
        }
    }

    private static func isSame(_ left: Claim, _ right: Claim) -> Bool {
        left.measure == right.measure && left.subject?.kind == right.subject?.kind
            && left.subject?.id == right.subject?.id
    }

    private static func isPart(_ part: Claim, of whole: Claim) -> Bool {
        guard part.measure == .liquidations, whole.measure == .liquidations else { return false }
        if isSame(part, whole) { return part.side != nil && whole.side == nil }
        guard part.subject?.kind == .asset, whole.subject?.kind == .market else { return false }
        return whole.side == nil || whole.side == part.side
    }

    /// A share of longs or shorts against the amounts.
    private static func shares(_ claims: [Claim], _ totals: [Int]) -> [Finding] {
        claims.indices.compactMap { index in
            let claim = claims[index]
            guard claim.kind == .share, claim.modality == .stated, let side = claim.side,
                let stated = claim.figures.first?.figure,
                let part = totals.first(where: {
                    claims[$0].side == side && claims[$0].subject?.kind == .market
                }),
                let whole = totals.first(where: {
                    claims[$0].side == nil && claims[$0].subject?.kind == .market
                        && claims[$0].measure == .liquidations
                }),
                let over = claims[part].figures.first?.figure,
                let under = claims[whole].figures.first?.figure, under.value > 0
            else { return nil }
            let (top, bottom) = (Interval.printed(over), Interval.printed(under))
            guard bottom.lowerBound > 0, claim.subject?.kind != .asset else { return nil }
            let low = top.lowerBound / bottom.upperBound * 100
            let implied = low...max(low, top.upperBound / bottom.lowerBound * 100)
            let verdict: Verdict =
                switch Interval.admission(implied, by: stated) {
                case .confirmed: .confirmed
                case .approximatelyRight: .approximatelyRight
                case .refuted: .internallyInconsistent
                }
            return Finding(
                claim: index, verdict: verdict,
                reason: .impliedShare(implied, parts: [part, whole]))
        }
    }
}
