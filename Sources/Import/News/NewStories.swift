internal import Feeds
internal import Market
internal import Store

/// Those of a file's stories that a store does not have, or has in other and earlier words.
struct NewStories {
    /// The stories to be stored, in the order of the file.
    private(set) var stories: [NewsStory] = []
    /// How many of them are new words of a story that was there.
    private(set) var reworded = 0
    private var ledger = StoryLedger()
    private var taken: Set<String> = []
    private var stored: StoredWordings

    /// Sifts stories, as a `StoryLedger` does that knows all the store holds.
    ///
    /// - Complexity: in proportion to the stories; one in other words than those stored costs two reads
    ///   of the store besides.
    init(_ stories: [NewsStory], besides stored: StoredWordings) throws(StoreError) {
        self.stored = stored
        for story in stories { try take(story) }
    }

    private mutating func take(_ story: NewsStory) throws(StoreError) {
        let before = stored[story.id]
        if let before, !taken.contains(story.id) { try remember(before, for: story) }
        guard !ledger.take([story]).isEmpty else { return }
        let isFirst = taken.insert(story.id).inserted
        stories.append(story)
        reworded += isFirst && before == nil ? 0 : 1
    }

    /// Puts stored words down as known before the story, or else at its time: when exactly does not
    /// matter to the ledger, and the store does not say.
    private mutating func remember(_ before: Headline, for story: NewsStory) throws(StoreError) {
        let said = Self.unspoken(before)
        var known = story.firstSeen
        if !Self.repeats(story, said), try stored.isSettled(before, before: story.firstSeen) {
            known = known - TimeSpan(microseconds: 1)
        }
        ledger.remember(said, known: known)
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
