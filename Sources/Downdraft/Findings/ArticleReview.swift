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
    }

    /// The claims in the order of the text.
    let entries: [Entry]
    /// Names that are written with letters of other scripts.
    let lookalikes: [String]
    /// Whether the article is longer than what was read of it.
    let isCut: Bool

    /// Reviews an article.
    ///
    /// - Input: `books`, the evidence of the hours the article may speak of, the latest first; empty to hold
    ///   the article against itself alone.
    init(
        _ text: ArticleText, vocabulary: Vocabulary, books: [EvidenceBook], published: CalendarDay?
    ) {
        let extraction = ClaimGrammar(vocabulary).extraction(of: text)
        let internally = InternalCheck(extraction, published: published)
        entries = zip(extraction.claims, internally.findings).map { claim, finding in
            let judged = books.compactMap {
                ClaimJudge(book: $0, published: published).judge(claim, text)
            }
            let best = ClaimJudge.combined(judged, claim)
            // The article's own contradictions stand whatever the data say; data go before silence.
            let isSettled = finding.verdict.gravity > Verdict.confirmed.gravity
            let chosen = best.flatMap { isSettled ? nil : $0 }
            return Entry(
                claim: claim, words: text.excerpt(claim.span),
                verdict: chosen?.verdict ?? finding.verdict,
                reason: chosen?.reason ?? finding.reason.words,
                measured: best?.fact)
        }
        lookalikes = extraction.lookalikes.map { text.excerpt($0.span) }
        isCut = text.isCut
    }

    /// The gravest verdict of all.
    var worst: Verdict? {
        entries.map(\.verdict).max { $0.gravity < $1.gravity }
    }
}

extension ArticleText {
    /// The words of a range on one line, shortened.
    fileprivate func excerpt(_ range: Range<Int>) -> String {
        let words = text(range).split { $0.isWhitespace || $0 == "\u{2029}" }.joined(separator: " ")
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
