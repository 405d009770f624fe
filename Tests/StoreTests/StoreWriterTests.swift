import GRDB
import Market
import Store
import TestSupport
import Testing

@Suite struct StoreWriterTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("store.sqlite")
    }

    @Test(arguments: RowKind.allCases)
    func everyKindIsTakenOnceAndAgainWithoutHarm(kind: RowKind) throws {
        let writer = try StoreWriter.open(path: path)
        let row = SampleRows.row(kind)
        #expect(try writer.store([row], kind) == AppendedRows(inserted: 1, alreadyThere: 0))
        #expect(try writer.store([row], kind) == AppendedRows(inserted: 0, alreadyThere: 1))
        let again = try writer.store([row], kind, name: "b")
        #expect(again == AppendedRows(inserted: 0, alreadyThere: 1))
    }

    @Test func anotherValueForAKeyIsAConflictAndTakesTheWholeFileBack() throws {
        let writer = try StoreWriter.open(path: path)
        try writer.store([SampleRows.bar("s", open: 0, close: 105)], .bars)
        let rows = [
            SampleRows.bar("s", open: 1, close: 101), SampleRows.bar("s", open: 0, close: 106),
        ]
        let failure = #expect(throws: StoreError.self) {
            try writer.store(rows, .bars, name: "b")
        }
        guard case .conflict(let key, let detail) = failure else {
            Issue.record("not a conflict: \(String(describing: failure))")
            return
        }
        #expect(key.contains("bar s") && detail.contains("105.0, not 106.0"))
        #expect(try candles(asOf: .noon(9)).map(\.close) == [105])
        let file = SampleRows.file(.bars, "b")
        #expect(
            try !writer.hasImported(sha256: file.sha256, kind: .bars, source: SampleRows.source))
    }

    @Test func rememberingAFileIsPartOfItsTransaction() throws {
        let writer = try StoreWriter.open(path: path)
        let file = SampleRows.file(.bars)
        try writer.store([SampleRows.row(.bars)], .bars)
        #expect(try writer.hasImported(sha256: file.sha256, kind: .bars, source: "alpha"))
        #expect(try !writer.hasImported(sha256: file.sha256, kind: .bars, source: "beta"))
        #expect(try !writer.hasImported(sha256: file.sha256, kind: .depth, source: "alpha"))
        #expect(throws: StoreError.self) {
            try writer.store([SampleRows.row(.bars)], .bars, source: "beta")
        }
    }

    @Test func aSourceStandsForOneState() throws {
        let writer = try StoreWriter.open(path: path)
        let source = SampleRows.described("s")
        try writer.declare([source])
        try writer.declare([source])
        let other = Source(
            id: "s", title: "t", publisher: "p", repository: "", commit: "later", licence: "l",
            note: "")
        let failure = #expect(throws: StoreError.self) { try writer.declare([other]) }
        guard case .conflict = failure else {
            Issue.record("not a conflict")
            return
        }
    }

    @Test func theSchemaRefusesWhatTheCallerDidNotCheck() throws {
        let writer = try StoreWriter.open(path: path)
        let failure = #expect(throws: StoreError.self) {
            try writer.store([SampleRows.bar("s", open: 0, close: .infinity)], .bars)
        }
        guard case .refused = failure else {
            Issue.record("not refused: \(String(describing: failure))")
            return
        }
    }

    /// Whoever goes on after an error gets another, and the file is not stored.
    @Test func goingOnAfterARefusalDoesNotTrap() throws {
        let writer = try StoreWriter.open(path: path)
        try writer.declare([SampleRows.described("alpha")])
        let failure = #expect(throws: StoreError.self) {
            try writer.transaction(importing: SampleRows.file(.bars)) {
                appender throws(StoreError) in
                for close in [105, .infinity, 106] {
                    try? appender.append(SampleRows.bar("s", open: 0, close: close)[...])
                }
                try appender.append(SampleRows.bar("s", open: 0, close: -1)[...])
            }
        }
        #expect(failure != nil)
        #expect(try candles(asOf: .noon(9)).isEmpty)
    }

    @Test func aSecondWriterIsToldThatTheStoreIsBusy() throws {
        let first = try StoreWriter.open(path: path)
        let wait = TimeSpan(microseconds: 20_000)
        let second = try StoreWriter.open(path: path, busyTimeout: wait)
        try first.declare([SampleRows.described("alpha")])
        _ = try first.transaction(importing: SampleRows.file(.bars)) {
            appender throws(StoreError) in
            try appender.append(SampleRows.row(.bars)[...])
            #expect(throws: StoreError.busy) {
                try second.store([SampleRows.row(.bars)], .bars, name: "b")
            }
        }
        #expect(try second.store([SampleRows.row(.bars)], .bars, name: "b").alreadyThere == 1)
    }

    @Test func aFullDiskLeavesTheStoreAsItWas() throws {
        let roomy = try StoreWriter.open(path: path)
        try roomy.store([SampleRows.bar("s", open: 0, close: 105)], .bars)
        try roomy.close()
        let pages = try DatabaseQueue(path: path).read {
            try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0
        }
        let writer = try StoreWriter.open(path: path, maximumPages: pages + 2)
        let many = (1...2000).map { SampleRows.bar("s", open: $0, close: 105) }
        #expect(throws: StoreError.full) { try writer.store(many, .bars, name: "b") }
        #expect(try candles(asOf: .noon(9999)).count == 1)
        let one = try writer.store([SampleRows.bar("s", open: 1, close: 105)], .bars, name: "c")
        #expect(one.inserted == 1)
    }

    @Test func aClosedWriterAnswersWithAnError() throws {
        let writer = try StoreWriter.open(path: path)
        try writer.close()
        #expect(throws: StoreError.self) { try writer.store([], .bars) }
    }

    private func candles(asOf: Timestamp) throws -> [Candle] {
        let range = TimeRange(from: .noon(-24), to: .noon(9999))
        return try StoreReader.open(path: path).snapshot(asOf: asOf)
            .candles(series: "s", interval: .hour, range: range).rows
    }
}
