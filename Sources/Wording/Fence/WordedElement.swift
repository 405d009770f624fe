internal import Evidence
internal import Narrative

/// One thing in a sentence once facts are told from words.
enum WordedElement: Hashable, Sendable {
    /// The number, instant or day of a fact, or when it was observed.
    case value(FactUse)
    /// The text of a fact, the name of what it measures, or of what it is about.
    case name(FactUse)
    /// A word in lower case that no fact is spelled by.
    case word(String)
    /// A mark.
    case mark(Character)

    /// The use of a fact, where it is one.
    var use: FactUse? {
        switch self {
        case .value(let use), .name(let use): use
        case .word, .mark: nil
        }
    }

    /// The word, where it is one.
    var word: String? {
        guard case .word(let word) = self else { return nil }
        return word
    }

    /// Whether a clause ends here.
    var isBreak: Bool {
        switch self {
        case .mark(let mark): ",;:.()–—".contains(mark)
        case .word(let word): ["and", "while", "but", "whereas", "or"].contains(word)
        case .value, .name: false
        }
    }
}

/// A fact in a sentence.
struct FactUse: Hashable, Sendable {
    /// What of the fact is told.
    enum Part: Hashable, Sendable {
        case value, range, text, measure, subject, observed
    }

    /// The label of the fact, from 1.
    let label: Int
    /// What of it is told.
    let part: Part

    /// What of a fact a stretch of a sentence tells; `nil` for words.
    init?(_ span: Sentence.Span, label: (Sentence.Span) -> Int?) {
        guard let label = label(span) else { return nil }
        self.label = label
        switch span {
        case .words, .publisher: return nil
        case .value(let fact, let style):
            if case Fact.Value.text = fact.value {
                part = Part.text
            } else {
                let isRange = (style == .interval || style == .rough) && fact.low != nil
                part = isRange ? .range : .value
            }
        case .measure: part = .measure
        case .subject, .named: part = .subject
        case .observed: part = .observed
        }
    }
}
