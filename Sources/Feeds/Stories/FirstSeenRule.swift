package import Market

/// When a reader could have had a story: the time from which an answer may use it.
///
/// A first-seen time that stands in the row itself goes before either rule. Under each of them a story
/// is known no sooner than it was published.
package enum FirstSeenRule: Hashable, Sendable {
    /// The bytes are a copy of a public site: a story was there from its publication, but in these words
    /// only from its last change. A story without a readable time cannot be placed and is left out.
    case asPublished
    /// The bytes were fetched from a live feed at this instant: nothing in them is known sooner. A story
    /// dated later is known at its date.
    case asFetched(Timestamp)

    /// The first-seen time; `nil` where the rule has no time to go by.
    ///
    /// - Input: `seen`, the first-seen time of the row itself.
    func firstSeen(published: Timestamp?, updated: Timestamp?, seen: Timestamp?) -> Timestamp? {
        let known: Timestamp?
        switch self {
        case .asPublished: known = seen ?? [published, updated].compactMap(\.self).max()
        case .asFetched(let fetched): known = min(seen ?? fetched, fetched)
        }
        return known.map { max($0, published ?? $0) }
    }
}
