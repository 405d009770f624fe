package import Market

/// Words that tie a headline to a theme. It is data, dated and open to correction.
///
/// Latin words match whole words, so that `AI` is not found in `said`; a term of at most four capitals
/// matches in capitals only. Terms of scripts that do not part words match anywhere.
///
/// - Complexity: finding all terms in a title takes time in proportion to the title, whatever the
///   number of terms, but for terms that begin alike.
package struct Lexicon: Sendable {
    /// The terms, by theme, then by their own bytes.
    package let terms: [ThemeTerm]
    private let matcher: TermMatcher

    /// A lexicon of terms, in any order.
    package init(_ terms: [ThemeTerm]) {
        self.terms = terms.sorted { ($0.theme, $0.term) < ($1.theme, $1.term) }
        matcher = TermMatcher(
            self.terms.map { .init(text: $0.term, isExact: Self.isCapitals($0.term)) })
    }

    /// The indices of the terms that occur in a title, ascending.
    package func occurrences(in title: String) -> [Int] {
        Set(matcher.matches(in: title).map(\.term)).sorted()
    }

    /// The themes that a title speaks of, by name, each once.
    package func themes(in title: String) -> [String] {
        Set(occurrences(in: title).map { terms[$0].theme }).sorted()
    }

    /// The themes that bear on a sector.
    package func themes(bearingOn sector: SectorID) -> Set<String> {
        Set(terms.lazy.filter { $0.sector == sector }.map(\.theme))
    }

    /// Whether a term is so short and all capitals that in small letters it would be another word.
    static func isCapitals(_ term: String) -> Bool {
        term.count <= 4 && term == term.uppercased()
    }
}
