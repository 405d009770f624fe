internal import Feeds
internal import Market
internal import Store

/// Those of a file's stories that a store does not have, or has in other and earlier words.
struct NewStories {
    /// The stories to be stored, in the order of the file.
    private(set) var stories: [NewsStory] = []
    /// How many of them are new words of a story that was there.
    private(set) var reworded = 0

    /// Sifts stories, as a `StoryLedger` does that knows the last words of each that the store holds.
    ///
    /// - Complexity: in proportion to the stories and to those stored.
    init(_ stories: [NewsStory], besides stored: [KnownHeadline]) {
        let latest = Dictionary(
            stored.map { ($0.headline.id, $0) }, uniquingKeysWith: { one, _ in one })
        var ledger = StoryLedger()
        var taken: Set<String> = []
        for story in stories {
            let before = latest[story.id]
            if let before, !taken.contains(story.id) {
                ledger.remember(Self.unspoken(before.headline), known: before.known)
            }
            guard !ledger.take([story]).isEmpty else { continue }
            let isFirst = taken.insert(story.id).inserted
            self.stories.append(story)
            reworded += isFirst && before == nil ? 0 : 1
        }
    }

    /// A stored headline as its story was: without a language where nobody said one.
    private static func unspoken(_ headline: Headline) -> Headline {
        guard headline.language == NewsImport.undetermined else { return headline }
        return Headline(
            id: headline.id, published: headline.published, language: "", title: headline.title,
            url: headline.url)
    }
}
