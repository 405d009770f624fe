#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import GRDB
import Market
import Series
import TestSupport
import Testing

@testable import Store

@Suite struct StoreFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func readingDoesNotCreate() throws {
        let path = folder.path("none.sqlite")
        #expect(throws: StoreError.missing(path: path)) { try StoreReader.open(path: path) }
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(throws: StoreError.self) { try StoreReader.open(path: folder.path("")) }
        #expect(throws: StoreError.self) {
            try StoreWriter.open(path: folder.path("no/folder/store"))
        }
    }

    @Test(arguments: [
        "x", "SQLite format 3\0", String(repeating: "SQLite format 3\0", count: 300),
        String(repeating: "price,", count: 2000),
    ])
    func aForeignFileIsLeftAlone(text: String) throws {
        try folder.write(text, to: "foreign")
        try expectForeign("foreign")
    }

    @Test(arguments: ["CREATE TABLE t (a)", "PRAGMA user_version = 7", "PRAGMA application_id = 5"])
    func aForeignDatabaseIsLeftAlone(sql: String) throws {
        let queue = try DatabaseQueue(path: folder.path("foreign"))
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
        try expectForeign("foreign")
    }

    private func expectForeign(_ name: String) throws {
        let before = try folder.bytes(name)
        let path = folder.path(name)
        #expect(throws: StoreError.notAStore(path: path)) { try StoreWriter.open(path: path) }
        #expect(throws: StoreError.notAStore(path: path)) { try StoreReader.open(path: path) }
        #expect(try folder.bytes(name) == before)
    }

    @Test func aLaterSchemaIsLeftAlone() throws {
        let path = folder.path("store")
        try StoreWriter.open(path: path).close()
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
        try queue.close()
        let before = try folder.bytes("store")
        let expected = StoreError.newer(found: 99, supported: StoreSchema.version)
        #expect(throws: expected) { try StoreWriter.open(path: path) }
        #expect(throws: expected) { try StoreReader.open(path: path) }
        #expect(try folder.bytes("store") == before)
    }

    @Test func anEmptyFileBecomesAStoreOnlyForAWriter() throws {
        try folder.write("", to: "store")
        let path = folder.path("store")
        #expect(throws: StoreError.missing(path: path)) { try StoreReader.open(path: path) }
        #expect(try folder.bytes("store").isEmpty)
        try StoreWriter.open(path: path).close()
        #expect(try StoreReader.open(path: path).snapshot(asOf: .noon(0)).sources() == [])
    }

    @Test func everyTruncationOfAStoreIsAnErrorOrAnAnswer() throws {
        let path = folder.path("store")
        let writer = try StoreWriter.open(path: path)
        try writer.store([SampleRows.row(.bars)], .bars)
        try writer.close()
        let whole = try folder.bytes("store")
        for size in stride(from: 1, to: whole.count, by: 509) {
            try folder.write(Array(whole.prefix(size)), to: "cut")
            #expect(throws: StoreError.self) {
                let snapshot = try StoreReader.open(path: folder.path("cut"))
                    .snapshot(asOf: .noon(9))
                _ = try snapshot.instrumentCandles(
                    interval: .hour, range: TimeRange(from: .noon(0), to: .noon(9)))
                _ = try snapshot.publishedFigures()
                throw StoreError.io(reason: "the lost part was not needed")
            }
        }
    }

    @Test func damagedStoresNeverTrap() throws {
        let path = folder.path("store")
        let writer = try StoreWriter.open(path: path)
        for kind in RowKind.allCases {
            try writer.store([SampleRows.row(kind)], kind, name: kind.rawValue)
        }
        try writer.close()
        let whole = try folder.bytes("store")
        var random = SeededGenerator(seed: 11)
        let range = TimeRange(from: .noon(-9), to: .noon(9))
        for _ in 0..<150 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                let place = Int.random(in: 100..<bytes.count, using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            try folder.write(bytes, to: "damaged")
            _ = try? readEverything(folder.path("damaged"), range)
        }
    }

    private func readEverything(_ path: String, _ range: TimeRange) throws {
        let snapshot = try StoreReader.open(path: path).snapshot(asOf: .noon(9))
        _ = try? snapshot.assets()
        _ = try? snapshot.instrumentCandles(interval: .hour, range: range)
        _ = try? snapshot.instrumentColumns(interval: .hour, range: range, fields: .all)
        _ = try? snapshot.supplies()
        _ = try? snapshot.liquidations(range)
        _ = try? snapshot.openInterest(range)
        _ = try? snapshot.funding(range)
        _ = try? snapshot.depth(range)
        _ = try? snapshot.instrumentCloses(interval: .hour, range: range)
        _ = try? snapshot.macroSeries()
        _ = try? snapshot.macroCloses(of: "macro:vix", from: CalendarDay(daysSinceEpoch: 0))
        _ = try? snapshot.liquidationEvents(range)
        _ = try? snapshot.deleveragingEvents(range)
        _ = try? snapshot.takeoverEvents(range)
        _ = try? snapshot.headlines(range)
        _ = try? snapshot.sectorMembers()
        _ = try? snapshot.themeTerms()
        _ = try? snapshot.publishedFigures()
        _ = try? snapshot.sources()
    }

    /// Run by root, who may write anywhere, this shows less than run by anybody else.
    @Test func aStoreInAFolderThatMayNotBeWrittenCanBeRead() throws {
        let inner = folder.url.appending(path: "a%20b?#")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        let path = inner.appending(path: "store").path
        let writer = try StoreWriter.open(path: path)
        try writer.store([SampleRows.row(.bars)], .bars)
        try writer.close()
        try permit(0o555, inner.path)
        defer { try? permit(0o755, inner.path) }
        let snapshot = try StoreReader.open(path: path).snapshot(asOf: .noon(0))
        let extent = try snapshot.extent(of: "perp:x:BTC", interval: .hour)
        #expect(extent == TimeRange(from: .noon(0), to: .noon(1)))
    }

    private func permit(_ rights: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
    }

    @Test func everyErrorIsOneLineWithARemedy() {
        let errors: [StoreError] = [
            .missing(path: "p"), .notAStore(path: "p"), .newer(found: 3, supported: 2),
            .older(found: 1, supported: 2), .busy, .full,
            .readOnly, .conflict(key: "k", detail: "d"), .refused(reason: "r"),
            .damaged(reason: "r"), .io(reason: "r"),
        ]
        for error in errors {
            let text = error.description
            #expect(text.contains(" — ") && !text.contains("\n"), "\(text)")
        }
    }
}
