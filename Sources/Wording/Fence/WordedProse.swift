internal import Narrative

/// Puts the elements of a sentence together again, with the spaces that stood between them.
struct WordedProse {
    private var pieces: [(span: Sentence.Span, range: Range<Int>)] = []

    /// Adds a stretch that stood at a place.
    mutating func add(_ span: Sentence.Span, at range: Range<Int>) {
        pieces.append((span, range))
    }

    /// The sentence: words joined, begun with a capital, and ended with a full stop where the template is.
    func sentence(spaces characters: [Character], endsWithStop: Bool) -> Sentence {
        var spans: [Sentence.Span] = []
        var words = ""
        var end = 0
        for (span, range) in pieces {
            let gap = characters[min(end, range.lowerBound)..<range.lowerBound]
            end = range.upperBound
            guard case .words(let text) = span else {
                words += Self.gap(gap, before: "")
                if !words.isEmpty { spans.append(.words(words)) }
                words = ""
                spans.append(span)
                continue
            }
            words += Self.gap(gap, before: text) + text
        }
        while let last = words.last, " .,;:-–—".contains(last) { words.removeLast() }
        if endsWithStop { words += "." }
        if !words.isEmpty { spans.append(.words(words)) }
        return Sentence(spans: Self.capitalised(spans))
    }

    /// What stood between two pieces once citations are gone: a hyphen that held them together, a space, or nothing.
    private static func gap(_ characters: ArraySlice<Character>, before text: String) -> String {
        if characters.count == 1, characters.first == "-" { return "-" }
        let isMark = text.first.map { !$0.isLetter } ?? false
        if characters.last == " " { return text.first.map(",;:.)".contains) ?? false ? "" : " " }
        return characters.contains("]") && !isMark ? " " : ""
    }

    private static func capitalised(_ spans: [Sentence.Span]) -> [Sentence.Span] {
        guard case .words(let words)? = spans.first, let first = words.first else { return spans }
        return [.words(first.uppercased() + words.dropFirst())] + spans.dropFirst()
    }
}
