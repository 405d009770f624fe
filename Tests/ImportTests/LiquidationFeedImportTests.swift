import Import
import Market
import Store
import TestSupport
import Testing

@Suite struct LiquidationFeedImportTests {
    private static let message = """
        {"arg":{"channel":"liquidation-orders","instType":"SWAP"},"data":[{"instId":"BTC-USDT-SWAP","details":[\
        {"side":"sell","posSide":"net","bkPx":"98000.1","sz":"13","ts":"1737979200123"}]}]}

        """
    private static let binance = """
        {"e":"forceOrder","E":1737979200500,"o":{"s":"BTCUSDT","S":"SELL","q":"2","p":"98910.5","ap":"98950",\
        "z":"1.5","T":1737979200123}}

        """
    private static let day = TimeRange(
        from: Timestamp(seconds: 1_737_979_200), to: Timestamp(seconds: 1_737_982_800))

    private static func run(
        _ text: String, _ venue: String, source: String = "mine", store: String
    ) throws -> LiquidationFeedReport {
        try LiquidationFeedImport(venue: venue, source: NewsSource(name: source)).run(
            NewsFile(name: "file", bytes: Array(text.utf8)), store: store)
    }

    /// Both quantities and prices are kept; what is known later is not there before.
    @Test func aMessageBecomesAnEvent() throws {
        let folder = try TemporaryFolder()
        let store = folder.path("store.sqlite")
        let report = try Self.run(Self.binance + "{\"id\":1}\nno\n", "binance", store: store)
        #expect(report.liquidations == 1 && report.added == 1 && report.others == 1)
        #expect(report.withoutSize == 0 && !report.isCut)
        #expect(report.faults.map(\.count) == [1] && report.faults.map(\.firstLine) == [3])
        func events(_ asOf: Int64) throws -> [LiquidationEvent] {
            try StoreReader.open(path: store).snapshot(asOf: Timestamp(microseconds: asOf))
                .liquidationEvents(Self.day).rows
        }
        #expect(try events(1_737_979_200_499_999).isEmpty)
        let event = try #require(try events(1_737_979_200_500_000).first)
        #expect(event.venue == "binance" && event.asset == "BTC" && event.closed == .long)
        #expect(event.contract == .linear(coins: 1) && event.averagePrice == 98950)
        #expect(event.filledQuantity == 1.5 && event.orderedQuantity == 2)
        let again = try Self.run(Self.binance, "binance", store: store)
        #expect(again.added == 0 && again.liquidations == 1)
    }

    /// A size that nobody told is not guessed: the event is there, and without a contract it has no dollars.
    @Test func anUnknownSizeIsQuarantined() throws {
        let folder = try TemporaryFolder()
        let store = folder.path("store.sqlite")
        let report = try Self.run(Self.message, "okx", store: store)
        #expect(report.added == 1 && report.withoutSize == 1)
        let events = try StoreReader.open(path: store).snapshot(asOf: Self.day.end)
            .liquidationEvents(Self.day).rows
        let event = try #require(events.first)
        #expect(event.contract == nil && event.filledQuantity == 13)
    }

    @Test func whatCannotBeIsRefused() throws {
        let folder = try TemporaryFolder()
        let store = folder.path("store.sqlite")
        #expect(throws: ImportError.self) { try Self.run(Self.message, "nobody", store: store) }
        #expect(throws: ImportError.self) {
            try Self.run(Self.message, "okx", source: "a b", store: store)
        }
        #expect(throws: ImportError.self) { try Self.run(" \n", "okx", store: store) }
        let cut = try Self.run(Self.message + "{\"arg\":", "okx", store: store)
        #expect(cut.isCut && cut.added == 1)
    }
}
