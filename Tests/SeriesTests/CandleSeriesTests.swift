import Market
import Series
import TestSupport
import Testing

/// Every subset of six hourly bars, asked at every half hour around them, against plain searches.
@Suite struct CandleSeriesTests {
    private static let hours = 6
    private static let halfHours = (-2...(2 * hours + 2)).map(halfHour)

    private static func halfHour(_ count: Int) -> Timestamp {
        Timestamp(seconds: 1_737_936_000 + Int64(count) * 1800)
    }

    private static func bar(_ hour: Int, close: Double = 1) -> Candle {
        Candle(
            openTime: halfHour(2 * hour), interval: .hour, open: close, high: close, low: close,
            close: close, volume: nil)
    }

    private static var subsets: [[Candle]] {
        (0..<(1 << hours)).map { mask in
            (0..<hours).filter { mask & (1 << $0) != 0 }.map { bar($0) }
        }
    }

    @Test func ordersWhateverItIsGiven() {
        var random = SeededGenerator(seed: 21)
        for bars in Self.subsets {
            let series = CandleSeries(
                interval: .hour, candles: bars.shuffled(using: &random))
            #expect(series.candles == bars)
        }
    }

    @Test func lastClosedIsTheLatestThatHadClosed() {
        for bars in Self.subsets {
            let series = CandleSeries(interval: .hour, candles: bars)
            for instant in Self.halfHours {
                let expected = bars.last { $0.closeTime <= instant }
                #expect(series.lastClosed(at: instant) == expected)
                for age in [TimeSpan.minutes(0), .minutes(30), .hours(2)] {
                    let fresh = expected.flatMap { instant - $0.closeTime <= age ? $0 : nil }
                    #expect(series.lastClosed(at: instant, within: age) == fresh)
                }
            }
        }
    }

    @Test func aRangeHoldsTheBarsWhollyInIt() {
        var wrong: [String] = []
        for bars in Self.subsets {
            let series = CandleSeries(interval: .hour, candles: bars)
            for start in Self.halfHours {
                for end in Self.halfHours where start <= end {
                    let range = TimeRange(from: start, to: end)
                    let inside = bars.filter { $0.openTime >= start && $0.closeTime <= end }
                    if Array(series.candles(in: range)) != inside {
                        wrong.append("\(bars.map(\.openTime)) in \(start)...\(end)")
                    }
                }
            }
        }
        #expect(wrong == [])
    }

    @Test func gapsAreTheHoursBetweenThatNoBarCovers() {
        for bars in Self.subsets {
            let gaps = CandleSeries(interval: .hour, candles: bars).gaps
            let held = Set(bars.map(\.openTime))
            let span = (bars.first?.openTime).flatMap { first in
                (bars.last?.openTime).map { first...$0 }
            }
            let missing = (0..<Self.hours).map { Self.halfHour(2 * $0) }
                .filter { hour in !held.contains(hour) && (span?.contains(hour) ?? false) }
            let named = gaps.flatMap { gap in
                (0..<Self.hours).map { Self.halfHour(2 * $0) }.filter(gap.contains)
            }
            #expect(named == missing)
            #expect(gaps.allSatisfy { held.contains($0.end) && !held.contains($0.start) })
        }
    }

    @Test(
        arguments: [
            ([1, 3, 2], 1, 0), ([3, 3, 3], 0, 0), ([2, 1, 1], 0, 1), ([1, 2, 2], 1, 0),
        ] as [([Double], Int, Int)])
    func extremesAreTheEarliestOfEquals(closes: [Double], highest: Int, lowest: Int) {
        let bars = closes.enumerated().map { Self.bar($0.offset, close: $0.element) }
        let series = CandleSeries(interval: .hour, candles: bars)
        let all = TimeRange(from: Self.halfHour(0), to: Self.halfHour(6))
        #expect(series.highestClose(in: all) == bars[highest])
        #expect(series.lowestClose(in: all) == bars[lowest])
        let none = TimeRange(from: Self.halfHour(6), to: Self.halfHour(6))
        #expect(series.highestClose(in: none) == nil)
        #expect(series.lowestClose(in: none) == nil)
    }

    @Test func aBarTwiceTraps() async {
        await #expect(processExitsWith: .failure) {
            _ = CandleSeries(interval: .hour, candles: [Self.bar(1), Self.bar(0), Self.bar(1)])
        }
    }

    @Test func aBarOfAnotherLengthTraps() async {
        await #expect(processExitsWith: .failure) {
            _ = CandleSeries(interval: .day, candles: [Self.bar(0)])
        }
    }
}
