internal import GRDB
internal import Market

/// The columns of one row as read, checked for their types: a damaged file is an error, not a trap.
struct StoredFields {
    private let row: Row

    init(_ row: Row) {
        self.row = row
    }

    func text(_ column: Int) throws(StoreError) -> String {
        guard case .string(let value) = storage(column) else { throw wrong(column, "text") }
        return value
    }

    func optionalText(_ column: Int) throws(StoreError) -> String? {
        if case .null = storage(column) { return nil }
        return try text(column)
    }

    func integer(_ column: Int) throws(StoreError) -> Int64 {
        guard case .int64(let value) = storage(column) else {
            throw wrong(column, "a whole number")
        }
        return value
    }

    func count(_ column: Int) throws(StoreError) -> Int {
        guard let value = Int(exactly: try integer(column)) else { throw wrong(column, "a count") }
        return value
    }

    func time(_ column: Int) throws(StoreError) -> Timestamp {
        Timestamp(microseconds: try integer(column))
    }

    func optionalTime(_ column: Int) throws(StoreError) -> Timestamp? {
        if case .null = storage(column) { return nil }
        return try time(column)
    }

    func span(_ column: Int) throws(StoreError) -> TimeSpan {
        TimeSpan(microseconds: try integer(column))
    }

    func figure(_ column: Int) throws(StoreError) -> Double {
        guard case .double(let value) = storage(column), value.isFinite else {
            throw wrong(column, "a finite number")
        }
        return value
    }

    func optionalFigure(_ column: Int) throws(StoreError) -> Double? {
        if case .null = storage(column) { return nil }
        return try figure(column)
    }

    func word<Word: RawRepresentable<String>>(_ column: Int) throws(StoreError) -> Word {
        guard let word = Word(rawValue: try text(column)) else {
            throw wrong(column, "a known word")
        }
        return word
    }

    private func storage(_ column: Int) -> DatabaseValue.Storage {
        (row[column] as DatabaseValue).storage
    }

    private func wrong(_ column: Int, _ expected: String) -> StoreError {
        .damaged(reason: "column \(column) of a row is not \(expected)")
    }
}
