public import Evidence

/// An article as it was read, with numbered notes on what it claims.
public struct AnnotatedArticle: Hashable, Sendable {
    /// How a note is to be seen.
    public enum Tone: String, Hashable, Sendable, CaseIterable {
        /// What is said was found.
        case right
        /// It would be said otherwise, and misleads nobody.
        case near
        /// It cannot be told.
        case open
        /// It is not so.
        case wrong
        /// Nothing can be said of it.
        case silent
    }

    /// A paragraph. Lines within it are parted by line feeds.
    public struct Passage: Hashable, Sendable {
        /// The text, as words from outside.
        public let text: Fact
        /// Where it begins, in scalars of the whole text.
        public let start: Int

        /// A paragraph.
        public init(text: Fact, start: Int) {
            self.text = text
            self.start = start
        }
    }

    /// What became of one claim.
    public struct Note: Hashable, Sendable {
        /// Its number, counted from one in the order of the text.
        public let number: Fact
        /// The words of the article, shortened.
        public let words: Fact
        /// What sort of statement it is.
        public let kind: Fact
        /// What became of it, for readers.
        public let verdict: Fact
        /// How it is to be seen.
        public let tone: Tone
        /// Where the claim stands, in scalars of the whole text.
        public let span: Range<Int>
        /// Where it stands in the bytes of the article.
        public let source: Range<Int>
        /// The figures as they are stated.
        public let stated: [Fact]
        /// What the data say.
        public let measured: Fact?
        /// Why, with what, and how a careful writer would put it.
        public let details: [Sentence]

        /// A note.
        public init(
            number: Fact, words: Fact, kind: Fact, verdict: Fact, tone: Tone, span: Range<Int>,
            source: Range<Int>, stated: [Fact], measured: Fact?, details: [Sentence]
        ) {
            self.number = number
            self.words = words
            self.kind = kind
            self.verdict = verdict
            self.tone = tone
            self.span = span
            self.source = source
            self.stated = stated
            self.measured = measured
            self.details = details
        }

        /// Every fact the note rests on, in reading order.
        public var facts: [Fact] {
            [number, words, kind, verdict] + stated + [measured].compactMap { $0 }
                + details.flatMap(\.facts)
        }
    }

    /// The paragraphs, in reading order, without those that are too far down for a page.
    public let passages: [Passage]
    /// The notes, by number.
    public let notes: [Note]

    /// An article with its notes.
    public init(passages: [Passage], notes: [Note]) {
        self.passages = passages
        self.notes = notes
    }

    /// Every fact of the text and the notes.
    public var facts: [Fact] { passages.map(\.text) + notes.flatMap(\.facts) }
}
