import Market
import Store
import TestSupport
import Testing

/// Liquidations one by one, as they are kept and read again.
@Suite struct LiquidationEventsTests {
    private let folder: TemporaryFolder
    private let writer: StoreWriter
    private let hour = TimeRange(from: .noon(0), to: .noon(1))

    init() throws {
        folder = try TemporaryFolder()
        writer = try StoreWriter.open(path: folder.path("store"))
    }

    private func snapshot(asOf hours: Int = 9) throws -> StoreSnapshot {
        try StoreReader.open(path: folder.path("store")).snapshot(asOf: .noon(hours))
    }

    /// The row with one column replaced.
    private func row(_ column: String, _ value: StoreValue, unit: String = "coins") throws
        -> [StoreValue]
    {
        var row = SampleRows.event()
        let columns = RowKind.liquidationEvents.columns
        row[try #require(columns.firstIndex(of: "unit"))] = .text(unit)
        row[try #require(columns.firstIndex(of: column))] = value
        return row
    }

    @Test func twoEventsAlikeInAllButTheirNumberAreTwo() throws {
        let rows = [SampleRows.event(), SampleRows.event(number: 1), SampleRows.event(event: "7")]
        let stored = try writer.store(rows, .liquidationEvents)
        #expect(stored == AppendedRows(inserted: 3))
        let again = try writer.store(rows, .liquidationEvents, name: "again")
        #expect(again == AppendedRows(alreadyThere: 3))
        #expect(try snapshot().liquidationEvents(hour).rows.count == 3)
    }

    @Test func anEventIsSeenFromWhenItWasKnownAndRevisedWhenItIsKnownBetter() throws {
        let late: Int64 = 3600
        try writer.store(
            [
                SampleRows.event(late: late),
                SampleRows.event(late: 2 * late, filled: 2),
            ], .liquidationEvents)
        #expect(try snapshot(asOf: 0).liquidationEvents(hour).rows == [])
        #expect(try snapshot(asOf: 1).liquidationEvents(hour).rows.map(\.filledQuantity) == [3])
        #expect(try snapshot(asOf: 2).liquidationEvents(hour).rows.map(\.filledQuantity) == [2])
    }

    @Test func aRangeHasItsStartAndNotItsEnd() throws {
        try writer.store(
            [-1, 0, 3599, 3600].map { SampleRows.event(seconds: $0) }, .liquidationEvents)
        let times = try snapshot().liquidationEvents(hour).rows.map(\.time)
        #expect(times == [.noon(0), .noon(1) - TimeSpan(microseconds: 1_000_000)])
    }

    @Test func kindsAreReadApart() throws {
        try writer.store(
            ["liquidation", "adl", "insurance", "adl"].enumerated().map {
                SampleRows.event(kind: $1, number: Int64($0))
            }, .liquidationEvents)
        let snapshot = try snapshot()
        #expect(try snapshot.liquidationEvents(hour).rows.count == 1)
        #expect(try snapshot.deleveragingEvents(hour).rows.count == 2)
        #expect(try snapshot.takeoverEvents(hour).rows.count == 1)
    }

    @Test func contractsAreWhatTheirUnitSays() throws {
        let cases: [([StoreValue], ContractSize?)] = [
            (try row("contract_size", .real(0.1)), .linear(coins: 0.1)),
            (try row("contract_size", .null), nil),
            (try row("contract_size", .real(100), unit: "usd"), .inverse(dollars: 100)),
            (try row("contract_size", .real(100), unit: "quanto"), nil),
            (
                try row("quanto_usd", .real(99_000), unit: "quanto"),
                .quanto(unitsPerPoint: 0.1, dollarsPerUnit: 99_000)
            ),
        ]
        for (place, (row, contract)) in cases.enumerated() {
            var row = row
            row[row.count - 1] = .integer(Int64(place))
            try writer.store([row], .liquidationEvents, name: "\(place)")
            let read = try #require(snapshot().liquidationEvents(hour).rows.last)
            #expect(read.contract == contract)
        }
        var sideless = try row("side", .null)
        sideless[sideless.count - 1] = .integer(99)
        try writer.store([sideless], .liquidationEvents, name: "sideless")
        #expect(try snapshot().liquidationEvents(hour).rows.last?.closed == nil)
    }

    /// A second recording of a feed has its own names and clocks: an hour is one recording's alone.
    @Test func anHourOfAFeedIsOneSourcesAlone() throws {
        try writer.store(
            [SampleRows.event(seconds: 10), SampleRows.event(seconds: 3700)], .liquidationEvents,
            name: "a", source: "alpha")
        try writer.store(
            [SampleRows.event(seconds: 11, event: "own"), SampleRows.event(seconds: 7300)],
            .liquidationEvents, name: "b", source: "beta")
        let found = try snapshot().liquidationEvents(TimeRange(from: .noon(0), to: .noon(3)))
        #expect(
            found.rows.map { ($0.time - .noon(0)).microseconds } == [
                10_000_000, 3_700_000_000, 7_300_000_000,
            ])
        #expect(found.sources.sources == ["alpha", "beta"])
        let first = try snapshot().liquidationEvents(hour)
        #expect(first.sources.sources == ["alpha"])
    }
}
