package import Market

/// Headlines that tell one story in nearly the same words.
package struct StoryCluster: Hashable, Sendable {
    /// The headlines, earliest first; at least one.
    package private(set) var headlines: [Headline]
    /// The headline that came first.
    package let first: Headline

    /// A story that begins with a headline.
    package init(_ first: Headline) {
        self.first = first
        headlines = [first]
    }

    /// When the story was first seen: what stands later in it changes nothing here.
    package var firstSeen: Timestamp { first.published }

    mutating func append(_ headline: Headline) {
        headlines.append(headline)
    }
}
