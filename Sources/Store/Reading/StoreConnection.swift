#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
internal import GRDB
internal import Market

/// One read-only connection in one read transaction, which ends with it.
///
/// Everything it reads is of one moment, whatever a writer commits meanwhile.
final class StoreConnection: Sendable {
    private let queue: DatabaseQueue

    init(path: String, busyTimeout: TimeSpan) throws(StoreError) {
        queue = try Self.opened(path, busyTimeout)
    }

    /// Reads rows ordered by key, source and `known`, of which the first column is the source, and
    /// keeps one a key; see `Sourced`. `selection` says the same as the query, for those who ask again.
    func rows<Key: Equatable, Value: Sendable>(
        _ sql: String, _ arguments: StatementArguments, of selection: RowSelection,
        _ decode: (StoredFields) throws -> (key: Key, value: Value)
    ) throws(StoreError) -> Sourced<Value> {
        try StoreError.naming {
            try queue.unsafeRead { database in
                let query = try PreparedQuery(sql, arguments, in: database)
                defer { query.reset() }
                var fold = RevisionFold<Key, Value>()
                var source = SourceID("")
                var name: [UInt8] = []
                while let fields = try query.next() {
                    let (key, value) = try decode(fields)
                    // Rows come by source: a new name is made only where the name changes.
                    if !fields.holds(name, at: 0) {
                        source = SourceID(try fields.text(0))
                        name = Array(source.text.utf8)
                    }
                    fold.add(key, from: source, value)
                }
                return Sourced(
                    rows: fold.values, sources: Provenance(fold.sources, rows: [selection]))
            }
        }
    }

    /// Reads rows one after another.
    func each(
        _ sql: String, _ arguments: StatementArguments, _ body: (StoredFields) throws -> Void
    ) throws(StoreError) {
        try StoreError.naming {
            try queue.unsafeRead { database in
                let query = try PreparedQuery(sql, arguments, in: database)
                defer { query.reset() }
                while let fields = try query.next() { try body(fields) }
            }
        }
    }

    /// Reads the first row there is.
    func first<Value>(
        _ sql: String, _ arguments: StatementArguments,
        _ decode: (StoredFields) throws -> Value
    ) throws(StoreError) -> Value? {
        try StoreError.naming {
            try queue.unsafeRead { database in
                let query = try PreparedQuery(sql, arguments, in: database)
                defer { query.reset() }
                return try query.next().map(decode)
            }
        }
    }

    /// Reads in GRDB's own terms.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        try StoreError.naming { try queue.unsafeRead(body) }
    }

    private static func opened(_ path: String, _ timeout: TimeSpan) throws(StoreError)
        -> DatabaseQueue
    {
        let plain = StoreFile.plain(path)
        do {
            return try begun(plain, path, timeout)
        } catch  where isUnwritable(error) && !hasLog(plain) {
            // SQLite reads a WAL database in a folder it may not write only if told that nobody
            // writes; without a log there is indeed nothing to miss.
            return try begun(immutable(plain), path, timeout)
        }
    }

    private static func begun(_ name: String, _ path: String, _ timeout: TimeSpan)
        throws(StoreError) -> DatabaseQueue
    {
        try StoreError.naming {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.allowsUnsafeTransactions = true
            configuration.busyMode = .timeout(Double(timeout.microseconds) / 1_000_000)
            // Pages of a small store are read where they lie, as a report touches most of them once. Of
            // a large one the kernel would count every page touched, and its neighbours, as our memory.
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA mmap_size = 16777216")
            }
            let queue = try DatabaseQueue(path: name, configuration: configuration)
            try queue.unsafeRead { database in
                try database.execute(sql: "BEGIN DEFERRED")
                // The first read, not BEGIN, fixes the moment.
                try StoreFile.check(database, path: path, mayBeBlank: false)
            }
            return queue
        }
    }

    private static func isUnwritable(_ error: StoreError) -> Bool {
        switch error {
        case .readOnly, .io: true
        default: false
        }
    }

    private static func hasLog(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "-wal")
            || FileManager.default.fileExists(atPath: path + "-journal")
    }

    private static func immutable(_ path: String) -> String {
        let escaped = path.replacing("%", with: "%25").replacing("?", with: "%3f")
            .replacing("#", with: "%23")
        return "file:\(escaped)?immutable=1"
    }
}
