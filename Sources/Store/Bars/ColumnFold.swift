internal import Market
internal import Series

/// Puts the chunks of a series together, as they come by source and time: of each bar that is seen the
/// last known of the first source.
struct ColumnFold {
    /// The openings of bars that lie within the range; `nil` where none can.
    let openings: ClosedRange<Int64>?

    private let interval: TimeSpan
    private let asOf: Int64
    private let fields: CandleColumns.Fields
    private var parts: [ColumnPart] = []
    private var lastKey: StoredBar.Key?

    init(interval: TimeSpan, range: TimeRange, asOf: Timestamp, fields: CandleColumns.Fields) {
        self.interval = interval
        self.asOf = asOf.microseconds
        self.fields = fields
        let start = range.start.microseconds
        let (last, isEarly) = range.end.microseconds.subtractingReportingOverflow(
            interval.microseconds)
        openings = isEarly || last < start ? nil : start...last
    }

    /// The columns of the table that hold the figures asked for, in the table's order.
    static func columns(_ fields: CandleColumns.Fields) -> [String] {
        ColumnPart.Figure.allCases.filter { fields.contains($0.field) }.map(\.rawValue)
    }

    /// Takes the chunk that a query stands at: its source, its times and the figures asked for.
    mutating func add(_ row: StoredFields) throws(StoreError) {
        let times = try ChunkTimes(row, from: 1, interval: interval.microseconds)
        if parts.isEmpty || !row.holds(parts[parts.count - 1].name, at: 0) {
            parts.append(
                ColumnPart(
                    source: SourceID(try row.text(0)), interval: interval.microseconds,
                    fields: fields))
            lastKey = nil
        }
        guard lastKey.map({ $0 < times.key(0) }) ?? true else {
            throw .damaged(reason: "chunks of a series overlap")
        }
        lastKey = times.key(times.count - 1)
        let seen = seen(times)
        try parts[parts.count - 1].append(
            seen, of: times, reserving: expected(times), from: row, at: 1 + ChunkTimes.width)
    }

    /// The bars of the range, each once; `selection` says which those are.
    func finish(_ selection: RowSelection) -> SourcedColumns {
        let parts = parts.filter { $0.count > 0 }
        guard let first = parts.first else {
            return SourcedColumns(
                columns: .none(interval: interval, fields: fields),
                sources: Provenance([], rows: [selection]))
        }
        guard parts.count > 1 else {
            return SourcedColumns(
                columns: first.columns(), sources: Provenance([first.source], rows: [selection]))
        }
        let (merged, sources) = ColumnPart.merged(parts)
        return SourcedColumns(
            columns: merged.columns(), sources: Provenance(sources, rows: [selection]))
    }

    /// Which bars of a chunk lie within the range and were known, a revised bar once.
    private func seen(_ times: ChunkTimes) -> ColumnPart.Selection {
        guard let openings else { return .stretch(0..<0) }
        let start = times.partition { times.openTime($0) >= openings.lowerBound }
        let end = times.partition { times.openTime($0) > openings.upperBound }
        guard times.isPlain else {
            var chosen: [Int] = []
            for index in start..<max(start, end) where times.known(index) <= asOf {
                if let last = chosen.last, times.openTime(last) == times.openTime(index) {
                    chosen.removeLast()
                }
                chosen.append(index)
            }
            return .single(chosen)
        }
        // Bars that are known when they close are known in their order.
        let known = times.partition { times.known($0) > asOf }
        return .stretch(start..<max(start, min(end, known)))
    }

    /// How many bars are to come from this chunk on, were none missing; the guess is kept small, as
    /// the range may be any.
    private func expected(_ times: ChunkTimes) -> Int {
        guard let openings else { return 0 }
        let first = max(times.openTime(0), openings.lowerBound)
        let last = min(openings.upperBound, asOf)
        let (span, overflows) = last.subtractingReportingOverflow(first)
        guard !overflows, span >= 0 else { return 0 }
        return Int(min(span / interval.microseconds + 1, 8192))
    }
}
