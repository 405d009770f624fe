/// Finds many terms in a title at once.
///
/// Words match whole, whatever signs stand between them. Characters of scripts that do not part words
/// match anywhere, with nothing between them.
///
/// - Complexity: finding all terms in a title takes time in proportion to the title, whatever the
///   number of terms, but for terms that begin alike.
struct TermMatcher: Sendable {
    /// What is looked for.
    struct Term: Hashable, Sendable {
        /// The word or words.
        let text: String
        /// Whether capitals and small letters must be as in the term.
        let isExact: Bool
    }

    /// A term at a place.
    struct Match: Hashable, Sendable {
        /// Which term, by its index.
        let term: Int
        /// Where it stands, in Unicode scalars from the start of the title.
        let span: Range<Int>
    }

    private struct Pattern: Sendable {
        let tokens: [TitleTokens.Token]
        let isExact: Bool
    }

    private let patterns: [Pattern]
    private let byFirst: [TitleTokens.Key: [Int]]

    /// A matcher of terms, each named by its index; a term without letters is nowhere.
    init(_ terms: [Term]) {
        patterns = terms.map {
            Pattern(tokens: TitleTokens($0.text).tokens, isExact: $0.isExact)
        }
        var byFirst: [TitleTokens.Key: [Int]] = [:]
        for (index, pattern) in patterns.enumerated() {
            if let first = pattern.tokens.first { byFirst[first.key, default: []].append(index) }
        }
        self.byFirst = byFirst
    }

    /// Every place where a term stands, in order of the first tokens, then of the terms.
    func matches(in title: String) -> [Match] {
        matches(in: TitleTokens(title).tokens)
    }

    /// The same in a title that is cut up already.
    func matches(in tokens: [TitleTokens.Token]) -> [Match] {
        var found: [Match] = []
        for (start, token) in tokens.enumerated() {
            for index in byFirst[token.key] ?? [] where occurs(index, in: tokens, at: start) {
                let last = tokens[start + patterns[index].tokens.count - 1]
                found.append(
                    Match(term: index, span: token.span.lowerBound..<last.span.upperBound))
            }
        }
        return found
    }

    private func occurs(_ index: Int, in tokens: [TitleTokens.Token], at start: Int) -> Bool {
        let pattern = patterns[index]
        guard start + pattern.tokens.count <= tokens.count else { return false }
        return pattern.tokens.indices.allSatisfy { offset in
            let wanted = pattern.tokens[offset]
            let token = tokens[start + offset]
            let isSame =
                pattern.isExact ? token.text == wanted.text : token.key == wanted.key
            guard isSame, offset > 0 else { return isSame }
            let before = tokens[start + offset - 1]
            let isParted = !before.isCharacter && !token.isCharacter
            return isParted || before.span.upperBound == token.span.lowerBound
        }
    }
}
