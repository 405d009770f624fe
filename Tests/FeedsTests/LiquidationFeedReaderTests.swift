import Market
import TestSupport
import Testing

@testable import Feeds

/// Messages as the venues' documents show them, with other numbers; what they mean by hand.
@Suite struct LiquidationFeedReaderTests {
    private static func read(
        _ text: String, _ feed: LiquidationFeed, contracts: [InstrumentID: ContractSize] = [:]
    ) throws -> LiquidationFeedReading {
        try LiquidationFeedReader(feed, contracts: contracts).read(Array(text.utf8))
    }

    private static func only(
        _ text: String, _ feed: LiquidationFeed, contracts: [InstrumentID: ContractSize] = [:]
    ) throws -> ForcedOrder {
        let reading = try read(text, feed, contracts: contracts)
        #expect(reading.orders.count == 1 && reading.faults.isEmpty, "\(reading.faults)")
        return try #require(reading.orders.first)
    }

    private static let binance = """
        {"e":"forceOrder","E":1737979200500,"o":{"s":"BTCUSDT","S":"SELL","o":"LIMIT","f":"IOC","q":"0.014",\
        "p":"98910.5","ap":"98950","X":"FILLED","l":"0.014","z":"0.012","T":1737979200123}}
        """

    /// A sell order of Binance closes a long; both quantities and both prices are kept.
    @Test func binanceTellsTheOrder() throws {
        let found = try Self.only(Self.binance + "\n", .binance)
        let event = found.event
        #expect(event.venue == "binance" && event.instrument == "BTCUSDT" && event.asset == "BTC")
        #expect(event.time == Timestamp(microseconds: 1_737_979_200_123_000))
        #expect(found.known == Timestamp(microseconds: 1_737_979_200_500_000))
        #expect(event.closed == .long && event.contract == .linear(coins: 1))
        #expect(event.orderPrice == 98910.5 && event.averagePrice == 98950)
        #expect(event.orderedQuantity == 0.014 && event.filledQuantity == 0.012)
        // A socket of several streams wraps it, and a recorder lists them.
        let wrapped = #"[{"stream":"!forceOrder@arr","data":\#(Self.binance)}]"# + "\n"
        #expect(try Self.only(wrapped, .binance).event == event)
    }

    /// The side at Bybit is the position's, in the feed of all orders and in the one before it.
    @Test func bybitTellsThePosition() throws {
        let all = """
            {"topic":"allLiquidation.ROSEUSDT","type":"snapshot","ts":1739502303204,"data":[{"T":1739502302929,\
            "s":"ROSEUSDT","S":"Sell","v":"20000","p":"0.04499"},{"T":1739502302930,"s":"ROSEUSDT","S":"Buy",\
            "v":"300","p":"0.0451"}]}

            """
        let reading = try Self.read(all, .bybit)
        #expect(reading.orders.map(\.event.closed) == [.short, .long])
        let first = try #require(reading.orders.first)
        #expect(first.event.orderPrice == 0.04499 && first.event.averagePrice == nil)
        #expect(first.event.filledQuantity == 20000 && first.event.orderedQuantity == nil)
        #expect(first.event.contract == .linear(coins: 1) && first.event.asset == "ROSE")
        #expect(first.known == Timestamp(microseconds: 1_739_502_303_204_000))
        let before = """
            {"topic":"liquidation.BTCUSD","type":"snapshot","ts":1703485237953,"data":{"updatedTime":1703485237953,\
            "symbol":"BTCUSD","side":"Buy","size":"1200","price":"43012.5"}}

            """
        let old = try Self.only(before, .bybit)
        #expect(old.event.closed == .long && old.event.contract == .inverse(dollars: 1))
        #expect(old.event.filledQuantity == 1200)
    }

