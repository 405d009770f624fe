/// How much of a feed is read, so that no feed takes more memory or time than this allows.
///
/// What lies beyond a limit is reported as a fault, never dropped in silence, but for the rest of a
/// summary, which is often the whole story.
package struct FeedLimits: Hashable, Sendable {
    /// The most bytes that are read, as they come.
    package var bytes = 256 << 20
    /// The most items that are read.
    package var items = 1_000_000
    /// The deepest nesting that is followed; what lies deeper is passed over.
    package var depth = 64
    /// The most bytes kept of one element, string or field before it is cleaned.
    package var text = 64 << 10
    /// The most characters (Unicode scalars) of a title.
    package var title = 1_024
    /// The most characters of a summary.
    package var summary = 2_048
    /// The most bytes of a link or an id.
    package var link = 2_048
    /// The most faults that are kept one by one; further ones are counted.
    package var faults = 1_000

    /// Limits that every feed known to us keeps.
    package static let standard = FeedLimits()

    /// The standard limits, each open to change.
    package init() {}
}
