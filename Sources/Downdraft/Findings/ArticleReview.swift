internal import Claims
internal import Evidence
internal import Market

/// An article's claims, each held against the article itself and against the data.
struct ArticleReview {
    /// One claim with what became of it.
    struct Entry {
        let claim: Claim
        /// The words of the article.
        let words: String
        let verdict: Verdict
        /// Why, in words without figures.
        let reason: String
        /// What the data say where they say something, at the moment of the article.
        let measured: Fact?
        /// What the article's own figures give, in the unit of the figure that is compared.
        let implied: ClosedRange<Double>?
        /// The other claim of the article that this one is held against, in the article's words.
        let other: String?
        /// How a careful writer would put it.
        let remedy: ClaimRemedy?
        /// When the named cause was first written of, against the beginning of the move.
        let timing: ClaimTiming?
        /// Whether the sentence leaves open of whom it speaks.
        let isReferentAmbiguous: Bool
        /// Where the claim stands in the article's bytes.
        let source: Range<Int>
    }

    /// The article as it was read.
    let text: ArticleText
    /// The claims in the order of the text.
    let entries: [Entry]
    /// Names that the article uses and that had been given up by then, each with what it had become.
    let formerNames: [String]
    /// Names that are written with letters of other scripts.
    let lookalikes: [String]
    /// Whether the article is longer than what was read of it.
    let isCut: Bool

    /// Reviews an article.
    ///
    /// - Input: `books`, the evidence of the hours the article may speak of, the latest first; empty to hold
    ///   the article against itself alone.
    init(
        _ text: ArticleText, _ extraction: Extraction, books: [EvidenceBook],
        published: CalendarDay?, formerNames: [FormerName] = []
    ) {
        let internally = InternalCheck(extraction, published: published)
        self.text = text
        entries = zip(extraction.claims, internally.findings).map { claim, finding in
            let judged = books.enumerated().compactMap { place, book in
                ClaimJudge(book: book, published: published, isLatest: place == 0)
                    .judge(claim, text)
            }
            return Self.entry(
                claim, finding, ClaimJudge.combined(judged, claim), text, extraction.claims)
        }
        lookalikes = extraction.lookalikes.map { text.excerpt($0.span) }
        self.formerNames = Self.used(formerNames, in: text, extraction.claims)
        isCut = text.isCut
    }

    private static func entry(
        _ claim: Claim, _ finding: Finding, _ best: ClaimJudge.Judgement?, _ text: ArticleText,
        _ claims: [Claim]
    ) -> Entry {
        // The article's own contradictions stand whatever the data say; data go before silence.
        let isSettled = finding.verdict.gravity > Verdict.confirmed.gravity
        let chosen = best.flatMap { isSettled ? nil : $0 }
        let verdict = chosen?.verdict ?? finding.verdict
        return Entry(
            claim: claim, words: text.excerpt(claim.span), verdict: verdict,
            reason: chosen?.reason ?? finding.reason.words, measured: best?.fact,
            implied: finding.reason.implied,
            other: finding.reason.other.map { text.excerpt(claims[$0].span) },
            remedy: ClaimRemedy(claim, verdict, finding, chosen), timing: chosen?.timing,
            isReferentAmbiguous: finding.isReferentAmbiguous, source: text.source(of: claim.span))
    }

    /// Which of the names that were given up the article uses for what it makes claims about.
    private static func used(
        _ names: [FormerName], in text: ArticleText, _ claims: [Claim]
    ) -> [String] {
        let subjects = Set(claims.compactMap { $0.subject?.kind == .asset ? $0.subject?.id : nil })
        let candidates = names.filter { subjects.contains($0.asset) }
        guard !candidates.isEmpty else { return [] }
        let words = Set(
            text.text(text.scalars.indices).split { !$0.isLetter && !$0.isNumber }.map(String.init))
        return candidates.filter { words.contains($0.ticker) }.map(\.label)
    }

    /// The gravest verdict of all.
    var worst: Verdict? {
        entries.map(\.verdict).max { $0.gravity < $1.gravity }
    }
}

/// A ticker that had been given up, with what a reader should know it by.
struct FormerName {
    /// What the article may write.
    let ticker: String
    /// The id of the asset.
    let asset: String
    /// Such as `RENDER, formerly RNDR`.
    let label: String
}

extension ArticleText {
    /// The words of a range on one line, shortened.
    fileprivate func excerpt(_ range: Range<Int>) -> String {
        let line = text(range).split { $0.isWhitespace || $0 == "\u{2029}" }.joined(separator: " ")
        // Pages quote the words themselves.
        let marks: Set<Character> = ["\"", "“", "”", "«", "»", "「", "」"]
        let words = String(
            line.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
        return words.count > 160 ? words.prefix(159) + "…" : words
    }
}

extension Verdict {
    /// How much a reader should mind: more is worse.
    var gravity: Int {
        switch self {
        case .confirmed: 1
        case .approximatelyRight: 2
        case .undecidableAtPrecision: 3
        case .definitionError: 5
        case .refuted: 6
        case .internallyInconsistent: 7
        case .notCheckable, .noData: 0
        }
    }

    /// The verdict for readers.
    var title: String {
        switch self {
        case .confirmed: "confirmed"
        case .approximatelyRight: "about right"
        case .refuted: "refuted"
        case .undecidableAtPrecision: "undecidable at this precision"
        case .definitionError: "wrong definition"
        case .internallyInconsistent: "contradicts itself"
        case .noData: "no data"
        case .notCheckable: "not checkable"
        }
    }
}

extension Finding.Reason {
    /// The reason for readers.
    var words: String {
        switch self {
        case .impliedChange: "the two ends give another change, or this one"
        case .directionOpposed: "the two ends go the other way"
        case .impliedTotal: "the parts add up to another whole, or to this one"
        case .impliedShare: "the parts give another share, or this one"
        case .partExceedsWhole: "a part is larger than its whole"
        case .partWithinWhole: "a part fits its whole"
        case .furtherMove: "the article names one that moved further"
        case .furthestMove: "nobody the article names moved further"
        case .equalMove: "another moved as far, as far as can be seen"
        case .scopeUnknown: "another moved further, and may not be meant"
        case .orderOpposed: "the order is not that of the figures"
        case .comparisonOpposed: "the figures say the opposite"
        case .comparisonHolds: "the figures say so"
        case .statedOtherwise: "the article says it with another figure as well"
        case .samePrinted: "the value and the level print the same"
        case .sideHolds: "the value lies on that side"
        case .sideOpposed: "the value lies on the other side"
        case .datesReversed: "it ends before it begins"
        case .weekdayOpposed: "that day is another day of the week"
        case .definition: "a definition"
        case .forecast: "said of the future"
        case .quotation: "somebody’s words"
        case .notUnderstood: "a number whose meaning was not understood"
        case .nothingToCompare: "nothing to compare with"
        }
    }
}
