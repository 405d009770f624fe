internal import GRDB
internal import GRDBSQLite

/// The chunks of one source, within one transaction.
struct ChunkTable {
    private let source: String
    private let database: Database
    private let insertion: Statement
    private let deletion: Statement

    init(source: String, database: Database) throws {
        self.source = source
        self.database = database
        insertion = try database.makeStatement(
            sql: """
                INSERT INTO bar_chunk (series, interval, source, first_open, first_known, last_open,
                    count, times, knowns, close, high, low, open, volume)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        deletion = try database.makeStatement(
            sql: """
                DELETE FROM bar_chunk WHERE series = ? AND interval = ? AND source = ?
                    AND first_open = ? AND first_known = ?
                """)
    }

    /// The keys of the first bars of the chunks of a place, ascending.
    func starts(of place: BarPlace) throws -> [StoredBar.Key] {
        let sql = """
            SELECT first_open, first_known FROM bar_chunk
            WHERE series = ? AND interval = ? AND source = ? ORDER BY first_open, first_known
            """
        let query = try PreparedQuery(sql, arguments(place), in: database)
        defer { query.reset() }
        var starts: [StoredBar.Key] = []
        while let fields = try query.next() {
            starts.append(
                StoredBar.Key(openTime: try fields.integer(0), known: try fields.integer(1)))
        }
        return starts
    }

    /// The bars of the chunk that starts at a key.
    func bars(of place: BarPlace, from start: StoredBar.Key) throws -> [StoredBar] {
        let sql = """
            SELECT \(ChunkTimes.columns), open, high, low, close, volume FROM bar_chunk
            WHERE series = ? AND interval = ? AND source = ? AND first_open = ? AND first_known = ?
            """
        let query = try PreparedQuery(
            sql, arguments(place) + [start.openTime, start.known], in: database)
        defer { query.reset() }
        guard let fields = try query.next() else {
            throw StoreError.damaged(reason: "a chunk is there and is not found")
        }
        return try Self.bars(fields, interval: place.interval)
    }

    /// Puts bars that are ordered and not too many into a chunk of their own.
    func insert(_ bars: ArraySlice<StoredBar>, at place: BarPlace) throws {
        guard let chunk = BarChunk(bars, interval: place.interval) else { return }
        let handle = insertion.sqliteStatement
        defer { sqlite3_reset(handle) }
        var binding = Binding(handle)
        binding.add(place.series)
        binding.add(place.interval)
        binding.add(source)
        for number in [chunk.first.openTime, chunk.first.known, chunk.lastOpen, Int64(chunk.count)]
        {
            binding.add(number)
        }
        for column in [
            chunk.times, chunk.knowns, chunk.closes, chunk.highs, chunk.lows, chunk.opens,
            chunk.volumes,
        ] {
            binding.add(column)
        }
        guard binding.isWhole, sqlite3_step(handle) == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: sqlite3_errcode(sqlite3_db_handle(handle))),
                message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
        }
    }

    /// Takes away the chunk that starts at a key.
    func delete(_ start: StoredBar.Key, at place: BarPlace) throws {
        try deletion.execute(arguments: arguments(place) + [start.openTime, start.known])
    }

    private func arguments(_ place: BarPlace) -> StatementArguments {
        [place.series, place.interval, source]
    }

    private static func bars(_ fields: StoredFields, interval: Int64) throws(StoreError)
        -> [StoredBar]
    {
        let times = try ChunkTimes(fields, from: 0, interval: interval)
        let place = ChunkTimes.width
        let opens = try figures(fields, place, times.count, .price)
        let highs = try figures(fields, place + 1, times.count, .price)
        let lows = try figures(fields, place + 2, times.count, .price)
        let closes = try figures(fields, place + 3, times.count, .price)
        let volumes =
            fields.isNull(place + 4)
            ? Array(repeating: .nan, count: times.count)
            : try figures(fields, place + 4, times.count, .amount)
        return (0..<times.count).map { index in
            StoredBar(
                openTime: times.openTime(index), known: times.known(index), open: opens[index],
                high: highs[index], low: lows[index], close: closes[index],
                volume: volumes[index])
        }
    }

    private static func figures(
        _ fields: StoredFields, _ column: Int, _ count: Int, _ rule: ChunkColumn.Rule
    ) throws(StoreError) -> [Double] {
        let bytes = try fields.blob(column)
        try ChunkColumn.check(bytes, count: count, rule)
        return (0..<count).map { Double(bitPattern: ChunkColumn.word(bytes, $0)) }
    }
}

/// Binds the values of a statement one after another.
private struct Binding {
    private let handle: OpaquePointer
    private var place: Int32 = 0
    private(set) var isWhole = true

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    mutating func add(_ text: String) {
        place += 1
        note(sqlite3_bind_text(handle, place, text, -1, Self.transient))
    }

    mutating func add(_ number: Int64) {
        place += 1
        note(sqlite3_bind_int64(handle, place, number))
    }

    mutating func add(_ bytes: [UInt8]?) {
        place += 1
        guard let bytes else { return note(sqlite3_bind_null(handle, place)) }
        note(sqlite3_bind_blob(handle, place, bytes, Int32(bytes.count), Self.transient))
    }

    private mutating func note(_ code: Int32) {
        isWhole = code == SQLITE_OK && isWhole
    }

    // SQLITE_TRANSIENT, a macro that Swift does not see: SQLite copies the bytes at once.
    private static var transient: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
