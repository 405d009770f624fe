import Market
import TestSupport
import Testing

@testable import Feeds

/// Messages that nobody should send: none traps, none is guessed, each is counted.
@Suite struct HostileLiquidationFeedTests {
    private static let message = """
        {"e":"forceOrder","E":1737979200500,"o":{"s":"BTCUSDT","S":"SELL","q":"0.014","p":"98910.5","ap":"98950",\
        "z":"0.012","T":1737979200123}}
        """

    private static func read(
        _ text: String, _ feed: LiquidationFeed = .binance
    ) throws -> LiquidationFeedReading {
        try LiquidationFeedReader(feed).read(Array(text.utf8))
    }

    @Test(arguments: [
        ("\"SELL\"", "\"HOLD\""), ("\"SELL\"", "7"), ("\"98910.5\"", "\"-1\""),
        ("\"98910.5\"", "\"nan\""), ("\"98910.5\"", "\"1e999\""), ("\"98910.5\"", "{}"),
        ("\"98910.5\"", "\"0x10\""), ("\"0.012\"", "\"inf\""), ("\"BTCUSDT\"", "\"\""),
        ("\"BTCUSDT\"", "\"BTC USDT\""), ("\"BTCUSDT\"", "\"\u{202E}BTC\""),
        ("\"BTCUSDT\"", "null"),
        ("1737979200123", "\"soon\""), ("1737979200123", "-5"), ("1737979200123", "99999999999999"),
        ("1737979200123", "9223372036854775807"), ("1737979200123", "1737979200"),
    ])
    func aFieldThatCannotBeLosesItsOrderAlone(field: String, value: String) throws {
        let bad = Self.message.replacing(field, with: value)
        #expect(bad != Self.message)
        let reading = try Self.read(bad + "\n" + Self.message + "\n")
        #expect(reading.orders.count == 1 && reading.faults == [.unreadable: 1])
        #expect(reading.firstLines[.unreadable] == 1)
    }

    @Test func linesThatAreNotJSONAreCounted() throws {
        let reading = try Self.read(
            "hello\n" + Self.message + "\n{\"e\":}\n" + Self.message + "\n\u{0}\n" + Self.message
                + "\n")
        #expect(reading.orders.count == 3)
        #expect(reading.faults == [.malformed: 3])
        #expect(reading.firstLines[.malformed] == 1)
        #expect(throws: FeedError.self) { try Self.read(" \n\n") }
    }

    /// Every prefix of a file ends without a trap, with what stood whole before.
    @Test func everyCutIsSaid() throws {
        let text = Self.message + "\n" + Self.message + "\n"
        let bytes = Array(text.utf8)
        let reader = LiquidationFeedReader(.binance)
        for end in 1..<bytes.count - 1 {
            let reading = try reader.read(Array(bytes[..<end]))
            let whole = end < Self.message.utf8.count ? 0 : end < bytes.count - 1 ? 1 : 2
            #expect(reading.orders.count == whole, "\(end)")
            let isCut = end != Self.message.utf8.count && end != Self.message.utf8.count + 1
            #expect((reading.faults[.truncated] == 1) == isCut, "\(end)")
        }
    }

    /// Bytes changed at random: an end in bounded time, and never more liquidations than there are lines.
    @Test func changedBytesEnd() throws {
        var random = SeededGenerator(seed: 11)
        let lines = [Self.message, Self.message, Self.message].joined(separator: "\n") + "\n"
        for _ in 0..<300 {
            var bytes = Array(lines.utf8)
            for _ in 0..<4 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            for feed in LiquidationFeed.allCases {
                let reading = try? LiquidationFeedReader(feed).read(bytes)
                #expect((reading?.orders.count ?? 0) <= 3)
                for order in reading?.orders ?? [] {
                    let event = order.event
                    let numbers = [
                        event.orderPrice, event.averagePrice, event.orderedQuantity,
                        event.filledQuantity,
                    ].compactMap { $0 }
                    #expect(numbers.allSatisfy { $0 >= 0 && $0.isFinite })
                    #expect(order.known >= event.time)
                }
            }
        }
    }

    @Test func limitsAreKept() throws {
        let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200) + "\n"
        let reading = try Self.read(deep + Self.message + "\n")
        #expect(reading.orders.count == 1 && reading.faults[.malformed] == 1)
        var limits = FeedLimits()
        limits.items = 2
        let three = [Self.message, Self.message, Self.message].joined(separator: "\n") + "\n"
        let few = try LiquidationFeedReader(.binance, limits: limits).read(Array(three.utf8))
        #expect(few.orders.count == 2 && few.faults[.tooMany] == 1)
        limits = FeedLimits()
        limits.bytes = Self.message.utf8.count + 10
        let cut = try LiquidationFeedReader(.binance, limits: limits).read(Array(three.utf8))
        #expect(cut.orders.count == 1 && cut.faults[.tooMany] == 1)
        let wide = "[" + String(repeating: "1,", count: 120_000) + "1]\n"
        let counted = try Self.read(wide + Self.message + "\n")
        #expect(counted.orders.count == 1 && counted.faults[.malformed] != nil)
    }

    /// Messages of other venues and of other streams are none of this one's.
    @Test func othersAreCounted() throws {
        let text = """
            {"result":null,"id":1}
            {"e":"aggTrade","s":"BTCUSDT","p":"1"}
            {"topic":"publicTrade.BTCUSDT","data":[]}
            [1,"two",null]

            """
        for feed in LiquidationFeed.allCases {
            let reading = try Self.read(text, feed)
            #expect(reading.orders.isEmpty && reading.faults.isEmpty && reading.others == 6)
        }
    }
}
