/// Finds the longest known phrase that begins at a token.
///
/// - Complexity: of a look-up, the length of the longest phrase, which is bounded by `longest`.
struct PhraseIndex: Sendable {
    /// The most tokens of a phrase; longer names are not indexed.
    static let longest = 12

    /// How a phrase must be written in order to match.
    enum Case: Sendable {
        /// In any way.
        case any
        /// With no small letter.
        case capitals
        /// With a capital first letter.
        case capitalized
    }

    /// What a phrase stands for.
    enum Meaning: Sendable {
        /// A row of the caller's vocabulary.
        case row(VocabularyRow)
        /// A term of the field.
        case term(Term)
    }

    /// A phrase that was found.
    struct Match: Sendable {
        /// Which of `meanings`.
        let meaning: Int32
        /// How many tokens it takes.
        let count: Int32
    }

    private struct Step: Hashable, Sendable {
        let node: Int
        let text: String
    }

    private var steps: [Step: Int] = [:]
    private var entries: [Int: [(Case, Int)]] = [:]
    /// What phrases stand for, by the number that a match gives.
    private(set) var meanings: [Meaning] = []
    private var nodes = 1

    /// Adds a phrase; among phrases that are written alike, the first that is added wins.
    mutating func add(_ phrase: String, _ written: Case, _ meaning: Meaning) {
        let sink = phrase.unicodeScalars.compactMap(TextSink.seen)
        let tokens = Lexer(sink).tokens
        guard !tokens.isEmpty, tokens.count <= Self.longest else { return }
        var node = 0
        for token in tokens {
            let step = Step(node: node, text: token.text)
            let next = steps[step] ?? nodes
            if next == nodes {
                steps[step] = next
                nodes += 1
            }
            node = next
        }
        entries[node, default: []].append((written, meanings.count))
        meanings.append(meaning)
    }

    /// The number of the meaning of the longest phrase at a place, with the number of its tokens.
    func match(_ tokens: [Token], at start: Int) -> Match? {
        var node = 0
        var found: Match?
        for place in start..<min(tokens.count, start + Self.longest) {
            let token = tokens[place]
            guard !token.isLookalike, !token.text.isEmpty,
                let next = steps[Step(node: node, text: token.text)]
            else { break }
            node = next
            let range = tokens[start...place]
            if let meaning = entries[node]?.first(where: { Self.fits($0.0, range) })?.1 {
                found = Match(meaning: Int32(meaning), count: Int32(place - start + 1))
            }
        }
        return found
    }

    private static func fits(_ written: Case, _ tokens: ArraySlice<Token>) -> Bool {
        switch written {
        case .any: true
        case .capitals: tokens.allSatisfy { $0.kind != .word || $0.isCapitals }
        case .capitalized:
            tokens.first.map { $0.isCapitalized || $0.kind != .word } ?? false
        }
    }
}
