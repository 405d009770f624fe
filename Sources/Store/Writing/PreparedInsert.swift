internal import GRDB
internal import GRDBSQLite

/// An INSERT that is run for many rows, bound through SQLite's own interface.
///
/// Through GRDB's arguments, which are copied and validated for each row, a case takes nearly twice
/// as long to import.
struct PreparedInsert {
    private let statement: Statement

    init(sql: String, in database: Database) throws {
        statement = try database.makeStatement(sql: sql)
    }

    /// Inserts one row; `false` where its key was there already.
    func run(_ values: ArraySlice<StoreValue>, source: String) throws -> Bool {
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        var place: Int32 = 0
        for value in values {
            place += 1
            try check(Self.bind(value, to: handle, at: place), expecting: SQLITE_OK)
        }
        try check(Self.bind(.text(source), to: handle, at: place + 1), expecting: SQLITE_OK)
        try check(sqlite3_step(handle), expecting: SQLITE_DONE)
        return sqlite3_changes(sqlite3_db_handle(handle)) > 0
    }

    private static func bind(_ value: StoreValue, to handle: OpaquePointer, at place: Int32)
        -> Int32
    {
        switch value {
        case .null: sqlite3_bind_null(handle, place)
        case .integer(let value): sqlite3_bind_int64(handle, place, value)
        case .real(let value): sqlite3_bind_double(handle, place, value)
        case .text(let value): sqlite3_bind_text(handle, place, value, -1, transient)
        }
    }

    private func check(_ code: Int32, expecting expected: Int32) throws {
        guard code != expected else { return }
        let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(statement.sqliteStatement)))
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }

    // SQLITE_TRANSIENT, a macro that Swift does not see: SQLite copies the text at once.
    private static var transient: sqlite3_destructor_type {
        unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
