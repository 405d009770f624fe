/// The smallest piece of a text that the grammar sees.
struct Token: Hashable, Sendable {
    /// What it is.
    enum Kind: Hashable, Sendable {
        /// Letters, and digits behind them: `fell`, `TOTAL2`.
        case word
        /// One character of a script that parts no words.
        case han
        /// Digits with what parts them; the index of its literal.
        case number(Int)
        /// Anything else that is seen.
        case symbol
        /// The end of a line within a block.
        case lineEnd
        /// The end of a block.
        case blockEnd
    }

    /// The longest word that is kept as text; a longer one matches nothing.
    static let longest = 40

    /// What it is.
    let kind: Kind
    /// Where it stands in the text, in scalars.
    let range: Range<Int>
    /// Its letters in lower case; empty for words that are too long.
    let text: String
    /// Whether nothing stands between it and the token before.
    let isGlued: Bool
    /// Whether its first letter is a capital.
    let isCapitalized: Bool
    /// Whether it has no small letter, and at least one capital or digit.
    let isCapitals: Bool
    /// Whether it takes letters from more than one alphabet, or from one that looks like Latin.
    let isLookalike: Bool
}
