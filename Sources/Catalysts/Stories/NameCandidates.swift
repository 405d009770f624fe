/// What in a title could be a name, without any list of names.
///
/// - Words: each of two letters or more, in capitals or not; and runs of two or three words with a capital,
///   or of a script without capitals, or numbers that follow them (`Silicon Valley Bank`, `Llama 3`).
/// - Characters of scripts that part no words: every two to four in a row.
///
/// Only the first 64 tokens of a title are read, and words of up to 40 characters.
struct NameCandidates: Sendable {
    /// Which of the two a candidate is.
    enum Kind: Int, Hashable, Sendable {
        case words
        case characters
    }

    /// Something that could be a name, at a place in a title.
    struct Candidate: Sendable {
        /// Its tokens, by their indices.
        let place: Range<Int>
        let kind: Kind
        /// Whether a character stands right before it.
        let hasLeft: Bool
        /// Whether a character stands right after it.
        let hasRight: Bool
    }

    /// The tokens that were read.
    let tokens: [TitleTokens.Token]
    /// Candidates by their places, those of a place from the shortest on.
    let candidates: [Candidate]

    private static let longestTitle = 64
    private static let longestWord = 40

    init(_ title: String) {
        let tokens = Array(TitleTokens(title).tokens.prefix(Self.longestTitle))
        var candidates: [Candidate] = []
        candidates.reserveCapacity(3 * tokens.count)
        for start in tokens.indices {
            if tokens[start].isCharacter {
                Self.addCharacters(from: start, of: tokens, to: &candidates)
            } else {
                Self.addWords(from: start, of: tokens, to: &candidates)
            }
        }
        self.tokens = tokens
        self.candidates = candidates
    }

    private static func addWords(
        from start: Int, of tokens: [TitleTokens.Token], to candidates: inout [Candidate]
    ) {
        func add(_ place: Range<Int>) {
            candidates.append(
                Candidate(place: place, kind: .words, hasLeft: false, hasRight: false))
        }
        let first = Shape(tokens[start])
        if first.isWord { add(start..<start + 1) }
        guard first.isCapital else { return }
        for end in start + 1..<max(min(start + 3, tokens.count), start + 1) {
            guard !tokens[end].isCharacter, tokens[end].isJoined else { return }
            let shape = Shape(tokens[end])
            guard shape.isCapital || shape.isNumber else { return }
            add(start..<end + 1)
        }
    }

    private static func addCharacters(
        from start: Int, of tokens: [TitleTokens.Token], to candidates: inout [Candidate]
    ) {
        let hasLeft = isNext(start, in: tokens)
        for end in start + 1..<max(min(start + 4, tokens.count), start + 1) {
            guard isNext(end, in: tokens) else { return }
            candidates.append(
                Candidate(
                    place: start..<end + 1, kind: .characters, hasLeft: hasLeft,
                    hasRight: isNext(end + 1, in: tokens)))
        }
    }

    /// Whether a token is a character that follows a character with nothing between.
    private static func isNext(_ index: Int, in tokens: [TitleTokens.Token]) -> Bool {
        guard index > 0, index < tokens.count else { return false }
        let (before, token) = (tokens[index - 1], tokens[index])
        return before.isCharacter && token.isCharacter
            && before.span.upperBound == token.span.lowerBound
    }

    /// What a word looks like.
    private struct Shape {
        /// Whether it can be a name of its own.
        let isWord: Bool
        let isNumber: Bool
        /// Whether it holds a capital, or no letter that has one.
        let isCapital: Bool

        init(_ token: TitleTokens.Token) {
            let scalars = token.text.unicodeScalars
            let isShort = scalars.count <= NameCandidates.longestWord
            isNumber = isShort && scalars.allSatisfy { $0.properties.numericType != nil }
            let isLettered = isShort && !isNumber
            isWord = isLettered && scalars.count >= 2
            let hasUpper = isLettered && scalars.contains { $0.properties.isUppercase }
            let hasLower = isLettered && scalars.contains { $0.properties.isLowercase }
            isCapital = isLettered && (hasUpper || !hasLower)
        }
    }
}
