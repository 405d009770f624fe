import Market
import Series
import TestSupport
import Testing

@Suite struct CandleColumnsTests {
    private func columns(_ hours: [Int], regular: Bool = false) -> CandleColumns {
        let times = hours.map { Timestamp(seconds: 3600 * Int64($0)) }
        return CandleColumns(
            interval: .hour, count: hours.count,
            times: regular ? .regular(first: times[0]) : .explicit(times), fields: .closes,
            closes: hours.map(Double.init))
    }

    @Test func barsAreFoundByTheirTimes() {
        for regular in [true, false] {
            let columns = columns([5, 6, 7], regular: regular)
            func at(_ seconds: Int64) -> Timestamp { Timestamp(seconds: seconds) }
            #expect((0..<3).map(columns.openTime) == [at(18_000), at(21_600), at(25_200)])
            #expect(columns.closeTime(at: 2) == at(28_800))
            #expect(columns.countClosed(at: at(21_599)) == 0)
            #expect(columns.lastClosed(at: at(21_599)) == nil)
            #expect(columns.lastClosed(at: at(21_600)) == 0)
            #expect(columns.lastClosed(at: at(99_999)) == 2)
            #expect(columns.index(openingAt: at(21_600)) == 1)
            #expect(columns.index(openingAt: at(21_601)) == nil)
            #expect(columns.index(openingAt: at(0)) == nil)
            #expect(columns.index(openingAt: at(99_999)) == nil)
        }
    }

    @Test func gapsAreKept() {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<200 {
            let hours = (0..<40).filter { _ in Bool.random(using: &random) }
            let columns = columns(hours)
            for hour in -1...41 {
                let instant = Timestamp(seconds: 3600 * Int64(hour))
                #expect(columns.countClosed(at: instant) == hours.filter { $0 < hour }.count)
                #expect(columns.index(openingAt: instant) == hours.firstIndex(of: hour))
            }
        }
    }

    @Test func wholeBarsNeedEveryPrice() {
        #expect(columns([1, 2]).candles() == nil)
        let none = CandleColumns.none(interval: .hour, fields: .closes)
        #expect(
            none.isEmpty && none.candles() == [] && none.lastClosed(at: .init(seconds: 0)) == nil)
        let whole = CandleColumns(
            interval: .hour, count: 2, times: .regular(first: Timestamp(seconds: 0)), fields: .all,
            opens: [1, 2], highs: [4, 4], lows: [0.5, 1], closes: [2, 3], volumes: [.nan, 7])
        let candles = [(0, 1.0, 4.0, 0.5, 2.0, Double?.none), (3600, 2, 4, 1, 3, 7)].map {
            Candle(
                openTime: Timestamp(seconds: $0.0), interval: .hour, open: $0.1, high: $0.2,
                low: $0.3, close: $0.4, volume: $0.5)
        }
        #expect(whole.candles() == candles)
        let prices = CandleColumns(
            interval: .hour, count: 2, times: .regular(first: Timestamp(seconds: 0)),
            fields: [.opens, .highs, .lows, .closes], opens: [1, 2], highs: [4, 4], lows: [0.5, 1],
            closes: [2, 3])
        #expect(prices.candles()?.map(\.close) == [2, 3])
        #expect(prices.candles()?.allSatisfy { $0.volume == nil } == true)
    }
}
