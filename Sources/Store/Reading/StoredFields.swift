internal import GRDBSQLite
internal import Market

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The columns of the row that a query stands at, checked for their types: a damaged file is an error,
/// not a trap. Valid until the query moves on.
struct StoredFields {
    private let row: OpaquePointer

    init(_ row: OpaquePointer) {
        self.row = row
    }

    func text(_ column: Int) throws(StoreError) -> String {
        guard type(column) == SQLITE_TEXT, let bytes = bytes(column) else {
            throw wrong(column, "text")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a column holds just this text; quicker than making a string to compare.
    func holds(_ text: [UInt8], at column: Int) -> Bool {
        guard type(column) == SQLITE_TEXT, let bytes = bytes(column), let start = bytes.baseAddress
        else { return false }
        return bytes.count == text.count && memcmp(text, start, text.count) == 0
    }

    func optionalText(_ column: Int) throws(StoreError) -> String? {
        isNull(column) ? nil : try text(column)
    }

    func integer(_ column: Int) throws(StoreError) -> Int64 {
        guard type(column) == SQLITE_INTEGER else { throw wrong(column, "a whole number") }
        return sqlite3_column_int64(row, Int32(column))
    }

    func count(_ column: Int) throws(StoreError) -> Int {
        guard let value = Int(exactly: try integer(column)) else { throw wrong(column, "a count") }
        return value
    }

    func time(_ column: Int) throws(StoreError) -> Timestamp {
        Timestamp(microseconds: try integer(column))
    }

    func optionalTime(_ column: Int) throws(StoreError) -> Timestamp? {
        isNull(column) ? nil : try time(column)
    }

    func span(_ column: Int) throws(StoreError) -> TimeSpan {
        TimeSpan(microseconds: try integer(column))
    }

    func figure(_ column: Int) throws(StoreError) -> Double {
        guard type(column) == SQLITE_FLOAT else { throw wrong(column, "a finite number") }
        let value = sqlite3_column_double(row, Int32(column))
        guard value.isFinite else { throw wrong(column, "a finite number") }
        return value
    }

    func optionalFigure(_ column: Int) throws(StoreError) -> Double? {
        isNull(column) ? nil : try figure(column)
    }

    /// The bytes of a column, valid until the query moves on.
    func blob(_ column: Int) throws(StoreError) -> UnsafeRawBufferPointer {
        guard type(column) == SQLITE_BLOB, let start = sqlite3_column_blob(row, Int32(column))
        else { throw wrong(column, "bytes") }
        return UnsafeRawBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(row, Int32(column))))
    }

    func optionalBlob(_ column: Int) throws(StoreError) -> UnsafeRawBufferPointer? {
        isNull(column) ? nil : try blob(column)
    }

    /// What stands in a column, whatever its type; bytes, which no row of ours has, read as nothing.
    func value(_ column: Int) throws(StoreError) -> StoreValue {
        switch type(column) {
        case SQLITE_INTEGER: .integer(try integer(column))
        case SQLITE_FLOAT: .real(try figure(column))
        case SQLITE_TEXT: .text(try text(column))
        default: .null
        }
    }

    func isNull(_ column: Int) -> Bool {
        type(column) == SQLITE_NULL
    }

    func word<Word: RawRepresentable<String>>(_ column: Int) throws(StoreError) -> Word {
        guard let word = Word(rawValue: try text(column)) else {
            throw wrong(column, "a known word")
        }
        return word
    }

    private func type(_ column: Int) -> Int32 {
        sqlite3_column_type(row, Int32(column))
    }

    private func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let start = sqlite3_column_text(row, Int32(column)) else { return nil }
        return UnsafeBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(row, Int32(column))))
    }

    private func wrong(_ column: Int, _ expected: String) -> StoreError {
        .damaged(reason: "column \(column) of a row is not \(expected)")
    }
}
