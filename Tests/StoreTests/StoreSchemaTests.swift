#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import GRDB
import Market
import Store
import TestSupport
import Testing

@Suite struct StoreSchemaTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("store.sqlite")
    }

    private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/Store/schema-1.sql")

    /// `UPDATE_GOLDEN=1` writes the dump anew; a released schema must not change.
    @Test func schemaOneIsWhatItWasReleasedAs() throws {
        try StoreWriter.open(path: path).close()
        let statements = try DatabaseQueue(path: path).read {
            try String.fetchAll(
                $0, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        }
        let dump = statements.map { $0 + ";\n" }.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(dump.utf8).write(to: Self.golden)
        }
        #expect(try String(decoding: Data(contentsOf: Self.golden), as: UTF8.self) == dump)
    }

    /// A store as schema 1 left it, made from the dump and not by the code under test.
    @Test func aStoreOfSchemaOneOpensAndItsRowsAreThere() throws {
        let dump = try String(decoding: Data(contentsOf: Self.golden), as: UTF8.self)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: dump)
            try database.execute(
                sql: """
                    INSERT INTO grdb_migrations VALUES ('1');
                    INSERT INTO bar (series, interval, open_time, known, open, high, low, close,
                        volume, source)
                    VALUES ('s', 3600000000, 1737979200000000, 1737982800000000, 1, 2, 0.5, 1.5,
                        NULL, 'a');
                    PRAGMA application_id = 1684301428;
                    PRAGMA user_version = 1;
                    """)
        }
        try queue.close()
        try StoreWriter.open(path: path).close()
        let range = TimeRange(from: .noon(0), to: .noon(1))
        let bars = try StoreReader.open(path: path).snapshot(asOf: .noon(1))
            .candles(series: "s", interval: .hour, range: range)
        #expect(bars.rows.map(\.close) == [1.5] && bars.sources == ["a"])
    }

    @Test func everyRowTableIsStrictAndHasNoRowid() throws {
        try StoreWriter.open(path: path).close()
        let tables = try DatabaseQueue(path: path).read {
            try Row.fetchAll($0, sql: "PRAGMA table_list").filter { $0["schema"] == "main" }
        }
        for kind in RowKind.allCases {
            let table = try #require(tables.first { $0["name"] == kind.table })
            #expect(table["strict"] == 1 && table["wr"] == 1, "\(kind.table)")
        }
    }

    /// Bars of one series, and rows of a stretch of time, are found by their key, not by a scan.
    @Test(arguments: [
        ("bar", "series = 's' AND interval = 1 AND open_time BETWEEN 1 AND 2"),
        ("liquidation", "open_time BETWEEN 1 AND 2"),
        ("open_interest", "open_time BETWEEN 1 AND 2"),
        ("funding", "open_time BETWEEN 1 AND 2"), ("depth", "open_time BETWEEN 1 AND 2"),
        ("supply", "observed = 1"), ("headline", "published BETWEEN 1 AND 2"),
    ])
    func readsUseAKey(table: String, condition: String) throws {
        try StoreWriter.open(path: path).close()
        let plan = try DatabaseQueue(path: path).read {
            try Row.fetchAll(
                $0, sql: "EXPLAIN QUERY PLAN SELECT * FROM \(table) WHERE \(condition)")
        }
        let detail: [String] = plan.map { $0["detail"] }
        #expect(detail.allSatisfy { $0.hasPrefix("SEARCH") }, "\(detail)")
    }

    @Test func whatASampleSaysIsTakenByRawSQL() throws {
        let queue = try opened()
        for kind in RowKind.allCases {
            #expect(throws: Never.self) { try insert(SampleRows.row(kind), kind, queue) }
        }
    }

    /// One column of a good row made bad: kind, column, value.
    private static let bad: [(RowKind, String, StoreValue)] =
        ["open", "high", "low", "close"].flatMap { column -> [(RowKind, String, StoreValue)] in
            [0, -1, .infinity, .nan].map { (.bars, column, .real($0)) } + [
                (.bars, column, .null), (.bars, column, .text("x")),
                (.openInterest, column, .real(-1)), (.openInterest, column, .real(.infinity)),
                (.funding, column, .real(.infinity)), (.funding, column, .real(-.infinity)),
                (.funding, column, .null),
            ]
        } + [
            (.bars, "high", .real(99)), (.bars, "low", .real(101)), (.bars, "close", .real(111)),
            (.bars, "open", .real(89)), (.bars, "volume", .real(-1)),
            (.bars, "volume", .real(.infinity)), (.bars, "series", .text("")),
            (.bars, "interval", .integer(0)), (.bars, "interval", .integer(-1)),
            (.bars, "known", .integer(SampleRows.noon + SampleRows.hour - 1)),
            (.bars, "known", .null), (.bars, "open_time", .text("noon")),
            (.assets, "class", .text("share")), (.assets, "name", .text("")),
            (.instruments, "coins_per_price", .real(0)), (.instruments, "quote", .text("")),
            (.supplies, "rank", .integer(0)), (.supplies, "supply", .real(-1)),
            (.supplies, "known", .integer(SampleRows.noon - 1)),
            (.supplies, "cap", .real(.infinity)),
            (.liquidations, "long_usd", .real(-1)), (.liquidations, "short_usd", .null),
            (.liquidations, "known", .integer(SampleRows.noon)),
            (.depth, "bid_usd", .real(-1)), (.depth, "ask_usd", .real(.infinity)),
            (.openInterest, "unit", .text("usd")), (.openInterest, "margin", .text("coin")),
            (.openInterest, "margin", .text("cash")), (.funding, "high", .real(-0.001)),
            (.closes, "value", .real(.infinity)), (.closes, "unit", .text("")),
            (.closes, "known", .integer(SampleRows.today * SampleRows.day - 1)),
            (.headlines, "known", .integer(SampleRows.noon - 1)), (.headlines, "title", .text("")),
            (.sectors, "group", .text("")), (.sectors, "citation", .text("")),
            (.themes, "sector", .text("")), (.themes, "term", .text("")),
            (.published, "low", .real(3.39e12)), (.published, "high", .real(3.37e12)),
            (.published, "digits", .integer(-1)), (.published, "value", .null),
        ]

    @Test(arguments: bad.indices)
    func theSchemaRefusesBadRowsPutByRawSQL(index: Int) throws {
        let (kind, column, value) = Self.bad[index]
        var row = SampleRows.row(kind)
        let place = try #require(kind.columns.firstIndex(of: column))
        row[place] = value
        let failure = #expect(throws: DatabaseError.self) { try insert(row, kind, opened()) }
        #expect(failure?.resultCode == .SQLITE_CONSTRAINT, "\(kind) \(column) \(value)")
    }

    private func opened() throws -> DatabaseQueue {
        try StoreWriter.open(path: path).close()
        return try DatabaseQueue(path: path)
    }

    private func insert(_ row: [StoreValue], _ kind: RowKind, _ queue: DatabaseQueue) throws {
        let columns = kind.columns.map { "\"\($0)\"" }.joined(separator: ", ")
        let places = kind.columns.map { _ in "?" }.joined(separator: ", ")
        let values = row.map { value -> DatabaseValue in
            switch value {
            case .null: .null
            case .integer(let value): value.databaseValue
            case .real(let value): value.databaseValue
            case .text(let value): value.databaseValue
            }
        }
        try queue.write {
            try $0.execute(
                sql: "INSERT INTO \(kind.table) (\(columns), source) VALUES (\(places), 'raw')",
                arguments: StatementArguments(values))
        }
    }
}
