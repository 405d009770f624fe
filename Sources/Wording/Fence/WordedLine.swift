internal import Evidence
internal import Narrative

/// A sentence as elements: facts, words and marks in reading order.
struct WordedLine: Sendable {
    /// The elements, without citations.
    let elements: [WordedElement]
    /// What a sentence puts at each element that is a fact; `nil` elsewhere.
    let spans: [Sentence.Span?]
    /// Where each element stands among the characters of the model's sentence; empty for the template's.
    let ranges: [Range<Int>]

    /// The template's own sentence. A number that stands in its words is a word.
    init(template: Sentence, label: (Fact) -> Int?) {
        var elements: [WordedElement] = []
        var spans: [Sentence.Span?] = []
        for span in template.spans {
            if case .words(let words) = span {
                let words = WordingTokenizer(words).tokens.compactMap(Self.element)
                elements += words
                spans += words.map { _ in nil }
            } else if let use = FactUse(span, label: { $0.fact.flatMap(label) }) {
                elements.append(use.isName ? .name(use) : .value(use))
                spans.append(span)
            }
        }
        self.elements = elements
        self.spans = spans
        ranges = []
    }

    /// A model's sentence, its facts told by how they may be spelled, the longest spelling first.
    init(_ reader: SpellingReader) {
        elements = reader.elements
        spans = reader.spans
        ranges = reader.ranges
    }

    /// A token that no fact is spelled by, as an element; `nil` for citations.
    static func element(_ token: WordingToken) -> WordedElement? {
        switch token.kind {
        case .word(let word): .word(word)
        case .mark(let mark): .mark(mark)
        case .number, .mixed, .citation, .name, .foreign: nil
        }
    }

    /// The words that no fact is spelled by, with how often each occurs.
    var wordCounts: [String: Int] {
        elements.reduce(into: [:]) { counts, element in
            if let word = element.word { counts[word, default: 0] += 1 }
        }
    }
}

extension FactUse {
    /// Whether it names something, and tells no figure.
    var isName: Bool { part == .text || part == .measure || part == .subject }
}
