import Levels
import Market
import TestSupport
import Testing

/// Expected values: pandas over the daily bars of TOTAL, `Scripts/reference/levels.py`. Exact.
@Suite struct HeldSinceTests {
    @Test func agreesWithTheReference() throws {
        let bars = try #require(try LevelSamples.reference()["total"])
        let ranges = try #require(try LevelSamples.referenceRanges()["total"])
        let rows = try ReferenceTable(fixture: "Levels/held.csv").rows
        #expect(rows.count == 9)
        for row in rows {
            let held = HeldSince(
                bars, line: average(bars, row.int("days")), averageRange: ranges,
                since: bars[row.int("since")].openTime)
            #expect(held.bars == row.int("bars") && held.closesAbove == row.int("above"))
            #expect(held.closesBelow == row.int("below"))
            #expect(held.closesAboveInARow == row.int("run"))
            #expect(held.touchedBars == row.int("touched") && held.touches == row.int("visits"))
            let last = row.int("last"), lastBelow = row.int("lastBelow")
            #expect(held.lastTouch == (last < 0 ? nil : bars[last].openTime.day))
            #expect(held.lastCloseBelow == (lastBelow < 0 ? nil : bars[lastBelow].openTime.day))
            #expect(held.isSupport == (row.int("above") == row.int("bars")))
        }
    }

    private func average(_ bars: [Candle], _ days: Int) -> [Double?] {
        bars.indices.map { index in
            guard index + 1 >= days else { return nil }
            return bars[(index + 1 - days)...index].reduce(0) { $0 + $1.close } / Double(days)
        }
    }

    /// By hand, around a line at ten with a reach of one: far above, near, through, on it, far below twice.
    @Test func byHand() {
        let bars = LevelSamples.still([14, 10.5, 9.5, 10, 7, 6])
        let held = HeldSince(
            bars, line: bars.map { _ in 10 }, averageRange: bars.map { _ in 2 },
            since: bars[0].openTime)
        #expect(held.bars == 6 && held.closesAbove == 2 && held.closesBelow == 3)
        #expect(held.touchedBars == 3 && held.touches == 1)
        #expect(held.closesBelowInARow == 2 && held.closesAboveInARow == 0)
        #expect(held.lastTouch == bars[3].openTime.day && !held.isSupport && !held.isResistance)
        #expect(held.lastCloseAbove == bars[1].openTime.day)
    }

    @Test func nothingToCount() {
        let bars = LevelSamples.still([1, 2])
        let none = HeldSince(
            bars, line: [nil, .nan], averageRange: [nil, nil], since: bars[0].openTime)
        #expect(none.bars == 0 && !none.isSupport && none.lastTouch == nil)
        let later = HeldSince(
            bars, line: [1, 1], averageRange: [nil, nil], since: bars[1].closeTime)
        #expect(later.bars == 0)
        for (_, bars) in LevelSamples.degenerate {
            let held = HeldSince(
                bars, line: bars.map { _ in 42 }, averageRange: bars.map { _ in nil },
                since: Timestamp(seconds: 0))
            #expect(held.bars == bars.count && held.closesAbove + held.closesBelow <= held.bars)
        }
    }
}
