package import Market

/// Checks a text against itself: arithmetic, parts and wholes, orders, repetitions and dates, with no
/// data about the market at all.
///
/// Every claim gets one finding. Where several rules have something to say, the gravest word stands:
/// a contradiction before an undecidable case before agreement. A rule speaks only of claims that are
/// stated as facts; forecasts and quotations are not checkable.
///
/// - Complexity: claims are compared with those of the same subject or kind; at most `limit` claims are
///   compared with each other, later ones have no data.
package struct InternalCheck: Sendable {
    /// The most claims that are compared with each other.
    package static let limit = 2000

    /// One finding a claim, in order.
    package let findings: [Finding]

    /// Checks what was read out of a text; `published` fixes the years of its dates.
    package init(_ extraction: Extraction, published: CalendarDay? = nil) {
        let claims = Array(extraction.claims.prefix(Self.limit))
        var found = claims.indices.map { Self.basis(claims[$0], $0) }
        let rules: [any InternalRule.Type] = [
            MovementRule.self, TotalRule.self, RankRule.self, RepetitionRule.self, SideRule.self,
            DateRule.self,
        ]
        for rule in rules {
            for finding in rule.findings(in: claims, published: published)
            where Self.rank(finding.verdict) > Self.rank(found[finding.claim].verdict) {
                found[finding.claim] = finding
            }
        }
        var named: [(sentence: Int, kind: Subject.Kind)] = []
        findings = zip(found, claims).map { finding, claim in
            defer {
                if let subject = claim.subject, subject.resolution == .named {
                    named.append((claim.sentence, subject.kind))
                }
            }
            return Finding(
                claim: finding.claim, verdict: finding.verdict, reason: finding.reason,
                isReferentAmbiguous: Self.isAmbiguous(claim, after: named.suffix(Self.memory)))
        }
    }

    private static func basis(_ claim: Claim, _ index: Int) -> Finding {
        if claim.modality == .forecast {
            return Finding(claim: index, verdict: .notCheckable, reason: .forecast)
        }
        if claim.modality == .quoted || claim.kind == .quotation {
            return Finding(claim: index, verdict: .notCheckable, reason: .quotation)
        }
        switch claim.kind {
        case .definition: return Finding(claim: index, verdict: .noData, reason: .definition)
        case .figure: return Finding(claim: index, verdict: .notCheckable, reason: .notUnderstood)
        default: return Finding(claim: index, verdict: .noData, reason: .nothingToCompare)
        }
    }

    private static func rank(_ verdict: Verdict) -> Int {
        switch verdict {
        case .noData: 0
        case .notCheckable: 1
        case .confirmed: 2
        case .approximatelyRight: 3
        case .undecidableAtPrecision: 4
        case .refuted, .definitionError: 5
        case .internallyInconsistent: 6
        }
    }

    /// How many named subjects are looked back at.
    private static let memory = 32

    /// Whether a claim takes its subject from the context, where the two sentences before spoke of things
    /// of several kinds.
    private static func isAmbiguous(
        _ claim: Claim, after named: ArraySlice<(sentence: Int, kind: Subject.Kind)>
    ) -> Bool {
        guard claim.subject?.resolution == .implied, !claim.figures.isEmpty else { return false }
        return Set(named.filter { $0.sentence + 2 >= claim.sentence }.map(\.kind)).count > 1
    }
}
