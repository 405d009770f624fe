internal import Claims

/// How a careful writer would put a claim; the words are the narrator's.
enum ClaimRemedy: String {
    /// With the figure that the article's own figures or the data give.
    case figure
    /// With another definition.
    case definition
    /// With those it is compared with, or with the other one first.
    case order
    /// With one more place, or without a side.
    case places
    /// As a coincidence.
    case coincidence
    /// As something that was out before anybody minded.
    case attention
    /// With the time at which it was so.
    case moment
    /// The other way round.
    case side
    /// With parts and a whole that fit each other.
    case parts
    /// With one figure for one thing.
    case repetition
    /// With another date or weekday.
    case date
    /// With the name of what is meant.
    case referent

    /// What a claim needs; `nil` for one that may stand.
    init?(
        _ claim: Claim, _ verdict: Verdict, _ finding: Finding, _ judged: ClaimJudge.Judgement?
    ) {
        if let timing = judged?.timing, timing.isLong {
            self = .attention
            return
        }
        switch verdict {
        case .confirmed, .notCheckable:
            guard verdict == .confirmed, finding.isReferentAmbiguous else { return nil }
            self = .referent
        case .noData:
            if claim.kind == .cause, judged != nil {
                self = .coincidence
            } else if finding.isReferentAmbiguous {
                self = .referent
            } else {
                return nil
            }
        case .definitionError: self = .definition
        case .undecidableAtPrecision: self = finding.reason.isOrder ? .order : .places
        case .approximatelyRight, .refuted, .internallyInconsistent:
            self =
                judged.map { Self.externally(claim, $0) } ?? Self.internally(finding.reason)
        }
    }

    private static func externally(
        _ claim: Claim, _ judged: ClaimJudge.Judgement
    ) -> ClaimRemedy {
        if judged.isBetweenHours { return .moment }
        switch claim.kind {
        case .rank: return .order
        case .total: return .parts
        default: return .figure
        }
    }

    private static func internally(_ reason: Finding.Reason) -> ClaimRemedy {
        switch reason {
        case .impliedChange, .impliedTotal, .impliedShare: .figure
        case .directionOpposed, .sideOpposed, .sideHolds, .comparisonOpposed, .comparisonHolds:
            .side
        case .furtherMove, .furthestMove, .equalMove, .scopeUnknown, .orderOpposed: .order
        case .partExceedsWhole, .partWithinWhole: .parts
        case .statedOtherwise: .repetition
        case .samePrinted: .places
        case .datesReversed, .weekdayOpposed: .date
        case .definition: .definition
        case .forecast, .quotation, .notUnderstood, .nothingToCompare: .figure
        }
    }
}

extension Finding.Reason {
    /// What the article's own figures give, where they give a figure.
    var implied: ClosedRange<Double>? {
        switch self {
        case .impliedChange(let range), .impliedTotal(let range, _), .impliedShare(let range, _):
            range
        default: nil
        }
    }

    /// The claim that another is held against.
    var other: Int? {
        switch self {
        case .furtherMove(let other), .equalMove(let other), .scopeUnknown(let other),
            .orderOpposed(let other), .statedOtherwise(let other), .samePrinted(let other),
            .sideHolds(let other), .sideOpposed(let other), .partExceedsWhole(let other),
            .partWithinWhole(let other):
            other
        case .comparisonOpposed(_, let other), .comparisonHolds(_, let other): other
        default: nil
        }
    }

    /// Whether it is about who went furthest.
    var isOrder: Bool {
        switch self {
        case .furtherMove, .furthestMove, .equalMove, .scopeUnknown, .orderOpposed: true
        default: false
        }
    }
}
