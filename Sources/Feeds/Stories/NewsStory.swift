package import Market

/// A story that somebody published, with its three times kept apart.
///
/// Its words are harmless on one line: no markup where the format has markup, no control characters, no
/// marks that reorder or hide text. What looks like a tag in a format whose titles are plain text
/// (`Span<T> in C#`) is text and stays; escaping is the renderer's.
package struct NewsStory: Hashable, Sendable {
    /// The source's own id with the source's short name before it, such as `hn:42822162`; of a story
    /// without one its link, or its time and title.
    package let id: String
    /// The title: one line, never empty, at most `FeedLimits.title` characters.
    package let title: String
    /// Where it is: an absolute `http` or `https` address, or empty.
    package let url: String
    /// The language as a two-letter code, or empty where nobody said.
    package let language: String
    /// When the source says it was published; `nil` where it does not say, or not as an instant.
    package let published: Timestamp?
    /// When the source says it was last changed; `nil` where it does not say.
    package let updated: Timestamp?
    /// The first instant at which a reader could have had these words, by `FirstSeenRule`; never before
    /// `published`.
    package let firstSeen: Timestamp
    /// What the source says of it, on one line; often empty, at most `FeedLimits.summary` characters.
    package let summary: String
    /// Themes that a person gave it, in the order given; empty but for hand-entered catalysts.
    package let themes: [String]

    /// The story as a row of headlines. Its known time is `firstSeen`.
    ///
    /// A story that does not say when it was published has the time of its last change, or else that of
    /// its first sight, so that it never stands before anything it could have told.
    package var headline: Headline {
        let told = published ?? updated ?? firstSeen
        return Headline(
            id: id, published: min(told, firstSeen), language: language, title: title, url: url)
    }

    /// Whether two stories say the same, whenever each was seen.
    package func says(_ other: NewsStory) -> Bool {
        // Bytes, because Swift's strings are equal where only their accents are written otherwise.
        id.utf8.elementsEqual(other.id.utf8) && title.utf8.elementsEqual(other.title.utf8)
            && url.utf8.elementsEqual(other.url.utf8) && language == other.language
            && published == other.published
    }
}
