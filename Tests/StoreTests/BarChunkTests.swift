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

/// How bars are kept, and what a chunk that was damaged is.
@Suite struct BarChunkTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("store.sqlite")
    }

    private func counts() throws -> [Int] {
        try DatabaseQueue(path: path).read {
            try Int.fetchAll($0, sql: "SELECT count FROM bar_chunk ORDER BY series, first_open")
        }
    }

    private func candles(asOf hours: Int = 99_999) throws -> [Candle] {
        let range = TimeRange(from: .noon(-9), to: .noon(99_999))
        return try StoreReader.open(path: path).snapshot(asOf: .noon(hours))
            .candles(series: "s", interval: .hour, range: range).rows
    }

    private func bars(_ hours: some Sequence<Int>) -> [[StoreValue]] {
        hours.map { SampleRows.bar("s", open: Int64($0), close: 90 + Double($0 % 21)) }
    }

    @Test func chunksAreFilledInOrder() throws {
        let writer = try StoreWriter.open(path: path)
        try writer.store(bars(0..<2500), .bars)
        #expect(try counts() == [1024, 1024, 452])
        try writer.store(bars(2500..<3100), .bars, name: "b")
        #expect(try counts() == [1024, 1024, 1024, 28])
        #expect(try candles().map(\.openTime) == (0..<3100).map { .noon($0) })
        #expect(try candles().map(\.close) == (0..<3100).map { 90 + Double($0 % 21) })
    }

    @Test func aBarAtATimeFillsTheLastChunk() throws {
        let writer = try StoreWriter.open(path: path)
        try writer.store(bars(0..<1020), .bars)
        for hour in 1020..<1030 {
            try writer.store(bars([hour]), .bars, name: "p" + "\(hour)")
        }
        #expect(try counts() == [1024, 6])
        #expect(try candles().count == 1030)
    }

    @Test func barsBetweenOthersCutAChunkInEqualPieces() throws {
        let writer = try StoreWriter.open(path: path)
        try writer.store(bars(stride(from: 0, to: 4096, by: 2)), .bars)
        let others = try writer.store(bars(stride(from: 1, to: 2048, by: 2)), .bars, name: "b")
        #expect(others == AppendedRows(inserted: 1024, alreadyThere: 0))
        #expect(try counts() == [1024, 1024, 1024])
        try writer.store(bars([4097]), .bars, name: "c")
        #expect(try counts() == [1024, 1024, 1024, 1])
        #expect(try candles().map(\.openTime) == candles().map(\.openTime).sorted())
        #expect(try candles().count == 3073)
    }

    @Test func whateverTheOrderOfAFileTheBarsAreTheSame() throws {
        var random = SeededGenerator(seed: 5)
        let rows = ["s", "t", "u"].flatMap { series in
            (0..<1500).map { SampleRows.bar(series, open: $0, close: 90 + Double($0 % 21)) }
        }
        let other = folder.path("other.sqlite")
        try StoreWriter.open(path: path).store(rows, .bars)
        try StoreWriter.open(path: other).store(rows.shuffled(using: &random), .bars)
        let dumps = try [path, other].map { path in
            try DatabaseQueue(path: path).read {
                try Row.fetchAll($0, sql: "SELECT * FROM bar_chunk ORDER BY series, first_open")
            }
        }
        #expect(dumps[0].count == 6 && dumps[0] == dumps[1])
    }

    /// A file too large to wait whole is written in parts, whose bars fall between those before.
    @Test func whatDoesNotWaitIsWrittenTheSame() throws {
        var random = SeededGenerator(seed: 7)
        let rows = ["s", "t"].flatMap { series in
            (0..<1500).map { SampleRows.bar(series, open: $0, close: 90 + Double($0 % 21)) }
        }
        try StoreWriter.open(path: path).close()
        let queue = try DatabaseQueue(path: path)
        for (patience, count) in [(1, 60), (300, 1500), (2999, 1500)] {
            try queue.write { database in
                try database.execute(sql: "DELETE FROM bar_chunk")
                var appender = try BarAppender(
                    source: "alpha", database: database, patience: patience)
                let chosen = Array(rows[..<count] + rows[1500..<1500 + count])
                for row in chosen.shuffled(using: &random) { try appender.append(row[...]) }
                try appender.finish()
                #expect(appender.appended == AppendedRows(inserted: 2 * count, alreadyThere: 0))
            }
            let found = try candles()
            #expect(found.map(\.openTime) == (0..<count).map { .noon($0) })
            #expect(found.map(\.close) == (0..<count).map { 90 + Double($0 % 21) })
        }
    }

    @Test func barsThatAreThereAlreadyAreCountedAndTheChunkIsLeftAlone() throws {
        let writer = try StoreWriter.open(path: path)
        try writer.store(bars(0..<1500), .bars)
        let again = try writer.store(bars(500..<1600), .bars, name: "b")
        #expect(again == AppendedRows(inserted: 100, alreadyThere: 1000))
        let twice = try writer.store(bars([7, 7, 8]), .bars, name: "c")
        #expect(twice == AppendedRows(inserted: 0, alreadyThere: 3))
        let failure = #expect(throws: StoreError.self) {
            try writer.store(
                bars([5000])
                    + [5001, 5001].enumerated().map { place, hour in
                        SampleRows.bar("s", open: hour, close: 100 + Double(place))
                    }, .bars, name: "d")
        }
        guard case .conflict(let key, let detail) = failure else {
            Issue.record("not a conflict: \(String(describing: failure))")
            return
        }
        #expect(key.hasPrefix("bar s 3600000000 ") && detail == "close 100.0, not 101.0")
        #expect(try candles().count == 1600)
    }

    /// A stretch of revisions longer than a chunk, so that one bar's lie in several.
    @Test func aBarRevisedMoreOftenThanAChunkHolds() throws {
        let writer = try StoreWriter.open(path: path)
        let revisions = (0..<2000).map {
            SampleRows.bar("s", open: 1, close: 90 + Double($0 % 21), late: $0)
        }
        try writer.store(revisions + bars([0, 2, 3]), .bars)
        #expect(try counts().count == 2)
        for late in [0, 1, 700, 1022, 1023, 1024, 1999] {
            let rows = try candles(asOf: 2 + late)
            #expect(rows.first { $0.openTime == .noon(1) }?.close == 90 + Double(late % 21))
        }
        #expect(try candles().map(\.openTime) == (0..<4).map { .noon($0) })
    }

    /// What the schema refused of a bar when each had a row, refused when it is appended.
    @Test func badBarsAreRefused() throws {
        let bad: [(String, [StoreValue])] =
            ["open", "high", "low", "close"].map { column in
                (
                    column,
                    [0, -1, .infinity, .nan].map { .real($0) } + [.null, .text("x"), .integer(1)]
                )
            } + [
                ("high", [.real(99)]), ("low", [.real(101)]), ("close", [.real(111)]),
                ("open", [.real(89)]),
                ("volume", [.real(-1), .real(.infinity), .real(.nan), .text("")]),
                ("series", [.text(""), .null]), ("interval", [.integer(0), .integer(-1), .null]),
                ("known", [.integer(SampleRows.noon + SampleRows.hour - 1), .null]),
                ("open_time", [.text("noon"), .integer(.max), .null]),
            ]
        let writer = try StoreWriter.open(path: path)
        for (column, values) in bad {
            let place = try #require(RowKind.bars.columns.firstIndex(of: column))
            for value in values {
                var row = SampleRows.row(.bars)
                row[place] = value
                let failure = #expect(throws: StoreError.self) { try writer.store([row], .bars) }
                guard case .refused = failure else {
                    Issue.record("\(column) \(value): \(String(describing: failure))")
                    continue
                }
            }
        }
        #expect(try counts() == [])
    }

    private static let columns = ["close", "high", "low", "open", "volume", "times", "knowns"]

    private func fill() throws {
        let writer = try StoreWriter.open(path: path)
        var rows = (0..<40).filter { $0 % 7 != 3 }.map {
            SampleRows.bar("s", open: $0, close: 100, late: $0 % 3)
        }
        for place in rows.indices { rows[place][8] = place % 2 == 0 ? .null : .real(Double(place)) }
        try writer.store(rows, .bars)
        try writer.close()
    }

    private func expectDamaged(_ what: String) {
        let failure = #expect(throws: StoreError.self, "\(what)") { try candles() }
        guard case .damaged = failure else {
            Issue.record("\(what): \(String(describing: failure))")
            return
        }
    }

    @Test(arguments: columns)
    func everyChangedBitOfAColumnShows(column: String) throws {
        try fill()
        let queue = try DatabaseQueue(path: path)
        let whole = try queue.read {
            [UInt8](try Data.fetchOne($0, sql: "SELECT \(column) FROM bar_chunk") ?? Data())
        }
        #expect(whole.count == 8 * 35)
        func put(_ bytes: [UInt8]) throws {
            try queue.write {
                try $0.execute(
                    sql: "UPDATE bar_chunk SET \(column) = ?", arguments: [Data(bytes)])
            }
        }
        for place in stride(from: 0, to: whole.count, by: 5) {
            var bytes = whole
            bytes[place] ^= 1 << UInt8(place % 8)
            try put(bytes)
            expectDamaged("\(column) byte \(place)")
        }
        try put(Array(repeating: 0, count: whole.count))
        expectDamaged("\(column) of zeros")
        try put(whole)
        #expect(try candles().count == 34)
        #expect(throws: DatabaseError.self) { try put(Array(whole.dropLast(8))) }
    }

    /// A column that vouches for itself and says what cannot be.
    @Test func aForgedColumnIsRefused() throws {
        try fill()
        let forged: [(String, Double)] = [
            ("close", 0), ("close", -1), ("close", .infinity), ("close", .nan), ("high", 99),
            ("low", 100.5), ("open", 111), ("open", 1), ("volume", -1), ("volume", .infinity),
            ("volume", -.nan),
        ]
        for (column, value) in forged {
            try forge(column) { $0 == 17 ? value.bitPattern : 100.0.bitPattern }
            expectDamaged("\(column) \(value)")
            try forge(column) { _ in
                (column == "high" ? 110 : column == "low" ? 90 : 100).bitPattern
            }
            #expect(try candles().count == 34)
        }
    }

    private func forge(_ column: String, _ word: (Int) -> UInt64) throws {
        let bytes = ChunkColumn.bytes(count: 34, word: word)
        try DatabaseQueue(path: path).write {
            try $0.execute(
                sql: "UPDATE bar_chunk SET \(column) = ?", arguments: [Data(bytes)])
        }
    }

    @Test func forgedTimesAreRefused() throws {
        try fill()
        let (noon, hour) = (SampleRows.noon, SampleRows.hour)
        let times: [(Int) -> Int64] = [
            { _ in noon }, { noon + Int64(40 - $0) * hour }, { $0 == 20 ? .max : noon + Int64($0) },
            { $0 == 20 ? .min : noon + Int64($0) * hour },
        ]
        for (number, time) in times.enumerated() {
            try forge("times") { UInt64(bitPattern: time($0)) }
            expectDamaged("times \(number)")
        }
        for sql in [
            "times = NULL", "knowns = NULL", "first_open = first_open - 1",
            "last_open = last_open + 1", "first_known = first_known + 1",
            "interval = 9000000000000000000, first_known = 9100000000000000000",
        ] {
            let copy = folder.path("copy.sqlite")
            try folder.write(folder.bytes("store.sqlite"), to: "copy.sqlite")
            let queue = try DatabaseQueue(path: copy)
            try queue.write { try $0.execute(sql: "UPDATE bar_chunk SET \(sql)") }
            let snapshot = try StoreReader.open(path: copy).snapshot(asOf: .noon(99))
            for interval in [TimeSpan.hour, TimeSpan(microseconds: 9_000_000_000_000_000_000)] {
                let range = TimeRange(
                    from: Timestamp(microseconds: 0), to: Timestamp(microseconds: .max))
                let found = try? snapshot.candles(series: "s", interval: interval, range: range)
                #expect(found?.rows.isEmpty ?? true, "\(sql)")
            }
            try queue.close()
        }
    }

    @Test func chunksThatOverlapAreRefused() throws {
        try StoreWriter.open(path: path).store(bars(0..<1500), .bars)
        try DatabaseQueue(path: path).write {
            try $0.execute(
                sql: """
                    UPDATE bar_chunk SET first_open = first_open - 3600000000,
                        first_known = first_known - 3600000000, last_open = last_open - 3600000000
                    WHERE count < 1024
                    """)
        }
        expectDamaged("overlapping chunks")
    }
}
