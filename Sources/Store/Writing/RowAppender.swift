internal import GRDB
internal import Market

/// Appends rows of one kind other than bars, a row of a table each.
final class RowAppender {
    private let kind: RowKind
    private let source: SourceID
    private let insertion: PreparedInsert
    private let lookup: Statement
    private let keyPositions: [Int]
    private(set) var appended = AppendedRows()

    init(kind: RowKind, source: SourceID, database: Database) throws {
        self.kind = kind
        self.source = source
        insertion = try PreparedInsert(sql: Self.insertSQL(kind), in: database)
        lookup = try database.makeStatement(sql: Self.lookupSQL(kind))
        let key = kind.naturalKey + ["known"]
        keyPositions = key.compactMap { kind.columns.firstIndex(of: $0) }
    }

    func append(_ values: ArraySlice<StoreValue>) throws {
        if try insertion.run(values, source: source.text) {
            appended.inserted += 1
        } else {
            try compare(Array(values))
            appended.alreadyThere += 1
        }
    }

    private func compare(_ values: [StoreValue]) throws {
        let key = keyPositions.map { values[$0] }
        let bound = key.map { $0.databaseValue } + [source.text.databaseValue]
        guard let row = try Row.fetchOne(lookup, arguments: StatementArguments(bound)) else {
            throw StoreError.damaged(reason: "a row of \(kind.table) is there and is not found")
        }
        for (position, column) in kind.columns.enumerated() {
            let stored = StoreValue(row[position] as DatabaseValue)
            guard stored != values[position] else { continue }
            let name = key.map(\.description).joined(separator: " ")
            throw StoreError.conflict(
                key: "\(kind.table) \(name)", detail: "\(column) \(stored), not \(values[position])"
            )
        }
    }

    private static func insertSQL(_ kind: RowKind) -> String {
        let columns = (kind.columns + ["source"]).map { "\"\($0)\"" }
        let places = columns.map { _ in "?" }
        return """
            INSERT INTO \(kind.table) (\(columns.joined(separator: ", ")))
            VALUES (\(places.joined(separator: ", "))) ON CONFLICT DO NOTHING
            """
    }

    private static func lookupSQL(_ kind: RowKind) -> String {
        let columns = kind.columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let conditions = (kind.naturalKey + ["known", "source"]).map { "\"\($0)\" = ?" }
        return """
            SELECT \(columns) FROM \(kind.table) WHERE \(conditions.joined(separator: " AND "))
            """
    }
}
