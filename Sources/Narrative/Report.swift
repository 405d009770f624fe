public import Evidence
public import Market

/// The answer to a question, as a tree that every format is rendered from.
public struct Report: Sendable {
    /// The question in words, such as `Why did the crypto market move?`
    public let title: Sentence
    /// Nothing known after this instant was used.
    public let asOf: Timestamp
    /// The window of the question, such as `24h` or `utc-day`.
    public let window: String
    /// The answer in one sentence.
    public let headline: Sentence
    /// The answer in a few sentences.
    public let lead: [Sentence]
    /// The workings, in reading order.
    public let sections: [Section]
    /// Everything the report may say.
    public let book: EvidenceBook
    /// What is missing, and whether that makes the answer thin.
    public let gaps: [ReportGap]
    /// The sources that were read, in order of name.
    public let sources: [Source]
    /// The command that made it, without where the store is; empty where none did.
    public var command: [String] = []
    /// What the rows were that its facts were made from; `nil` where nobody looked.
    public var receipts: ReceiptBook?
    /// The language it is told in.
    public let language: Language
    /// How much of it is told.
    public let style: ReportStyle

    /// A report.
    public init(
        title: Sentence, asOf: Timestamp, window: String, headline: Sentence, lead: [Sentence],
        sections: [Section], book: EvidenceBook, gaps: [ReportGap], sources: [Source],
        language: Language = .english, style: ReportStyle = .report
    ) {
        self.title = title
        self.asOf = asOf
        self.window = window
        self.headline = headline
        self.lead = lead
        self.sections = sections
        self.book = book
        self.gaps = gaps
        self.sources = sources
        self.language = language
        self.style = style
    }

    /// Whether something the answer leans on is missing.
    public var isThin: Bool { gaps.contains { $0.severity == .thin } }
}

/// Something a report cannot say, and why.
public struct ReportGap: Hashable, Sendable {
    /// What the gap does to the answer.
    public enum Severity: String, Hashable, Sendable {
        /// Good to know; the answer stands.
        case note
        /// The answer leans on what is missing.
        case thin
    }

    /// A stable name, in words joined by dashes.
    public let id: String
    /// What the gap does to the answer.
    public let severity: Severity
    /// What is missing and why.
    public let sentence: Sentence

    /// A gap.
    public init(_ id: String, _ severity: Severity, _ sentence: Sentence) {
        self.id = id
        self.severity = severity
        self.sentence = sentence
    }
}
