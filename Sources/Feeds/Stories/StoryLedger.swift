package import Market

/// What was seen before, so that a feed fetched again brings only what is new or reworded.
///
/// Readings are taken in the order in which they were fetched. A story that says what it said before
/// keeps its first time; one in other words is a revision with its own.
package struct StoryLedger: Sendable {
    private var latest: [String: (headline: Headline, known: Timestamp)] = [:]

    /// A ledger of nothing.
    package init() {}

    /// Puts down what a store holds already. Of several revisions of a story the latest known counts,
    /// in whichever order they come.
    package mutating func remember(_ headline: Headline, known: Timestamp) {
        if let before = latest[headline.id], before.known >= known { return }
        latest[headline.id] = (headline, known)
    }

    /// Takes stories, and answers those to be kept: new ones and revisions, in their order.
    ///
    /// Other words under an id at the same or an earlier time than the last are dropped: of two
    /// wordings of one moment the first stands, and what is older than the last is no news. No two of
    /// the answers, nor one of them and what was remembered, have the same id and first-seen time.
    ///
    /// - Complexity: in proportion to the stories taken.
    package mutating func take(_ stories: [NewsStory]) -> [NewsStory] {
        stories.filter { story in
            if let before = latest[story.id],
                story.firstSeen <= before.known || Self.says(story, before.headline)
            {
                return false
            }
            latest[story.id] = (story.headline, story.firstSeen)
            return true
        }
    }

    /// Whether a story says what a headline says. One that does not say when it was published has the
    /// time of its fetch as a headline, which is no word of its own.
    private static func says(_ story: NewsStory, _ before: Headline) -> Bool {
        story.title.utf8.elementsEqual(before.title.utf8)
            && story.url.utf8.elementsEqual(before.url.utf8) && story.language == before.language
            && (story.published == nil || story.published == before.published)
    }
}
