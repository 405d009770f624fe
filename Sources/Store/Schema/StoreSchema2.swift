internal import GRDB

/// The second schema: bars in chunks of up to 1,024 instead of one a row.
///
/// A chunk holds bars of one series, length and source, ordered by opening and `known`; chunks of the
/// same three do not overlap, and a chunk is named by the key of its first bar. Each column is a blob,
/// see `ChunkColumn`. What every read needs stands first and the figures behind it, the most asked for
/// before the others, as SQLite reads a row's pages only as far as the last column asked for. Unlike the
/// other tables it has row numbers: in a tree of keys SQLite would read a whole chunk for every key that
/// a search passes, as a row that is longer than a page is compared only once it is whole.
enum StoreSchema2 {
    static let table = """
        CREATE TABLE bar_chunk (
            series TEXT NOT NULL CHECK (series <> ''),
            interval INTEGER NOT NULL CHECK (interval > 0),
            source TEXT NOT NULL,
            first_open INTEGER NOT NULL,
            first_known INTEGER NOT NULL CHECK (first_known - interval >= first_open),
            last_open INTEGER NOT NULL CHECK (last_open >= first_open),
            count INTEGER NOT NULL CHECK (count BETWEEN 1 AND 1024),
            times BLOB \(column("times")),
            knowns BLOB \(column("knowns")),
            close BLOB NOT NULL \(column("close")),
            high BLOB NOT NULL \(column("high")),
            low BLOB NOT NULL \(column("low")),
            open BLOB NOT NULL \(column("open")),
            volume BLOB \(column("volume")),
            UNIQUE (series, interval, source, first_open, first_known)
        ) STRICT
        """

    /// Makes the table, moves the bars over and drops the one they were in.
    static func apply(to database: Database) throws {
        try database.execute(sql: table)
        let sources = try String.fetchAll(
            database, sql: "SELECT DISTINCT source FROM bar ORDER BY source")
        for source in sources {
            try move(source, in: database)
        }
        try database.execute(sql: "DROP TABLE bar")
    }

    private static func move(_ source: String, in database: Database) throws {
        var appender = try BarAppender(source: source, database: database)
        let sql = """
            SELECT series, interval, open_time, known, open, high, low, close, volume FROM bar
            WHERE source = ? ORDER BY series, interval, open_time, known
            """
        let query = try PreparedQuery(sql, [source], in: database)
        defer { query.reset() }
        while let fields = try query.next() {
            let volume = try fields.optionalFigure(8)
            try appender.append([
                .text(try fields.text(0)), .integer(try fields.integer(1)),
                .integer(try fields.integer(2)), .integer(try fields.integer(3)),
                .real(try fields.figure(4)), .real(try fields.figure(5)),
                .real(try fields.figure(6)), .real(try fields.figure(7)),
                volume.map { .real($0) } ?? .null,
            ])
        }
        try appender.finish()
    }

    private static func column(_ name: String) -> String {
        "CHECK (length(\(name)) = 8 * (count + 1))"
    }
}
