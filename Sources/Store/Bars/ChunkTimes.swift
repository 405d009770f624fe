/// When the bars of a chunk open and when they were known, read from the chunk's row and checked.
struct ChunkTimes {
    /// The columns that it is read from, in this order.
    static let columns = "first_open, first_known, last_open, count, times, knowns"
    /// How many columns those are.
    static let width = 6

    let count: Int
    private let interval: Int64
    private let first: Int64
    private let openTimes: [Int64]?
    private let knowns: [Int64]?

    /// Reads the columns from `place` on of the row that a query stands at.
    ///
    /// - Throws: `.damaged` where the times contradict one another.
    init(_ fields: StoredFields, from place: Int, interval: Int64) throws(StoreError) {
        self.interval = interval
        first = try fields.integer(place)
        count = try fields.count(place + 3)
        guard (1...BarChunk.capacity).contains(count) else { throw Self.damaged }
        openTimes = try Self.words(fields, place + 4, count)
        knowns = try Self.words(fields, place + 5, count)
        guard Self.fits(first: first, count: count, interval), isOrdered,
            openTime(0) == first, known(0) == (try fields.integer(place + 1)),
            openTime(count - 1) == (try fields.integer(place + 2))
        else { throw Self.damaged }
    }

    /// Whether every bar is known when it closes, so that none revises another.
    var isPlain: Bool { knowns == nil }

    /// Whether a bar opens each interval.
    var isRegular: Bool { openTimes == nil }

    func openTime(_ index: Int) -> Int64 {
        openTimes?[index] ?? first + Int64(index) * interval
    }

    func known(_ index: Int) -> Int64 {
        knowns?[index] ?? openTime(index) + interval
    }

    func key(_ index: Int) -> StoredBar.Key {
        StoredBar.Key(openTime: openTime(index), known: known(index))
    }

    /// The first bar from which `belongsAfter` holds, where it holds for none before.
    func partition(_ belongsAfter: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsAfter(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private static let damaged = StoreError.damaged(reason: "the times of a chunk cannot be")

    /// Whether no time of a regular chunk leaves the range of times.
    private static func fits(first: Int64, count: Int, _ interval: Int64) -> Bool {
        let (length, isLong) = interval.multipliedReportingOverflow(by: Int64(count))
        return interval > 0 && !isLong && !first.addingReportingOverflow(length).overflow
    }

    /// Whether the bars ascend and each is known no sooner than it closes.
    private var isOrdered: Bool {
        guard openTimes != nil || knowns != nil else { return true }
        for index in 0..<count {
            let (closing, overflows) = openTime(index).addingReportingOverflow(interval)
            guard !overflows, known(index) >= closing,
                index == 0 || key(index - 1) < key(index)
            else { return false }
        }
        return true
    }

    private static func words(_ fields: StoredFields, _ column: Int, _ count: Int)
        throws(StoreError) -> [Int64]?
    {
        guard let bytes = try fields.optionalBlob(column) else { return nil }
        try ChunkColumn.check(bytes, count: count, .time)
        return (0..<count).map { Int64(bitPattern: ChunkColumn.word(bytes, $0)) }
    }
}
