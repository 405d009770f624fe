internal import Evidence
internal import Narrative

/// Tells facts from words in a model's sentence.
struct SpellingReader {
    private(set) var elements: [WordedElement] = []
    private(set) var spans: [Sentence.Span?] = []
    private(set) var ranges: [Range<Int>] = []
    /// The labels that the sentence cites, by a citation or by a stand-in.
    let cited: Set<Int>

    private let source: WordingTokenizer
    private let table: [FactSpelling]
    private let literals: [String: Int]

    /// Reads a sentence. `table` is how the facts of the template's sentence may be spelled, `words` the template's own
    /// words with how often each occurs: a number word among them is no fact.
    init(
        _ source: WordingTokenizer, _ table: [FactSpelling], words: [String: Int]
    ) throws(Objection) {
        self.source = source
        self.table = table
        literals = words
        var cited: Set<Int> = []
        for token in source.tokens {
            if case .citation(let labels) = token.kind { cited.formUnion(labels) }
            if case .name(let label) = token.kind { cited.insert(label) }
        }
        self.cited = cited
        let offered = Set(table.map(\.use.label))
        if let strange = cited.subtracting(offered).min() {
            throw Objection(.citation, "f\(strange)")
        }
        try read()
    }

    private mutating func read() throws(Objection) {
        var index = 0
        while index < source.tokens.count {
            let token = source.tokens[index]
            if case .citation = token.kind {
                index += 1
            } else if let spelling = try spelling(at: index) {
                let last = source.tokens[index + spelling.tokens.count - 1]
                elements.append(spelling.use.isName ? .name(spelling.use) : .value(spelling.use))
                spans.append(spelling.span)
                ranges.append(token.range.lowerBound..<last.range.upperBound)
                index += spelling.tokens.count
            } else {
                elements.append(try loose(token))
                spans.append(nil)
                ranges.append(token.range)
                index += 1
            }
        }
    }

    /// The longest spelling of a cited fact that stands here; of several the one whose citation follows, then the first
    /// that was not told yet.
    private func spelling(at index: Int) throws(Objection) -> FactSpelling? {
        let found = table.filter { matches($0, at: index) }
        let longest = found.map(\.tokens.count).max() ?? 0
        let candidates = found.filter { $0.tokens.count == longest }
        guard let first = candidates.first else { return nil }
        let usable = candidates.filter { cited.contains($0.use.label) }
        guard let fallback = usable.first else {
            throw Objection(.uncited, source.text(source.tokens[index]) + " (f\(first.use.label))")
        }
        let next = index + longest
        if source.tokens.indices.contains(next),
            case .citation(let labels) = source.tokens[next].kind,
            let pointed = usable.first(where: { labels.contains($0.use.label) })
        {
            return pointed
        }
        let told = Set(elements.compactMap(\.use))
        return usable.first { !told.contains($0.use) } ?? fallback
    }

    private func matches(_ spelling: FactSpelling, at index: Int) -> Bool {
        let end = index + spelling.tokens.count
        guard end <= source.tokens.count else { return false }
        if spelling.tokens.count == 1, let number = cardinal(at: index) {
            return spelling.tokens[0] == .number(number)
        }
        return zip(source.tokens[index..<end], spelling.tokens).allSatisfy { $0.kind == $1 }
    }

    /// A number in a word that is not a word of the template.
    private func cardinal(at index: Int) -> StatedNumber? {
        guard case .word(let word) = source.tokens[index].kind, literals[word] == nil,
            let value = WordLexicon.cardinal(word)
        else { return nil }
        return StatedNumber(digits: "\(value)")
    }

    /// A token that is no fact.
    private func loose(_ token: WordingToken) throws(Objection) -> WordedElement {
        switch token.kind {
        case .number, .mixed: throw Objection(.number, source.text(token))
        case .foreign, .name: throw Objection(.character, source.text(token))
        case .mark("≥"): throw Objection(.qualifier, source.text(token))
        case .word(let word): return .word(word)
        case .mark(let mark): return .mark(mark)
        case .citation: throw Objection(.citation, source.text(token))
        }
    }
}
