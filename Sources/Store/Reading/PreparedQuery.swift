internal import GRDB
internal import GRDBSQLite

/// A SELECT whose rows are read through SQLite's own interface.
///
/// Through GRDB's rows, which copy and wrap each value, a report takes twice as long to read.
struct PreparedQuery {
    private let statement: Statement

    init(_ sql: String, _ arguments: StatementArguments, in database: Database) throws {
        statement = try database.cachedStatement(sql: sql)
        try statement.setArguments(arguments)
    }

    /// The next row; `nil` after the last.
    func next() throws -> StoredFields? {
        let handle = statement.sqliteStatement
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return StoredFields(handle)
        case SQLITE_DONE: return nil
        case let code:
            let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
        }
    }

    /// Lets go of the rows; the statement may be used again.
    func reset() {
        sqlite3_reset(statement.sqliteStatement)
    }
}
