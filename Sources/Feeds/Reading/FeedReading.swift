/// What was read from a feed: the stories that are whole, and what was wrong, beside them.
///
/// Of `items` items each gave a story, repeats an earlier one, or is lost with a fault that says where.
package struct FeedReading: Hashable, Sendable {
    /// The format that was read.
    package let format: NewsFormat
    /// The stories, in the order of the feed.
    package let stories: [NewsStory]
    /// How many items were found whole.
    package let items: Int
    /// What was wrong, in the order in which it was met; at most `FeedLimits.faults` of them.
    package let faults: [FeedFault]
    /// How many faults there were in all, by kind; kinds without one are absent.
    package let faultCounts: [FeedFault.Kind: Int]

    /// Whether the reading ended before the feed did.
    package var isPartial: Bool {
        faultCounts.keys.contains { $0.consequence == .readingStopped }
    }
}
