#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import GRDB
import Market
import TestSupport
import Testing

@testable import Store

@Suite struct StoreSchemaTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("store.sqlite")
    }

    private static func golden(_ version: Int) -> URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/Store/schema-\(version).sql")
    }

    private func dump(_ queue: DatabaseQueue) throws -> String {
        let statements = try queue.read {
            try String.fetchAll(
                $0, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name")
        }
        return statements.map { $0 + ";\n" }.joined(separator: "\n")
    }

    /// `UPDATE_GOLDEN=1` writes the dump anew; a released schema must not change.
    @Test(arguments: [1, 2, 3, 4, 5, 6, 7])
    func aSchemaIsWhatItWasReleasedAs(version: Int) throws {
        let queue = try DatabaseQueue(path: path)
        try StoreSchema.migrator.migrate(queue, upTo: "\(version)")
        let dump = try dump(queue)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(dump.utf8).write(to: Self.golden(version))
        }
        let golden = try Data(contentsOf: Self.golden(version))
        #expect(String(decoding: golden, as: UTF8.self) == dump)
    }

    @Test func theLastStepIsTheSchemaThatIsWritten() throws {
        try StoreWriter.open(path: path).close()
        let golden = try Data(contentsOf: Self.golden(StoreSchema.version))
        #expect(try dump(DatabaseQueue(path: path)) == String(decoding: golden, as: UTF8.self))
    }

    /// A store as schema 1 left it, made from the dump and not by the code under test.
    @Test func aStoreOfSchemaOneOpensAndItsRowsAreThere() throws {
        let dump = try String(decoding: Data(contentsOf: Self.golden(1)), as: UTF8.self)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: dump)
            try database.execute(
                sql: """
                    INSERT INTO grdb_migrations VALUES ('1');
                    INSERT INTO bar (series, interval, open_time, known, open, high, low, close,
                        volume, source)
                    VALUES ('s', 3600000000, 1737979200000000, 1737982800000000, 1, 2, 0.5, 1.5,
                        NULL, 'a'),
                    ('s', 3600000000, 1737979200000000, 1737986400000000, 1, 2, 0.5, 1.25, 7, 'a'),
                    ('s', 3600000000, 1737979200000000, 1737982800000000, 1, 2, 0.5, 0.75, 8, 'b'),
                    ('s', 3600000000, 1737986400000000, 1737990000000000, 1, 2, 0.5, 1.75, 9, 'b');
                    PRAGMA application_id = 1684301428;
                    PRAGMA user_version = 1;
                    """)
        }
        try queue.close()
        #expect(throws: StoreError.older(found: 1, supported: StoreSchema.version)) {
            try StoreReader.open(path: path).snapshot(asOf: .noon(1))
        }
        try StoreWriter.open(path: path).close()
        func bars(_ asOf: Int) throws -> Sourced<Candle> {
            let range = TimeRange(from: .noon(0), to: .noon(9))
            return try StoreReader.open(path: path).snapshot(asOf: .noon(asOf))
                .candles(series: "s", interval: .hour, range: range)
        }
        #expect(try bars(1).rows.map(\.close) == [1.5] && bars(1).sources.sources == ["a"])
        #expect(try bars(2).rows.map(\.close) == [1.25] && bars(2).rows.map(\.volume) == [7])
        #expect(
            try bars(3).rows.map(\.close) == [1.25, 1.75] && bars(3).sources.sources == ["a", "b"])
    }

    @Test func everyBarOfSchemaOneIsMoved() throws {
        let queue = try DatabaseQueue(path: path)
        try StoreSchema.migrator.migrate(queue, upTo: "1")
        try queue.write { database in
            let statement = try database.makeStatement(
                sql: """
                    INSERT INTO bar (series, interval, open_time, known, open, high, low, close,
                        volume, source) VALUES (?, 3600000000, ?, ?, 100, 110, 90, ?, NULL, 'a')
                    """)
            for (series, hour) in [("s", 0), ("t", 7)].flatMap({ series, start in
                (0..<3000).map { (series, start + 2 * $0) }
            }) {
                let open = SampleRows.noon + Int64(hour) * SampleRows.hour
                try statement.execute(
                    arguments: [series, open, open + SampleRows.hour, 90 + Double(hour % 20)])
            }
        }
        try queue.close()
        try StoreWriter.open(path: path).close()
        let snapshot = try StoreReader.open(path: path).snapshot(asOf: .noon(99_999))
        let range = TimeRange(from: .noon(0), to: .noon(99_999))
        for (series, start) in [(SeriesID("s"), 0), ("t", 7)] {
            let rows = try snapshot.candles(series: series, interval: .hour, range: range).rows
            #expect(rows.map(\.openTime) == (0..<3000).map { .noon(start + 2 * $0) })
            #expect(rows.map(\.close) == (0..<3000).map { 90 + Double((start + 2 * $0) % 20) })
        }
    }

    @Test func aStoreOfSchemaTwoTakesTickersOnceItIsOpenedForWriting() throws {
        let queue = try DatabaseQueue(path: path)
        try StoreSchema.migrator.migrate(queue, upTo: "2")
        try queue.close()
        let writer = try StoreWriter.open(path: path)
        try writer.store([SampleRows.row(.tickers)], .tickers)
        try writer.close()
        let tickers = try StoreReader.open(path: path).snapshot(asOf: .noon(0)).tickers()
        #expect(tickers.rows.map(\.asset) == ["AGIX"] && tickers.sources.sources == ["alpha"])
    }

    /// A store as schema 6 left it, made from the dump and not by the code under test.
    @Test func aStoreOfSchemaSixTakesTakerFlowAndKeepsItsRows() throws {
        let dump = try String(decoding: Data(contentsOf: Self.golden(6)), as: UTF8.self)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: dump)
            try database.execute(
                sql: """
                    INSERT INTO grdb_migrations VALUES ('1'), ('2'), ('3'), ('4'), ('5'), ('6');
                    INSERT INTO liquidation (venue, asset, interval, open_time, known, long_usd,
                        short_usd, source)
                    VALUES ('x', 'BTC', 3600000000, 1737979200000000, 1737982800000000, 3, 4, 'a');
                    PRAGMA application_id = 1684301428;
                    PRAGMA user_version = 6;
                    """)
        }
        try queue.close()
        #expect(throws: StoreError.older(found: 6, supported: StoreSchema.version)) {
            try StoreReader.open(path: path).snapshot(asOf: .noon(1))
        }
        let writer = try StoreWriter.open(path: path)
        try writer.store([SampleRows.row(.takerFlow)], .takerFlow)
        try writer.close()
        let range = TimeRange(from: .noon(0), to: .noon(1))
        let snapshot = try StoreReader.open(path: path).snapshot(asOf: .noon(1))
        #expect(try snapshot.liquidations(range).rows.map(\.longUSD) == [3])
        #expect(try snapshot.takerFlow(range).rows.map(\.sold) == [20])
        // A bar is not known before it closes.
        let before = try StoreReader.open(path: path).snapshot(
            asOf: .noon(1) - TimeSpan(microseconds: 1))
        #expect(try before.takerFlow(range).rows == [])
    }

    /// But for chunks, which are longer than a page: their key is an index beside them.
    @Test func everyRowTableIsStrictAndHasNoRowid() throws {
        try StoreWriter.open(path: path).close()
        let tables = try DatabaseQueue(path: path).read {
            try Row.fetchAll($0, sql: "PRAGMA table_list").filter { $0["schema"] == "main" }
        }
        for kind in RowKind.allCases {
            let table = try #require(tables.first { $0["name"] == kind.table })
            #expect(table["strict"] == 1, "\(kind.table)")
            #expect(table["wr"] == (kind == .bars ? 0 : 1), "\(kind.table)")
        }
    }

    /// Bars of one series, and rows of a stretch of time, are found by their key, not by a scan.
    @Test(arguments: [
        ("bar_chunk", "series = 's' AND interval = 1 AND first_open < 2 AND last_open >= 1"),
        ("liquidation", "open_time BETWEEN 1 AND 2"),
        ("open_interest", "open_time BETWEEN 1 AND 2"),
        ("funding", "open_time BETWEEN 1 AND 2"), ("depth", "open_time BETWEEN 1 AND 2"),
        ("taker_flow", "open_time BETWEEN 1 AND 2"),
        ("supply", "observed = 1"), ("liquidation_event", "time BETWEEN 1 AND 2"),
        ("headline", "published BETWEEN 1 AND 2"), ("event", "start BETWEEN 1 AND 2"),
        ("fund_flow", "fund = 'a'"),
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
        for kind in RowKind.allCases where kind != .bars {
            #expect(throws: Never.self) { try insert(SampleRows.row(kind), kind, queue) }
        }
    }

    /// One column of a good row made bad: kind, column, value.
    private static let bad: [(RowKind, String, StoreValue)] =
        ["open", "high", "low", "close"].flatMap { column -> [(RowKind, String, StoreValue)] in
            [
                (.openInterest, column, .real(-1)), (.openInterest, column, .real(.infinity)),
                (.funding, column, .real(.infinity)), (.funding, column, .real(-.infinity)),
                (.funding, column, .null),
            ]
        } + [
            (.assets, "class", .text("share")), (.assets, "name", .text("")),
            (.instruments, "coins_per_price", .real(0)), (.instruments, "quote", .text("")),
            (.supplies, "rank", .integer(0)), (.supplies, "supply", .real(-1)),
            (.supplies, "known", .integer(SampleRows.noon - 1)),
            (.supplies, "cap", .real(.infinity)),
            (.liquidations, "long_usd", .real(-1)), (.liquidations, "short_usd", .null),
            (.liquidations, "known", .integer(SampleRows.noon)),
            (.liquidationEvents, "known", .integer(SampleRows.noon - 1)),
            (.liquidationEvents, "kind", .text("margin call")),
            (.liquidationEvents, "side", .text("buy")), (.liquidationEvents, "venue", .text("")),
            (.liquidationEvents, "instrument", .text("")), (.liquidationEvents, "asset", .null),
            (.liquidationEvents, "order_price", .real(-1)),
            (.liquidationEvents, "average_price", .real(.infinity)),
            (.liquidationEvents, "ordered", .real(-1)), (.liquidationEvents, "filled", .real(-1)),
            (.liquidationEvents, "unit", .text("lots")), (.liquidationEvents, "unit", .null),
            (.liquidationEvents, "contract_size", .real(-1)),
            (.liquidationEvents, "quanto_usd", .real(1)),
            (.liquidationEvents, "event", .null), (.liquidationEvents, "number", .integer(-1)),
            (.depth, "bid_usd", .real(-1)), (.depth, "ask_usd", .real(.infinity)),
            (.openInterest, "unit", .text("usd")), (.openInterest, "margin", .text("coin")),
            (.openInterest, "margin", .text("cash")), (.funding, "high", .real(-0.001)),
            (.takerFlow, "unit", .text("lots")), (.takerFlow, "unit", .null),
            (.takerFlow, "contracts", .text("")), (.takerFlow, "venue", .text("")),
            (.takerFlow, "asset", .text("")), (.takerFlow, "interval", .integer(0)),
            (.takerFlow, "known", .integer(SampleRows.noon)),
            (.takerFlow, "bought", .real(-1)), (.takerFlow, "bought", .real(.infinity)),
            (.takerFlow, "bought", .null), (.takerFlow, "sold", .real(-1)),
            (.takerFlow, "sold", .real(.infinity)), (.takerFlow, "sold", .null),
            (.closes, "value", .real(.infinity)), (.closes, "unit", .text("")),
            (.closes, "known", .integer(SampleRows.today * SampleRows.day - 1)),
            (.fundFlows, "known", .integer(SampleRows.today * SampleRows.day - 1)),
            (.fundFlows, "flow_usd", .real(-.infinity)), (.fundFlows, "fund", .text("")),
            (.events, "kind", .text("rumour")), (.events, "title", .text("")),
            (.events, "end", .integer(SampleRows.noon)),
            (.events, "known", .integer(SampleRows.noon - 1)), (.events, "subject", .text("")),
            (.headlines, "known", .integer(SampleRows.noon - 1)), (.headlines, "title", .text("")),
            (.sectors, "group", .text("")), (.sectors, "citation", .text("")),
            (.themes, "sector", .text("")), (.themes, "term", .text("")),
            (.tickers, "kind", .text("alias")), (.tickers, "ticker", .text("")),
            (.tickers, "successor", .null), (.tickers, "successor", .text("AGIX")),
            (.tickers, "kind", .text("renamed")), (.tickers, "coins_per_unit", .real(0)),
            (.tickers, "coins_per_unit", .real(.infinity)), (.tickers, "coins_per_unit", .null),
            (.tickers, "valid_from", .integer(SampleRows.noon)), (.tickers, "citation", .text("")),
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
