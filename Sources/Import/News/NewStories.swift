internal import Feeds
internal import Market
internal import Store

/// Those of a file's stories that a store does not have, or has in other and earlier words.
struct NewStories {
    /// The stories to be stored, in the order of the file.
    private(set) var stories: [NewsStory] = []
    /// How many of them are new words of a story that was there.
    private(set) var reworded = 0

    /// Sifts stories, as a `StoryLedger` does that knows all the store holds.
    ///
    /// Of the words stored the ledger is told that they were known before the story, or else at its
    /// time: when exactly does not matter to it, and the store does not say.
    /// - Complexity: in proportion to the stories and to those stored; each first-seen time of a story
    ///   in other words than those stored opens two views of the store besides.
    init(_ stories: [NewsStory], besides stored: StoredWordings) throws(StoreError) {
        let settled = try Self.settled(stories, stored)
        var ledger = StoryLedger()
        var taken: Set<String> = []
        for story in stories {
            let before = stored[story.id]
            if let before, !taken.contains(story.id) {
                let isSettled = settled[story.firstSeen]?.contains(story.id) ?? false
                let known = story.firstSeen - TimeSpan(microseconds: isSettled ? 1 : 0)
                ledger.remember(Self.unspoken(before), known: known)
            }
            guard !ledger.take([story]).isEmpty else { continue }
            let isFirst = taken.insert(story.id).inserted
            self.stories.append(story)
            reworded += isFirst && before == nil ? 0 : 1
        }
    }

    /// Of stories in other words than those stored, the ids of those whose stored words were known
    /// before them, by first-seen time.
    private static func settled(_ stories: [NewsStory], _ stored: StoredWordings)
        throws(StoreError) -> [Timestamp: Set<String>]
    {
        let other = stories.filter { story in
            stored[story.id].map { !repeats(story, unspoken($0)) } ?? false
        }
        var settled: [Timestamp: Set<String>] = [:]
        for (instant, stories) in Dictionary(grouping: other, by: \.firstSeen) {
            settled[instant] = try stored.settled(stories.map(\.id), before: instant)
        }
        return settled
    }

    /// Whether a story says again what it said, by the ledger's own measure.
    private static func repeats(_ story: NewsStory, _ before: Headline) -> Bool {
        var ledger = StoryLedger()
        ledger.remember(before, known: Timestamp(microseconds: .min))
        return ledger.take([story]).isEmpty
    }

    /// A stored headline as its story was: without a language where nobody said one.
    private static func unspoken(_ headline: Headline) -> Headline {
        guard headline.language == NewsImport.undetermined else { return headline }
        return Headline(
            id: headline.id, published: headline.published, language: "", title: headline.title,
            url: headline.url)
    }
}
