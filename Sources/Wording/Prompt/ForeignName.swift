/// Words from a source, such as the name that rose in headlines, on their way to a model.
enum ForeignName {
    /// Whether a text may be shown as it is: one word of at most 24 letters, digits, dots and dashes, with a capital or a digit,
    /// that no list of the fence knows. One such word instructs nobody; anything else is shown as its stand-in alone.
    static func isHarmless(_ text: String) -> Bool {
        let isWord =
            (1...24).contains(text.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) }
        guard isWord, let first = text.first, first.isLetter || first.isNumber,
            text.contains(where: { $0.isUppercase || $0.isNumber })
        else { return false }
        return !isOurs(text.lowercased()) && Int(text) == nil && !looksLikeNumber(text)
            && !text.hasPrefix("NAME")
    }

    /// The stand-in for the text of a fact.
    static func standIn(_ label: Int) -> String { "NAME\(label)" }

    private static func isOurs(_ word: String) -> Bool {
        WordLexicon.plain.contains(word) || WordLexicon.qualifiers.contains(word)
            || WordLexicon.causal.contains(word) || WordLexicon.dates.contains(word)
            || WordLexicon.numbers.contains(word) || WordLexicon.dramatic.contains(word)
            || WordLexicon.contrasts.contains(word) || WordLexicon.direction(of: word) != nil
            || WordLexicon.subjects[word] != nil
    }

    private static func looksLikeNumber(_ text: String) -> Bool {
        WordingTokenizer(text).tokens.contains { token in
            if case .number = token.kind { return true }
            return false
        }
    }
}
