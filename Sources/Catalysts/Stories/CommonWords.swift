package import Market

/// Words that headlines use in small letters, so that a ticker or a name that is spelled alike may only be
/// the word.
///
/// Taken from headlines instead of a dictionary, which no language would be complete in.
package struct CommonWords: Hashable, Sendable {
    /// The words, in small letters.
    package let words: Set<String>

    /// The words that stand in small letters, in the midst of at least so many titles.
    ///
    /// - Input: headlines known by the as-of.
    package init(of headlines: [Headline], titles least: Int = 2) {
        var counts: [String: Int] = [:]
        for headline in headlines {
            let small = TitleTokens(headline.title).tokens.filter {
                !$0.isCharacter && $0.text == $0.folded
                    && $0.text.unicodeScalars.contains { $0.properties.isLowercase }
            }
            for word in Set(small.map(\.text)) { counts[word, default: 0] += 1 }
        }
        words = Set(counts.filter { $0.value >= max(least, 1) }.keys)
    }
}
