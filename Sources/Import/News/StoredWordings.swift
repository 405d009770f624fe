internal import Market
internal import Store

/// The last words of each story that a store holds, and whether they were there before an instant.
///
/// The store's reads give words and not when they were known. Where that matters it is asked what it
/// showed just before an instant, and at it.
struct StoredWordings {
    private let reader: StoreReader
    private let latest: [String: Headline]

    /// How many stories are read in passing rather than sought out one by one.
    private static let worthSeeking = 50

    /// The words that a store holds now.
    ///
    /// - Complexity: in proportion to the stories stored.
    init(_ reader: StoreReader) throws(StoreError) {
        self.reader = reader
        let always = TimeRange(
            from: Timestamp(microseconds: .min), to: Timestamp(microseconds: .max))
        let stored = try reader.snapshot(asOf: always.end).headlines(always)
        latest = Dictionary(stored.rows.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
    }

    /// The last words of a story, whenever they were known.
    subscript(id: String) -> Headline? { latest[id] }

    /// Those of some stories whose last words were known before an instant, and no others at it.
    ///
    /// - Complexity: two views of the store are opened; each story is sought by index, or where there
    ///   are many all are read in passing, which is at most fifty times as many.
    func settled(_ ids: [String], before instant: Timestamp) throws(StoreError) -> Set<String> {
        let sought = ids.compactMap { latest[$0] }
        let before = try reader.snapshot(asOf: instant - TimeSpan(microseconds: 1))
        let known = try shown(sought, by: before)
        guard !known.isEmpty else { return [] }
        return try known.intersection(shown(sought, by: reader.snapshot(asOf: instant)))
    }

    /// Those stories whose last words a view shows.
    private func shown(_ sought: [Headline], by view: StoreSnapshot) throws(StoreError)
        -> Set<String>
    {
        let times = sought.map(\.published)
        if let first = times.min(), let last = times.max(),
            sought.count > latest.count / Self.worthSeeking
        {
            return try shown(from: first, to: last, by: view)
        }
        var shown: Set<String> = []
        for headline in sought where !shown.contains(headline.id) {
            shown.formUnion(
                try self.shown(from: headline.published, to: headline.published, by: view))
        }
        return shown
    }

    private func shown(from first: Timestamp, to last: Timestamp, by view: StoreSnapshot)
        throws(StoreError) -> Set<String>
    {
        let range = TimeRange(from: first, to: last + TimeSpan(microseconds: 1))
        let rows = try view.headlines(range).rows
        return Set(
            rows.filter { row in latest[row.id].map { Self.isSame(row, $0) } ?? false }.map(\.id))
    }

    // Bytes, because Swift's strings are equal where only their accents are written otherwise.
    private static func isSame(_ one: Headline, _ other: Headline) -> Bool {
        one.id.utf8.elementsEqual(other.id.utf8) && one.title.utf8.elementsEqual(other.title.utf8)
            && one.url.utf8.elementsEqual(other.url.utf8) && one.language == other.language
            && one.published == other.published
    }
}
