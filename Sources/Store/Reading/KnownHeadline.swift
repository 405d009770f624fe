package import Market

/// A story's words with when they were known.
package struct KnownHeadline: Hashable, Sendable {
    /// The words.
    package let headline: Headline
    /// When they were known, which is when they were first seen or, of new words, changed.
    package let known: Timestamp
}
