package import Market

/// Words that tie a headline to a theme. It is data, dated and open to correction.
package struct Lexicon: Sendable {
    private let terms: [(term: ThemeTerm, pattern: TermPattern)]

    /// A lexicon of terms, in any order.
    package init(_ terms: [ThemeTerm]) {
        self.terms = terms.sorted { ($0.theme, $0.term) < ($1.theme, $1.term) }
            .map { ($0, TermPattern($0.term)) }
    }

    /// The themes a title speaks of, by name, each once.
    package func themes(in title: String) -> [String] {
        let words = TitleWords(title)
        var found: [String] = []
        for (term, pattern) in terms
        where found.last != term.theme && pattern.occurs(in: words) {
            found.append(term.theme)
        }
        return found
    }

    /// The themes that bear on a sector, and those that bear on the whole market.
    package func themes(bearingOn sector: SectorID) -> Set<String> {
        Set(terms.filter { $0.term.sector == sector }.map(\.term.theme))
    }

    /// In how many titles each word of the themes occurs.
    package func mentions(
        in titles: some Sequence<String>, themes: Set<String>
    ) -> [String: Int] {
        let wanted = terms.filter { themes.contains($0.term.theme) }
        var counts: [String: Int] = [:]
        for title in titles {
            let words = TitleWords(title)
            for (term, pattern) in wanted where pattern.occurs(in: words) {
                counts[term.term, default: 0] += 1
            }
        }
        return counts
    }

    /// Whether a title holds one word of the lexicon.
    package func title(_ title: String, holds term: String) -> Bool {
        TermPattern(term).occurs(in: TitleWords(title))
    }
}
