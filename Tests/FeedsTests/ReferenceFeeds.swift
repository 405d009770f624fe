import TestSupport
import Testing

/// What other readers said of made dates, feeds and texts.
enum ReferenceFeeds {
    /// The rows of `Tests/Fixtures/Feeds/<name>`.
    static func rows(_ name: String) throws -> [JSONDocument] {
        let text = try Repository.text("Tests/Fixtures/Feeds/" + name)
        return try #require(JSONDocument(text)?.items)
    }
}
