internal import GRDB

/// Gathers the bars of one source, in any order, and keeps them in chunks.
///
/// Bars wait until there are many, so that a chunk is written once and not once a bar. What is wrong
/// with a single bar is told at once; what contradicts another is told when they are written.
struct BarAppender {
    private let table: ChunkTable
    private let patience: Int
    private var waiting: [BarPlace: [StoredBar]] = [:]
    private var place: BarPlace?
    private var bars: [StoredBar] = []
    private var waitingCount = 0
    private(set) var appended = AppendedRows()

    /// - Input: `patience`, the most bars that wait, 56 bytes each.
    init(source: String, database: Database, patience: Int = 1 << 18) throws {
        self.patience = patience
        table = try ChunkTable(source: source, database: database)
    }

    /// Takes one bar: its values in the order of `RowKind.columns`.
    mutating func append(_ values: ArraySlice<StoreValue>) throws {
        let place = try self.place.flatMap { $0.holds(values) ? $0 : nil } ?? BarPlace(values)
        try append(StoredBar(values, interval: place.interval), at: place)
    }

    /// Writes what waits.
    mutating func finish() throws {
        setAside()
        for place in waiting.keys.sorted() {
            try store(waiting[place] ?? [], at: place)
        }
        waiting = [:]
        waitingCount = 0
    }

    private mutating func append(_ bar: StoredBar, at place: BarPlace) throws {
        if place != self.place {
            setAside()
            bars = waiting.removeValue(forKey: place) ?? []
            self.place = place
        }
        bars.append(bar)
        waitingCount += 1
        if waitingCount >= patience { try finish() }
    }

    private mutating func setAside() {
        if let place, !bars.isEmpty { waiting[place] = bars }
        bars = []
        place = nil
    }

    private mutating func store(_ bars: [StoredBar], at place: BarPlace) throws {
        let rows = try distinct(bars, place)
        let starts = try table.starts(of: place)
        guard !starts.isEmpty else {
            try insert(rows, at: place, isLast: true)
            appended.inserted += rows.count
            return
        }
        var row = 0
        for (number, start) in starts.enumerated() {
            let next = number + 1 < starts.count ? starts[number + 1] : nil
            let end = next.map { next in rows.partition { $0.key >= next } } ?? rows.count
            guard row < end else { continue }
            try merge(rows[row..<end], into: start, at: place, isLast: next == nil)
            row = end
        }
    }

    /// The bars in their order, each key once.
    private mutating func distinct(_ bars: [StoredBar], _ place: BarPlace) throws -> [StoredBar] {
        let isAscending = zip(bars, bars.dropFirst()).allSatisfy { $0.key < $1.key }
        guard !isAscending else { return bars }
        var rows: [StoredBar] = []
        // Sorting is stable, so that of two that disagree the earlier one counts as stored.
        for bar in bars.sorted(by: { $0.key < $1.key }) {
            if let last = rows.last, last.key == bar.key {
                try agree(last, bar, place)
                appended.alreadyThere += 1
            } else {
                rows.append(bar)
            }
        }
        return rows
    }

    private mutating func merge(
        _ rows: ArraySlice<StoredBar>, into start: StoredBar.Key, at place: BarPlace, isLast: Bool
    ) throws {
        let stored = try table.bars(of: place, from: start)
        var merged: [StoredBar] = []
        merged.reserveCapacity(stored.count + rows.count)
        var next = 0
        for row in rows {
            while next < stored.count, stored[next].key < row.key {
                merged.append(stored[next])
                next += 1
            }
            if next < stored.count, stored[next].key == row.key {
                try agree(stored[next], row, place)
            } else {
                merged.append(row)
            }
        }
        merged += stored[next...]
        let inserted = merged.count - stored.count
        appended.inserted += inserted
        appended.alreadyThere += rows.count - inserted
        guard inserted > 0 else { return }
        try table.delete(start, at: place)
        try insert(merged, at: place, isLast: isLast)
    }

    /// The last chunk is left with room for what comes later; others are cut into equal pieces.
    private func insert(_ rows: [StoredBar], at place: BarPlace, isLast: Bool) throws {
        let pieces = (rows.count + BarChunk.capacity - 1) / BarChunk.capacity
        var start = 0
        for piece in 0..<pieces {
            let rest = rows.count - start
            let size = isLast ? min(rest, BarChunk.capacity) : rest / (pieces - piece)
            try table.insert(rows[start..<start + size], at: place)
            start += size
        }
    }

    private func agree(_ stored: StoredBar, _ bar: StoredBar, _ place: BarPlace) throws {
        guard let difference = stored.difference(from: bar) else { return }
        throw StoreError.conflict(
            key: "bar \(place.series) \(place.interval) \(bar.openTime) \(bar.known)",
            detail: difference)
    }
}

extension [StoredBar] {
    /// The first index from which `belongsAfter` holds, where it holds for none before.
    fileprivate func partition(_ belongsAfter: (StoredBar) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
