package import Market

/// Words that tie a headline to a theme. It is data, dated and open to correction.
///
/// Latin words match whole words, so that `AI` is not found in `said`; a term of at most four capitals
/// matches in capitals only. Terms of scripts that do not part words match anywhere.
///
/// - Complexity: finding all terms in a title takes time in proportion to the title, whatever the
///   number of terms, but for terms that begin alike.
package struct Lexicon: Sendable {
    /// What it takes for a term to occur.
    private enum Pattern: Sendable {
        case capitals([String])
        case words([String])
        case anywhere([Unicode.Scalar])
    }

    /// The terms, by theme, then by their own bytes.
    package let terms: [ThemeTerm]
    private let patterns: [Pattern]
    private let byFirstWord: [String: [Int]]
    private let byFirstScalar: [Unicode.Scalar: [Int]]

    /// A lexicon of terms, in any order.
    package init(_ terms: [ThemeTerm]) {
        let ordered = terms.sorted { ($0.theme, $0.term) < ($1.theme, $1.term) }
        let patterns = ordered.map { Self.pattern($0.term) }
        var byFirstWord: [String: [Int]] = [:]
        var byFirstScalar: [Unicode.Scalar: [Int]] = [:]
        for (index, pattern) in patterns.enumerated() {
            switch pattern {
            case .capitals(let words), .words(let words):
                if let first = words.first {
                    byFirstWord[first.lowercased(), default: []].append(index)
                }
            case .anywhere(let scalars):
                if let first = scalars.first { byFirstScalar[first, default: []].append(index) }
            }
        }
        self.terms = ordered
        self.patterns = patterns
        self.byFirstWord = byFirstWord
        self.byFirstScalar = byFirstScalar
    }

    /// The indices of the terms that occur in a title, ascending.
    package func occurrences(in title: String) -> [Int] {
        let title = TitleWords(title)
        var found: Set<Int> = []
        for (start, word) in title.lowercased.enumerated() {
            for index in byFirstWord[word] ?? [] where occurs(index, in: title, at: start) {
                found.insert(index)
            }
        }
        for run in title.runs {
            for (start, scalar) in run.enumerated() {
                for index in byFirstScalar[scalar] ?? [] where occurs(index, in: run, at: start) {
                    found.insert(index)
                }
            }
        }
        return found.sorted()
    }

    /// The themes that a title speaks of, by name, each once.
    package func themes(in title: String) -> [String] {
        Set(occurrences(in: title).map { terms[$0].theme }).sorted()
    }

    /// The themes that bear on a sector.
    package func themes(bearingOn sector: SectorID) -> Set<String> {
        Set(terms.lazy.filter { $0.sector == sector }.map(\.theme))
    }

    private static func pattern(_ term: String) -> Pattern {
        if term.unicodeScalars.contains(where: TitleWords.partsNoWords) {
            return .anywhere(Array(term.unicodeScalars))
        }
        let words = TitleWords(term)
        let isCapitals = term.count <= 4 && term == term.uppercased()
        return isCapitals ? .capitals(words.words) : .words(words.lowercased)
    }

    private func occurs(_ index: Int, in title: TitleWords, at start: Int) -> Bool {
        switch patterns[index] {
        case .capitals(let words): title.words[start...].starts(with: words)
        case .words(let words): title.lowercased[start...].starts(with: words)
        case .anywhere: false
        }
    }

    private func occurs(_ index: Int, in run: [Unicode.Scalar], at start: Int) -> Bool {
        guard case .anywhere(let scalars) = patterns[index] else { return false }
        return run[start...].starts(with: scalars)
    }
}
