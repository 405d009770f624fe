internal import GRDB
internal import Market

/// Appends rows of one kind from one source, within one transaction of a `StoreWriter`.
///
/// It must not outlive the body it was given to.
package final class StoreAppender {
    private let width: Int
    // One of the two: bars are kept in chunks, other rows one by one.
    private var bars: BarAppender?
    private let rows: RowAppender?
    private var failure: StoreError?

    init(kind: RowKind, source: SourceID, database: Database) throws {
        width = kind.columns.count
        if kind == .bars {
            bars = try BarAppender(source: source.text, database: database)
            rows = nil
        } else {
            rows = try RowAppender(kind: kind, source: source, database: database)
        }
    }

    /// Appends one row: its values in the order of `RowKind.columns`.
    ///
    /// A row that is already there with the same values is counted and left alone. Bars are compared
    /// with one another and with those of the store many at a time, at the latest when the body has
    /// ended.
    /// - Throws: `.conflict` where its key is there with other values; `.refused`; `.full`. After
    ///   that nothing of the file is stored, whatever else is appended.
    package func append(_ values: ArraySlice<StoreValue>) throws(StoreError) {
        precondition(values.count == width, "a row has a value for each column")
        try keepingFailure {
            try rows?.append(values)
            try bars?.append(values)
        }
    }

    /// Writes what still waits; answers what became of all rows.
    func finish() throws(StoreError) -> AppendedRows {
        if let failure { throw failure }
        try keepingFailure { try bars?.finish() }
        return rows?.appended ?? bars?.appended ?? AppendedRows()
    }

    private func keepingFailure(_ body: () throws -> Void) throws(StoreError) {
        do {
            try body()
        } catch {
            let named = StoreError(error)
            failure = failure ?? named
            throw named
        }
    }
}
