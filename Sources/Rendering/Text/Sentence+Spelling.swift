package import Narrative

extension Sentence {
    /// The sentence as a reader sees it, cleaned and formatted, before any format's own escaping.
    package var spelled: String { Phrase(self).text }
}

extension Sentence.Span {
    /// One stretch of a sentence as a reader sees it.
    package var spelled: String { Sentence(spans: [self]).spelled }
}
