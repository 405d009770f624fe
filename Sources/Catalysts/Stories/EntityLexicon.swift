package import Market

/// Links titles to assets, companies, sectors and themes by rows of data, each with the time it was known.
///
/// Words match whole, characters of scripts that part no words anywhere. A ticker matches in capitals
/// only. One that is also a common word (`EntityTerm.needsContext`) matches with a dollar sign before it, or
/// where the title names an asset or a theme of the market beyond doubt and is not itself all in capitals.
/// Of terms that overlap, one inside a longer one is not a mention.
///
/// - Complexity: in proportion to the title, but for terms that begin alike.
package struct EntityLexicon: Sendable {
    /// The rows that were known, by term, kind and target.
    package let terms: [EntityTerm]
    private let matcher: TermMatcher
    private let market: Set<String>

    /// The lexicon as it was at a moment: rows known later are not in it.
    ///
    /// - Input: `market`, the themes that give context to a ticker that is also a common word.
    package init(
        _ terms: [EntityTerm], asOf: Timestamp, market: Set<String> = ["crypto"]
    ) {
        self.terms = terms.filter { $0.known <= asOf }.sorted(by: Self.isBefore)
        self.market = market
        matcher = TermMatcher(
            self.terms.map { .init(text: $0.term, isExact: $0.spelling != .any) })
    }

    /// The mentions in a headline, by place, then by kind and name; rows that were not valid when it was
    /// published name nothing.
    package func mentions(in headline: Headline) -> [EntityMention] {
        let title = TitleTokens(headline.title)
        let found = Self.outermost(
            matcher.matches(in: title.tokens).filter {
                terms[$0.term].isValid(at: headline.published)
            })
        guard !found.isEmpty else { return [] }
        let scalars = Array(headline.title.unicodeScalars)
        let isShouted = !scalars.contains { $0.properties.isLowercase }
        let isSure = found.map { match in
            let term = terms[match.term]
            return !term.needsContext || term.spelling == .ticker && Self.isPriced(match, scalars)
        }
        let hasContext = zip(found, isSure).contains { match, isSure in
            isSure && isOfMarket(terms[match.term])
        }
        let mentions = zip(found, isSure).filter { $1 || hasContext && !isShouted }.map {
            mention($0.0)
        }
        return Set(mentions).sorted {
            ($0.span.lowerBound, $0.span.upperBound, $0.entity, $0.term)
                < ($1.span.lowerBound, $1.span.upperBound, $1.entity, $1.term)
        }
    }

    private func mention(_ match: TermMatcher.Match) -> EntityMention {
        let term = terms[match.term]
        return EntityMention(
            entity: Entity(kind: term.kind, target: term.target), term: term.term,
            themes: term.themes, span: match.span)
    }

    private func isOfMarket(_ term: EntityTerm) -> Bool {
        term.kind == .asset || !market.isDisjoint(with: term.themes)
    }

    /// Whether a dollar sign stands before a match.
    private static func isPriced(_ match: TermMatcher.Match, _ scalars: [Unicode.Scalar]) -> Bool {
        let before = match.span.lowerBound - 1
        return before >= 0 && (scalars[before] == "$" || scalars[before] == "\u{FF04}")
    }

    /// The matches that lie in no longer one.
    private static func outermost(_ matches: [TermMatcher.Match]) -> [TermMatcher.Match] {
        let ordered = matches.sorted {
            ($0.span.lowerBound, -$0.span.upperBound, $0.term)
                < ($1.span.lowerBound, -$1.span.upperBound, $1.term)
        }
        var kept: [TermMatcher.Match] = []
        var reach = 0..<0
        for match in ordered {
            // Starts ascend and ends descend within one start: only the furthest end can hold it.
            let isInside = match.span.upperBound <= reach.upperBound && match.span != reach
            if isInside { continue }
            kept.append(match)
            reach = match.span
        }
        return kept
    }

    private static func isBefore(_ left: EntityTerm, _ right: EntityTerm) -> Bool {
        (left.term, left.kind, left.target, left.known) < (
            right.term, right.kind, right.target, right.known
        )
    }
}
