import Levels
import Market
import TestSupport
import Testing

/// Expected values: a search in numpy, `Scripts/reference/levels_definitions.py`, with TA-Lib's ranges.
/// Tolerance class: anchors, touches and refusals exactly; scores 1e-8, projected values 1e-9 relative.
@Suite struct TrendLineTests {
    @Test func agreesWithTheReference() throws {
        let rows = try ReferenceTable(fixture: "Levels/trendlines.csv").rows
        let series = try LevelSamples.reference()
        let ranges = try LevelSamples.referenceRanges()
        #expect(rows.count > 30 && Set(rows.map { $0.text("answer") }).count == 4)
        for row in rows {
            let count = row.int("bars")
            let all = try #require(series[row.text("series")])
            let bars = Array(all.prefix(count))
            let range = Array(try #require(ranges[row.text("series")]).prefix(count))
            let result = TrendLine.best(
                row.text("side") == "low" ? .low : .high, in: bars, averageRange: range,
                anchoredFrom: bars[row.int("from")].openTime)
            check(result, row, bars)
        }
    }

    private func check(
        _ result: Result<TrendLine, TrendLine.Refusal>, _ row: [String: String], _ bars: [Candle]
    ) {
        let number = row.int("number")
        switch result {
        case .success(let line):
            let end = bars[bars.count - 1].closeTime
            #expect(row.text("answer") == "line" && line.touches.count == number, "\(row)")
            #expect(line.anchor.bar == row.int("anchor") && line.second.bar == row.int("second"))
            #expect(abs(line.score - row.double("score")) <= 1e-8)
            #expect(agree(line.value(at: end), row.double("value")))
        case .failure(.tooFewPivots(let count)):
            #expect(row.text("answer") == "tooFew" && count == number, "\(row)")
        case .failure(.fewerThanThreeTouches(let best)):
            #expect(row.text("answer") == "tooFewTouches" && best == number, "\(row)")
        case .failure(.leftBehind(let day)):
            #expect(row.text("answer") == "leftBehind" && day == bars[number].openTime.day)
        case .failure(.closedBeyond(let day)):
            #expect(row.text("answer") == "closedBeyond" && day == bars[number].openTime.day)
        }
    }

    /// Lows at every fifth bar on a line that rises by one a day; elsewhere the price stands higher.
    private static func channel(_ closes: (Int) -> Double = { 110 + Double($0) }) -> [Candle] {
        (0..<32).map { day in
            let low = day % 5 == 3 ? 100 + Double(day) : 105 + Double(day)
            let close = closes(day)
            return LevelSamples.bar(
                LevelSamples.firstDay + day, open: close, high: max(close, low) + 3,
                low: min(low, close), close: close)
        }
    }

    private static func support(_ bars: [Candle], range: Double? = 1) -> Result<
        TrendLine, TrendLine.Refusal
    > {
        TrendLine.best(.low, in: bars, averageRange: bars.map { _ in range })
    }

    @Test func findsThePlantedLine() throws {
        let line = try Self.support(Self.channel()).get()
        #expect(line.touches.map(\.bar) == [3, 8, 13, 18, 23, 28])
        #expect(agree(line.slope, 1) && agree(line.correlation, 1))
        #expect(line.closesAcross == 0 && abs(line.score - 6) <= 1e-9)
        let day = CalendarDay(daysSinceEpoch: LevelSamples.firstDay + 40).start
        #expect(agree(line.value(at: day), 140) && agree(line.value(at: day + .hours(12)), 140.5))
    }

    @Test func theUpsideDownMarketHasTheMirroredLine() throws {
        let bars = Self.channel().map { bar in
            Candle(
                openTime: bar.openTime, interval: bar.interval, open: 300 - bar.open,
                high: 300 - bar.low, low: 300 - bar.high, close: 300 - bar.close, volume: nil)
        }
        let line = try TrendLine.best(.high, in: bars, averageRange: bars.map { _ in 1 }).get()
        #expect(line.touches.map(\.bar) == [3, 8, 13, 18, 23, 28] && agree(line.slope, -1))
    }

    @Test func refusals() {
        #expect(Self.support([]) == .failure(.tooFewPivots(0)))
        #expect(Self.support(Self.channel(), range: nil) == .failure(.tooFewPivots(0)))
        #expect(
            Self.support(LevelSamples.still((1...50).map(Double.init)))
                == .failure(.tooFewPivots(0)))
        // One close far below on the last day ends every line.
        let broken = Self.channel { $0 == 31 ? 50 : 110 + Double($0) }
        #expect(
            Self.support(broken)
                == .failure(
                    .closedBeyond(CalendarDay(daysSinceEpoch: LevelSamples.firstDay + 31))))
        // Lows on a curve: no third one on any line.
        let curve = (0..<30).map { day in
            let low = 100 + Double(day * day) * (day % 5 == 3 ? 1 : 1.4) + (day % 5 == 3 ? 0 : 30)
            return LevelSamples.bar(
                LevelSamples.firstDay + day, open: low + 40, high: low + 90, low: low,
                close: low + 40)
        }
        #expect(Self.support(curve) == .failure(.fewerThanThreeTouches(best: 2)))
    }

    @Test func aLineLongLeftHoldsNothing() {
        let rise =
            Self.channel()
            + (32..<120).map { day in
                let price = 150 + 20 * Double(day - 32)
                return LevelSamples.bar(
                    LevelSamples.firstDay + day, open: price, high: price + 1, low: price - 1,
                    close: price)
            }
        #expect(
            Self.support(rise)
                == .failure(.leftBehind(CalendarDay(daysSinceEpoch: LevelSamples.firstDay + 28))))
    }

    /// What the definition asks holds of every line found, in random markets.
    @Test func linesKeepTheirPromises() {
        var found = 0
        for seed in 0..<40 as Range<UInt64> {
            let bars = LevelSamples.walk(seed: seed)
            let ranges = LevelSamples.ranges(bars)
            for side in SwingPivot.Side.allCases {
                guard let line = try? TrendLine.best(side, in: bars, averageRange: ranges).get()
                else { continue }
                found += 1
                let sign = side == .low ? 1.0 : -1.0
                #expect(line.touches.count >= 3 && line.instability >= 0)
                for touch in line.touches {
                    let distance = abs(touch.price - line.value(at: touch.openTime))
                    #expect(distance <= 0.4 * (ranges[touch.bar] ?? 0) * (1 + 1e-9))
                }
                for bar in line.anchor.bar..<bars.count {
                    let beyond = sign * (line.value(at: bars[bar].openTime) - bars[bar].close)
                    #expect(beyond <= 0.4 * (ranges[bar] ?? 0) * (1 + 1e-9))
                }
            }
        }
        #expect(found > 20)
    }

    /// Scaled by a power of two and moved in time the same line is found; bars yet to come change nothing.
    @Test func scalesAndShifts() throws {
        for seed in 0..<10 as Range<UInt64> {
            let bars = LevelSamples.walk(seed: seed, bars: 70)
            let ranges = LevelSamples.ranges(bars)
            let line = TrendLine.best(.low, in: bars, averageRange: ranges)
            let scaled = TrendLine.best(
                .low, in: bars.scaled(by: 64), averageRange: ranges.map { $0.map { $0 * 64 } })
            let moved = TrendLine.best(
                .low, in: bars.shifted(by: .days(100)), averageRange: ranges)
            switch line {
            case .success(let line):
                let end = bars[69].closeTime
                #expect(try scaled.get().value(at: end) == 64 * line.value(at: end))
                #expect(try scaled.get().score == line.score)
                #expect(try moved.get().value(at: end + .days(100)) == line.value(at: end))
            case .failure(.tooFewPivots), .failure(.fewerThanThreeTouches):
                #expect(scaled == line && moved == line)
            case .failure:
                #expect(scaled == line)
            }
        }
    }

    @Test func degenerateSeries() {
        for (name, bars) in LevelSamples.degenerate {
            for range in [nil, 0, 1, .nan, .infinity] as [Double?] {
                for side in SwingPivot.Side.allCases {
                    let result = TrendLine.best(
                        side, in: bars, averageRange: bars.map { _ in range })
                    let count = (try? result.get().touches.count) ?? 3
                    #expect(count >= 3, "\(name)")
                }
            }
        }
    }
}
