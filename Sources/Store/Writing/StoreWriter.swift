internal import GRDB
package import Market

/// The one writer of a store. Opening creates the file where there is none, and brings an older
/// schema up to date.
///
/// Rows arrive by file: all of a file's rows are stored, or none.
package final class StoreWriter: Sendable {
    let queue: DatabaseQueue

    private init(queue: DatabaseQueue) {
        self.queue = queue
    }

    /// Opens or creates a store.
    ///
    /// - Input: `busyTimeout`, how long to wait for another writer; `maximumPages`, the most pages
    ///   of 4 KiB that the file may have, `nil` for no limit of ours.
    /// - Throws: `.notAStore` and `.newer` leave the file as it was; `.busy`, `.readOnly`, `.io`.
    package static func open(
        path: String, busyTimeout: TimeSpan = TimeSpan(microseconds: 5_000_000),
        maximumPages: Int? = nil
    ) throws(StoreError) -> StoreWriter {
        try admit(path)
        return try StoreError.naming {
            let configuration = configuration(
                busyTimeout: busyTimeout, maximumPages: maximumPages)
            let queue = try DatabaseQueue(
                path: StoreFile.plain(path), configuration: configuration)
            try prepare(queue, path: path)
            return StoreWriter(queue: queue)
        }
    }

    /// Makes sources known, before the files that name them.
    ///
    /// - Throws: `.conflict` where a source of that name is already described otherwise.
    package func declare(_ sources: [Source]) throws(StoreError) {
        try StoreError.naming {
            try queue.write { database in
                for source in sources { try SourceTable.insert(source, into: database) }
            }
        }
    }

    /// Whether these very bytes have been imported as this kind of rows from this source.
    package func hasImported(sha256: String, kind: RowKind, source: SourceID) throws(StoreError)
        -> Bool
    {
        try StoreError.naming {
            try queue.read { database in
                let sql = "SELECT 1 FROM imported_file WHERE sha256 = ? AND kind = ? AND source = ?"
                return try Row.fetchOne(
                    database, sql: sql, arguments: [sha256, kind.rawValue, source.text]) != nil
            }
        }
    }

    /// Stores the rows of one file in one transaction, and remembers the file.
    ///
    /// - Output: how many rows were new and how many were already there.
    /// - Throws: what `body` throws, after everything was taken back; `.busy`, `.full`.
    package func transaction(
        importing file: ImportedFile, _ body: (StoreAppender) throws(StoreError) -> Void
    ) throws(StoreError) -> AppendedRows {
        try StoreError.naming {
            // Immediate: a second writer is told at once, not in the middle of its rows.
            try queue.writeWithoutTransaction { database in
                var appended = AppendedRows()
                try database.inTransaction(.immediate) {
                    let appender = try StoreAppender(
                        kind: file.kind, source: file.source, database: database)
                    try body(appender)
                    appended = try appender.finish()
                    try Self.remember(file, in: database)
                    return .commit
                }
                return appended
            }
        }
    }

    /// Ends the connection; later calls throw. Dropping the writer does the same.
    package func close() throws(StoreError) {
        try StoreError.naming { try queue.close() }
    }

    private static func admit(_ path: String) throws(StoreError) {
        switch try StoreFile(at: path) {
        case .missing, .blank: break
        case .foreign: throw .notAStore(path: path)
        case .store(let version): try StoreFile.admit(version, mayBeOlder: true)
        }
    }

    private static func configuration(busyTimeout: TimeSpan, maximumPages: Int?) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Double(busyTimeout.microseconds) / 1_000_000)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            // 16 MiB: the pages of a case's largest file stay in memory until it is committed.
            try database.execute(sql: "PRAGMA cache_size = -16384")
            if let maximumPages {
                try database.execute(sql: "PRAGMA max_page_count = \(maximumPages)")
            }
        }
        return configuration
    }

    private static func prepare(_ queue: DatabaseQueue, path: String) throws {
        try queue.writeWithoutTransaction { database in
            try StoreFile.check(database, path: path, mayBeBlank: true)
        }
        try StoreSchema.migrator.migrate(queue)
        try queue.writeWithoutTransaction { database in
            // Only now: until then the header, which others read without SQLite, is in the file.
            try database.execute(sql: "PRAGMA journal_mode = WAL")
        }
    }

    private static func remember(_ file: ImportedFile, in database: Database) throws {
        let sql = """
            INSERT INTO imported_file (sha256, name, kind, source, rows) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """
        try database.execute(
            sql: sql,
            arguments: [
                file.sha256, file.name, file.kind.rawValue, file.source.text, file.rows,
            ])
        guard database.changesCount == 0 else { return }
        let same = try Row.fetchOne(
            database,
            sql:
                "SELECT 1 FROM imported_file WHERE sha256 = ? AND name = ? AND kind = ? AND source = ?",
            arguments: [file.sha256, file.name, file.kind.rawValue, file.source.text])
        guard same == nil else { return }
        throw StoreError.conflict(key: "file \(file.name)", detail: "another kind or source")
    }
}
