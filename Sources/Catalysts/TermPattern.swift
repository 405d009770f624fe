/// A title cut up once, so that many terms can be looked for.
struct TitleWords {
    /// The title as it stands, for scripts that do not part words.
    let title: String
    /// The words as they stand.
    let words: [Substring]
    /// The words in lower case.
    let lowercased: [String]

    init(_ title: String) {
        self.title = title
        words = Self.words(of: title)
        lowercased = words.map { $0.lowercased() }
    }

    /// Runs of letters and digits of scripts that part words: `DeepSeek` of `DeepSeek发布`.
    static func words(of text: String) -> [Substring] {
        text.split { !($0.isLetter || $0.isNumber) || partsNoWords($0) }
    }

    /// Whether a character belongs to a script that does not part words, such as Han or kana.
    static func partsNoWords(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.value >= 0x2E80 }
    }
}

/// What it takes for a term to occur in a title.
///
/// Latin words must match whole words, so that `AI` is not found in `said`; a term of capitals must
/// match in capitals. Scripts that do not part words match anywhere.
enum TermPattern: Sendable {
    case capitals([String])
    case words([String])
    case anywhere(String)

    init(_ term: String) {
        if term.contains(where: TitleWords.partsNoWords) {
            self = .anywhere(term)
        } else {
            let words = TitleWords.words(of: term).map(String.init)
            let isCapitals = term.count <= 4 && term == term.uppercased()
            self = isCapitals ? .capitals(words) : .words(words.map { $0.lowercased() })
        }
    }

    func occurs(in title: TitleWords) -> Bool {
        switch self {
        case .anywhere(let term): title.title.contains(term)
        case .capitals(let words): Self.run(words.map { $0[...] }, occursIn: title.words)
        case .words(let words): Self.run(words, occursIn: title.lowercased)
        }
    }

    private static func run<Word: Equatable>(_ run: [Word], occursIn words: [Word]) -> Bool {
        guard let first = run.first, run.count <= words.count else { return false }
        return words.indices.dropLast(run.count - 1).contains { start in
            words[start] == first && Array(words[start..<(start + run.count)]) == run
        }
    }
}
