public import Evidence

/// What happened when, on one axis of time: moments, and stretches within which a moment lies.
public struct TimelinePlot: Hashable, Sendable {
    /// One thing that happened.
    public struct Entry: Hashable, Sendable {
        /// What; a fact whose value is text.
        public let label: Fact
        /// When; a fact whose value is an instant, its earliest and latest where it is not known better.
        public let time: Fact
        /// The earliest it can have been; a fact whose value is an instant.
        public let earliest: Fact?
        /// The latest it can have been.
        public let latest: Fact?

        /// One thing that happened.
        public init(label: Fact, time: Fact, earliest: Fact? = nil, latest: Fact? = nil) {
            self.label = label
            self.time = time
            self.earliest = earliest
            self.latest = latest
        }
    }

    /// Things of one kind, such as stories.
    public struct Track: Hashable, Sendable {
        /// What they are.
        public let title: Sentence
        /// The things, by time.
        public let entries: [Entry]

        /// Things of one kind.
        public init(_ title: Sentence, _ entries: [Entry]) {
            self.title = title
            self.entries = entries
        }
    }

    /// The kinds, from the top.
    public let tracks: [Track]

    /// A plot.
    public init(_ tracks: [Track]) {
        self.tracks = tracks
    }
}
