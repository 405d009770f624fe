/// Looks at tokens from a place, with what the readers of numbers and dates ask of them.
struct TokenCursor {
    let tokens: [Token]
    let literals: [NumberLiteral]
    let decimalMark: Unicode.Scalar
    private let scalars: [Unicode.Scalar]
    private let meanings: [PhraseIndex.Meaning]
    private let matches: [PhraseIndex.Match?]

    /// A cursor over the tokens of a text; each phrase is looked up once, here.
    init(_ lexer: Lexer, _ index: PhraseIndex, _ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        tokens = lexer.tokens
        literals = lexer.literals
        decimalMark = NumberStyle.decimalMark(of: lexer.literals, in: lexer.tokens)
        meanings = index.meanings
        matches = lexer.tokens.indices.map { index.match(lexer.tokens, at: $0) }
    }

    /// The longest phrase that begins there, with the place behind it.
    func phrase(_ place: Int) -> (meaning: PhraseIndex.Meaning, end: Int)? {
        guard matches.indices.contains(place), let match = matches[place] else { return nil }
        return (meanings[Int(match.meaning)], place + Int(match.count))
    }

    subscript(place: Int) -> Token? { tokens.indices.contains(place) ? tokens[place] : nil }

    /// Whether a symbol or word stands there, in small letters.
    func isText(_ place: Int, _ texts: String...) -> Bool {
        self[place].map { texts.contains($0.text) } ?? false
    }

    /// The term of the longest phrase there that is one, with the place behind it.
    func term(_ place: Int) -> (term: Term, end: Int)? {
        guard let found = phrase(place), case .term(let term) = found.meaning else { return nil }
        return (term, found.end)
    }

    /// The literal there.
    func literal(_ place: Int) -> NumberLiteral? {
        guard case .number(let number)? = self[place]?.kind else { return nil }
        return literals[number]
    }

    /// A whole number of at most four digits without marks there, or a small number in letters.
    func count(_ place: Int) -> Int? {
        if let literal = literal(place) {
            guard literal.marks.isEmpty, let digits = literal.groups.first, digits.utf8.count <= 4
            else { return nil }
            return Int(digits)
        }
        return self[place].flatMap { Self.words[$0.text] }
    }

    /// From the first scalar of a token to the last of the one before `end`.
    func span(_ start: Int, _ end: Int) -> Range<Int> {
        tokens[start].range.lowerBound..<tokens[max(start, end - 1)].range.upperBound
    }

    /// Tokens as they are written, on one line and of at most forty characters.
    func written(_ start: Int, _ end: Int) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars[span(start, end)].prefix(Token.longest) {
            text.append(scalar == "\n" || scalar == TextSink.blockEnd ? " " : scalar)
        }
        return String(text)
    }

    private static let words: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "twelve": 12, "dos": 2, "tres": 3, "siete": 7,
    ]
}
