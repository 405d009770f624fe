internal import GRDB
package import Market

/// A store at one moment, seen as of one time: rows known later do not exist.
///
/// Of a row that was revised it shows the latest revision known by `asOf`. Every read answers rows
/// ordered by their key, with their sources. The read transaction ends with the snapshot.
package final class StoreSnapshot: Sendable {
    let connection: StoreConnection

    /// The latest `known` that is seen.
    package let asOf: Timestamp

    init(connection: StoreConnection, asOf: Timestamp) {
        self.connection = connection
        self.asOf = asOf
    }

    /// All sources the store knows, by name, whenever their rows were known.
    package func sources() throws(StoreError) -> [Source] {
        try connection.read { try SourceTable.all(in: $0) }
    }

    /// `table`'s columns with the source before them, of rows seen, in the order that
    /// `StoreConnection.rows` asks for.
    ///
    /// - Input: `filter`, more SQL conditions, each behind an `AND`; its first argument is `asOf`.
    static func select(_ columns: String, from kind: RowKind, where filter: String = "") -> String {
        let key = kind.naturalKey.map { "\"\($0)\"" }.joined(separator: ", ")
        return """
            SELECT source, \(columns) FROM \(kind.table) WHERE known <= ? \(filter)
            ORDER BY \(key), source, known
            """
    }
}
