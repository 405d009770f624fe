/// A story's title and when it was published.
public struct Headline: Hashable, Sendable {
    /// The source's own id with the source's short name before it, such as `hn:42822162`.
    public let id: String
    /// When it was published.
    public let published: Timestamp
    /// The language of the title, as a two-letter code.
    public let language: String
    /// The title, on one line.
    public let title: String
    /// Where it is, or empty.
    public let url: String

    /// A headline.
    public init(id: String, published: Timestamp, language: String, title: String, url: String) {
        self.id = id
        self.published = published
        self.language = language
        self.title = title
        self.url = url
    }
}

/// A word that ties a title to a theme.
public struct ThemeTerm: Hashable, Sendable {
    /// The theme, such as `ai`.
    public let theme: String
    /// The word or words to look for.
    public let term: String
    /// The language of the term.
    public let language: String
    /// The sector the theme bears on; `nil` for the whole market.
    public let sector: SectorID?

    /// A term.
    public init(theme: String, term: String, language: String, sector: SectorID?) {
        self.theme = theme
        self.term = term
        self.language = language
        self.sector = sector
    }
}

/// A figure that somebody printed, kept to stand beside ours; nothing is computed from it.
public struct PublishedFigure: Hashable, Sendable {
    /// The figure's own name.
    public let id: String
    /// What it is about, in the words of our facts, such as `index:TOTAL`.
    public let subject: String
    /// What it measures, in the words of our facts, such as `change.24h`.
    public let measure: String
    /// The figure, in `unit`.
    public let value: Double
    /// The least value that would be printed so.
    public let low: Double
    /// The greatest value that would be printed so.
    public let high: Double
    /// The unit's name, as in our facts.
    public let unit: String
    /// The figure as it was printed.
    public let printed: String
    /// Why ours may differ.
    public let reason: String

    /// A published figure.
    public init(
        id: String, subject: String, measure: String, value: Double, low: Double, high: Double,
        unit: String, printed: String, reason: String
    ) {
        self.id = id
        self.subject = subject
        self.measure = measure
        self.value = value
        self.low = low
        self.high = high
        self.unit = unit
        self.printed = printed
        self.reason = reason
    }
}
