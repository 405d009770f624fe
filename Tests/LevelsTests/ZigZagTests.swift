import Levels
import Market
import TestSupport
import Testing

/// Expected values: a search over all bars in Python, `Scripts/reference/levels_definitions.py`. Exact.
@Suite struct ZigZagTests {
    @Test func agreesWithTheReference() throws {
        let rows = try ReferenceTable(fixture: "Levels/zigzag.csv").rows
        let series = try LevelSamples.reference()
        let ranges = try LevelSamples.referenceRanges()
        let runs = Dictionary(grouping: rows) { [$0.text("series"), $0.text("multiple")] }
        #expect(runs.count == 6 && rows.count > 100)
        for (key, run) in runs {
            let bars = try #require(series[key[0]])
            let multiple = try #require(Double(key[1]))
            let thresholds = try #require(ranges[key[0]]).map { $0.map { multiple * $0 } }
            let turns = ZigZag.all(in: bars, thresholds: thresholds)
            #expect(
                turns.map { "\($0.side) \($0.bar) \($0.price)" }
                    == run.map { "\($0.text("side")) \($0.int("bar")) \($0.double("price"))" },
                "\(key)")
            #expect(
                turns.map(\.confirmedAt) == run.map { bars[$0.int("confirmed")].closeTime },
                "\(key)")
        }
    }

    /// By hand, with a threshold of two: up to 5, down to 2, up to 6; the last fall of one confirms nothing.
    @Test func byHand() {
        let bars = LevelSamples.still([3, 4, 5, 4, 2, 3, 6, 5])
        let turns = ZigZag.all(in: bars, thresholds: bars.map { _ in 2 })
        #expect(turns.map(\.price) == [3, 5, 2])
        #expect(turns.map(\.side) == [.low, .high, .low])
        #expect(turns.map(\.bar) == [0, 2, 4])
    }

    /// Turns alternate, lie in order, differ by the threshold, and no bar between goes beyond them.
    @Test func turnsAlternate() {
        for seed in 0..<30 as Range<UInt64> {
            let bars = LevelSamples.walk(seed: seed)
            let turns = ZigZag.all(in: bars, thresholds: bars.map { _ in 8 })
            for (earlier, later) in zip(turns, turns.dropFirst()) {
                #expect(earlier.side == later.side.opposite && earlier.bar <= later.bar)
                #expect(earlier.confirmedAt <= later.confirmedAt)
                #expect(abs(earlier.price - later.price) >= 8)
                let between = bars[(earlier.bar + 1)..<max(later.bar, earlier.bar + 1)]
                #expect(
                    between.allSatisfy {
                        later.side == .high ? $0.high <= later.price : $0.low >= later.price
                    })
            }
        }
    }

    @Test func nothingIsToldBeforeItIsConfirmed() {
        for seed in 0..<20 as Range<UInt64> {
            let bars = LevelSamples.walk(seed: seed, bars: 60)
            let thresholds = LevelSamples.ranges(bars)
            let whole = ZigZag.all(in: bars, thresholds: thresholds)
            for count in 0...bars.count {
                let known = ZigZag.all(
                    in: Array(bars.prefix(count)), thresholds: Array(thresholds.prefix(count)))
                #expect(
                    known
                        == whole.filter { turn in
                            bars.prefix(count).contains { $0.closeTime == turn.confirmedAt }
                        })
            }
        }
    }

    @Test(arguments: [nil, 0, -1, .nan, .infinity] as [Double?])
    func noThresholdNoTurn(threshold: Double?) {
        let bars = LevelSamples.walk(seed: 1)
        #expect(ZigZag.all(in: bars, thresholds: bars.map { _ in threshold }).isEmpty)
    }

    @Test func degenerateSeries() {
        for (name, bars) in LevelSamples.degenerate {
            let turns = ZigZag.all(in: bars, thresholds: bars.map { _ in 3 })
            #expect(turns.count <= 2 * bars.count, "\(name)")
        }
    }
}
