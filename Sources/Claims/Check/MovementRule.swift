internal import Market

/// From A to B against the change that is stated, and against its direction.
enum MovementRule: InternalRule {
    static func findings(in claims: [Claim], published: CalendarDay?) -> [Finding] {
        claims.indices.compactMap { index in
            guard claims[index].kind == .fromTo, claims[index].modality == .stated else {
                return nil
            }
            return finding(claims[index], index)
        }
    }

    private static func finding(_ claim: Claim, _ index: Int) -> Finding? {
        guard let start = claim.figure(.start), let end = claim.figure(.end) else { return nil }
        guard start.unit == end.unit else { return nil }
        let (from, to) = (Interval.printed(start), Interval.printed(end))
        if let direction = claim.direction, isOpposed(direction, from, to) {
            return Finding(
                claim: index, verdict: .internallyInconsistent, reason: .directionOpposed)
        }
        guard let change = claim.figure(.change), let implied = implied(change.unit, from, to)
        else {
            return nil
        }
        let verdict: Verdict =
            switch Interval.admission(implied, by: change) {
            case .confirmed: .confirmed
            case .approximatelyRight: .approximatelyRight
            case .refuted: .internallyInconsistent
            }
        return Finding(claim: index, verdict: verdict, reason: .impliedChange(implied))
    }

    private static func implied(
        _ unit: FigureUnit, _ from: ClosedRange<Double>, _ to: ClosedRange<Double>
    ) -> ClosedRange<Double>? {
        if unit == .percent { return Interval.change(from: from, to: to) }
        guard unit != .basisPoints, unit != .times else { return nil }
        return (to.lowerBound - from.upperBound)...(to.upperBound - from.lowerBound)
    }

    private static func isOpposed(
        _ direction: Direction, _ from: ClosedRange<Double>, _ to: ClosedRange<Double>
    ) -> Bool {
        direction == .up ? to.upperBound < from.lowerBound : to.lowerBound > from.upperBound
    }
}
