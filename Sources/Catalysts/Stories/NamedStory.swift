package import Market

/// A story with what it is about.
package struct NamedStory: Hashable, Sendable {
    /// The headlines that tell it.
    package let cluster: StoryCluster
    /// What the lexicon knows of it, by kind, then by name.
    package let entities: [Entity]
    /// Themes that its words speak of, by name.
    package let themes: [String]
    /// New names that stand in it, the most surprising first.
    package let names: [String]
    /// Themes that it speaks of by the company its new names keep, by name; none of `themes`.
    package let themesByContext: [String]

    /// When it was first seen.
    package var firstSeen: Timestamp { cluster.firstSeen }
}
