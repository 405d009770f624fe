internal import Market
internal import Store

/// The last words of each story that a store holds, and whether they were there before an instant.
struct StoredWordings {
    private let reader: StoreReader
    private let latest: [String: Headline]
    private var views: (before: StoreSnapshot, then: StoreSnapshot)?

    /// The words that a store holds now.
    ///
    /// - Complexity: in proportion to the stories stored.
    init(_ reader: StoreReader) throws(StoreError) {
        self.reader = reader
        let always = TimeRange(
            from: Timestamp(microseconds: .min), to: Timestamp(microseconds: .max))
        let stored = try reader.snapshot(asOf: always.end).headlines(always)
        latest = Dictionary(
            stored.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The last words of a story, whenever they were known.
    subscript(id: String) -> Headline? { latest[id] }

    /// Whether a story's last words were known before an instant, and no others at it.
    ///
    /// - Complexity: two reads by index, and the opening of two views of the store where the instant is
    ///   not the one of the call before.
    mutating func isSettled(_ last: Headline, before instant: Timestamp) throws(StoreError) -> Bool
    {
        let views = try views(at: instant)
        guard try Self.shows(views.before, last) else { return false }
        return try Self.shows(views.then, last)
    }

    private mutating func views(at instant: Timestamp) throws(StoreError)
        -> (before: StoreSnapshot, then: StoreSnapshot)
    {
        if let views, views.then.asOf == instant { return views }
        let before = try reader.snapshot(asOf: instant - TimeSpan(microseconds: 1))
        let opened = (before: before, then: try reader.snapshot(asOf: instant))
        views = opened
        return opened
    }

    private static func shows(_ view: StoreSnapshot, _ last: Headline) throws(StoreError) -> Bool {
        let moment = TimeRange(
            from: last.published, to: last.published + TimeSpan(microseconds: 1))
        return try view.headlines(moment).rows.contains { isSame($0, last) }
    }

    // Bytes, because Swift's strings are equal where only their accents are written otherwise.
    private static func isSame(_ one: Headline, _ other: Headline) -> Bool {
        one.id.utf8.elementsEqual(other.id.utf8) && one.title.utf8.elementsEqual(other.title.utf8)
            && one.url.utf8.elementsEqual(other.url.utf8) && one.language == other.language
            && one.published == other.published
    }
}
