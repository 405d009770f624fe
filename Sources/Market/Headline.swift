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
