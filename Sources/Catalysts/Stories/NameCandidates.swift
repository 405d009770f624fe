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
        /// In lower case, words parted by one blank.
        let key: String
        /// As it is written, words parted by one blank.
        let written: String
        let kind: Kind
        /// The character before it; empty at the edge of a run.
        let left: String
        /// The character after it; empty at the edge of a run.
        let right: String
    }

    /// Candidates by their places, those of a place from the shortest on.
    let candidates: [Candidate]

    private static let longestTitle = 64
    private static let longestWord = 40

    init(_ title: String) {
        let tokens = Array(TitleTokens(title).tokens.prefix(Self.longestTitle))
        candidates = tokens.indices.flatMap { start in
            tokens[start].isCharacter
                ? Self.characters(tokens, from: start) : Self.words(tokens, from: start)
        }
    }

    private static func words(_ tokens: [TitleTokens.Token], from start: Int) -> [Candidate] {
        let first = Shape(tokens[start])
        var found: [Candidate] = []
        if first.isWord {
            found.append(candidate(tokens[start...start], .words))
        }
        guard first.isCapital else { return found }
        for end in start + 1..<min(start + 3, max(tokens.count, start + 1)) {
            let shape = Shape(tokens[end])
            guard !tokens[end].isCharacter, tokens[end].isJoined, shape.isCapital || shape.isNumber
            else { break }
            found.append(candidate(tokens[start...end], .words))
        }
        return found
    }

    private static func characters(_ tokens: [TitleTokens.Token], from start: Int) -> [Candidate] {
        let left = isNext(start, in: tokens) ? tokens[start - 1].text : ""
        var found: [Candidate] = []
        for end in start + 1..<min(start + 4, max(tokens.count, start + 1)) {
            guard isNext(end, in: tokens) else { break }
            let right = isNext(end + 1, in: tokens) ? tokens[end + 1].text : ""
            found.append(candidate(tokens[start...end], .characters, left: left, right: right))
        }
        return found
    }

    /// Whether a token is a character that follows a character with nothing between.
    private static func isNext(_ index: Int, in tokens: [TitleTokens.Token]) -> Bool {
        guard index > 0, index < tokens.count else { return false }
        let (before, token) = (tokens[index - 1], tokens[index])
        return before.isCharacter && token.isCharacter
            && before.span.upperBound == token.span.lowerBound
    }

    private static func candidate(
        _ tokens: ArraySlice<TitleTokens.Token>, _ kind: Kind, left: String = "",
        right: String = ""
    ) -> Candidate {
        let blank = kind == .words ? " " : ""
        return Candidate(
            key: tokens.map(\.folded).joined(separator: blank),
            written: tokens.map(\.text).joined(separator: blank), kind: kind, left: left,
            right: right)
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
