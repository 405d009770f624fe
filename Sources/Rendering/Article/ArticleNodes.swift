import Evidence
import Narrative

/// An article with its notes as JSON: where each claim stands, what became of it, and its figures.
enum ArticleNodes {
    /// A block of kind `article`.
    static func node(
        _ article: AnnotatedArticle, sentence: (Sentence) -> JSONNode
    ) -> JSONNode {
        .object([
            ("kind", .string("article")),
            (
                "passages",
                .array(
                    article.passages.map { passage in
                        .object([
                            ("start", .number(Double(passage.start))),
                            ("text", .string(text(passage.text))),
                            ("fact", .string(passage.text.id)),
                        ])
                    })
            ),
            ("notes", .array(article.notes.map { node($0, sentence) })),
        ])
    }

    private static func node(
        _ note: AnnotatedArticle.Note, _ sentence: (Sentence) -> JSONNode
    ) -> JSONNode {
        .object([
            ("number", .optional(note.number.number)), ("kind", .string(text(note.kind))),
            ("verdict", .string(text(note.verdict))), ("tone", .string(note.tone.rawValue)),
            ("words", .string(text(note.words))), ("span", node(note.span)),
            ("source", node(note.source)), ("stated", .strings(note.stated.map(\.id))),
            ("measured", .optional(note.measured?.id)),
            ("details", .array(note.details.map(sentence))),
        ])
    }

    private static func node(_ range: Range<Int>) -> JSONNode {
        .object([
            ("start", .number(Double(range.lowerBound))),
            ("end", .number(Double(range.upperBound))),
        ])
    }

    private static func text(_ fact: Fact) -> String {
        if case .text(let text) = fact.value { return text }
        return ""
    }
}