    /// OKX counts contracts whose size its symbols do not tell: unknown unless somebody says it.
    @Test func okxCountsContracts() throws {
        let text = """
            {"arg":{"channel":"liquidation-orders","instType":"SWAP"},"data":[{"instType":"SWAP","instId":"BTC-USDT-SWAP",\
            "uly":"BTC-USDT","details":[{"side":"sell","posSide":"net","bkPx":"98000.1","sz":"13","bkLoss":"0","ccy":"",\
            "ts":"1737979200123"},{"side":"buy","posSide":"short","bkPx":"101000","sz":"2.5","bkLoss":"0","ccy":"",\
            "ts":"1737979201000"}]}]}

            """
        let reading = try Self.read(text, .okx)
        #expect(reading.orders.map(\.event.closed) == [.long, .short])
        #expect(reading.orders.allSatisfy { $0.event.contract == nil && $0.event.asset == "BTC" })
        #expect(reading.withoutSize == 2)
        let told = try Self.read(
            text, .okx, contracts: ["BTC-USDT-SWAP": .linear(coins: 0.01)])
        #expect(told.withoutSize == 0 && told.orders[0].event.contract == .linear(coins: 0.01))
        #expect(told.orders[1].event.filledQuantity == 2.5)
        #expect(told.orders[1].event.orderPrice == 101_000)
    }

    /// Rows of BitMEX have no time of their own, and only inserted ones are new.
    @Test func bitmexNeedsARecordersTime() throws {
        let row = """
            "table":"liquidation","action":"insert","data":[{"orderID":"00000000-0000-0000-0000-000000000001",\
            "symbol":"XBTUSD","side":"Buy","price":99000.5,"leavesQty":2500}]}
            """
        let order = try Self.only(
            #"{"timestamp":"2025-01-27T12:00:00.5Z","# + row + "\n", .bitmex)
        #expect(order.event.closed == .short && order.event.contract == .inverse(dollars: 1))
        #expect(order.event.asset == "BTC" && order.event.orderedQuantity == 2500)
        #expect(order.event.filledQuantity == nil && order.name.hasSuffix("0001"))
        #expect(order.event.time == Timestamp("2025-01-27T12:00:00.5Z"))
        let wrapped = #"{"received":1737979200000,"message":{"# + row + "}\n"
        #expect(
            try Self.only(wrapped, .bitmex).event.time
                == Timestamp(microseconds: 1_737_979_200_000_000))
        #expect(try Self.read("{" + row + "\n", .bitmex).faults == [.timeless: 1])
        let update = #"{"table":"liquidation","action":"delete","data":[{"orderID":"x"}]}"# + "\n"
        let other = try Self.read(update, .bitmex)
        #expect(other.orders.isEmpty && other.others == 1 && other.faults.isEmpty)
    }

    @Test(arguments: [
        (
            LiquidationFeed.binance, "1000PEPEUSDT", "PEPE",
            ContractSize.linear(coins: 1) as ContractSize?
        ),
        (.binance, "ETHUSDC", "ETH", .linear(coins: 1)),
        (.binance, "BTCUSDT_250328", "BTC", .linear(coins: 1)),
        (.binance, "BTCUSD_PERP", "BTC", .inverse(dollars: 100)),
        (.binance, "ETHUSD_250328", "ETH", .inverse(dollars: 10)),
        (.binance, "ETHBTC", "ETHBTC", nil), (.binance, "USDT", "USDT", nil),
        (.bybit, "BTCPERP", "BTC", .linear(coins: 1)),
        (.bybit, "BTC-28MAR25", "BTC", .linear(coins: 1)),
        (.bybit, "BTCUSDH25", "BTC", .inverse(dollars: 1)),
        (.bybit, "ETHUSD", "ETH", .inverse(dollars: 1)),
        (.okx, "SOL-USD-SWAP", "SOL", nil),
        (.bitmex, "XBTUSD", "BTC", .inverse(dollars: 1)),
        (.bitmex, "XBTUSDT", "BTC", nil), (.bitmex, "XBTH25", "XBTH25", nil),
        (.bitmex, "ETHUSDH25", "ETH", nil),
    ])
    func symbolsTellTheirContract(
        feed: LiquidationFeed, symbol: String, asset: String, size: ContractSize?
    ) throws {
        let contract = try #require(VenueContract(symbol, feed))
        #expect(contract.asset.text == asset && contract.size == size)
    }

    /// What is alike in all is counted, so that both are kept; another quantity is another name.
    @Test func alikeAreNumbered() throws {
        let other = Self.binance.replacing("0.012", with: "0.011")
        let reading = try Self.read(
            [Self.binance, other, Self.binance].joined(separator: "\n") + "\n", .binance)
        #expect(reading.orders.map(\.number) == [0, 0, 1])
        #expect(reading.orders[0].name == reading.orders[2].name)
        #expect(reading.orders[0].name != reading.orders[1].name)
    }
}
