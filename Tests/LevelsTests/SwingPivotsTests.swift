import Levels
import Market
import TestSupport
import Testing

/// Expected values: pandas' centred rolling extremes, `Scripts/reference/levels.py`. Exact.
@Suite struct SwingPivotsTests {
    @Test func agreesWithTheReference() throws {
        let rows = try ReferenceTable(fixture: "Levels/swings.csv").rows
        let series = try LevelSamples.reference()
        let runs = Dictionary(grouping: rows) { [$0.text("series"), $0.text("reach")] }
        #expect(runs.count == 9 && rows.count > 300)
        for (key, run) in runs {
            let bars = try #require(series[key[0]])
            let pivots = SwingPivots.all(in: bars, reach: try #require(Int(key[1])))
            let found = pivots.map { "\($0.side) \($0.bar) \($0.price)" }
            #expect(
                found == run.map { "\($0.text("side")) \($0.int("bar")) \($0.double("price"))" },
                "\(key)")
            for (pivot, row) in zip(pivots, run) {
                #expect(pivot.openTime == bars[pivot.bar].openTime)
                #expect(pivot.confirmedAt == bars[row.int("confirmed")].closeTime)
            }
        }
    }

    /// The definition, over every short series of three prices.
    @Test func everyShortSeries() {
        for closes in sequences(over: [1.0, 2, 3], upTo: 7) {
            let bars = LevelSamples.still(closes)
            for reach in 1...2 {
                var expected: [String] = []
                for bar in closes.indices where bar >= reach && bar + reach < closes.count {
                    let others = (bar - reach...bar + reach).filter { $0 != bar }.map { closes[$0] }
                    if others.allSatisfy({ $0 < closes[bar] }) { expected.append("high \(bar)") }
                    if others.allSatisfy({ $0 > closes[bar] }) { expected.append("low \(bar)") }
                }
                let found = SwingPivots.all(in: bars, reach: reach)
                #expect(found.map { "\($0.side) \($0.bar)" } == expected, "\(closes)")
            }
        }
    }

    /// A bar that stands above and below its neighbours is both.
    @Test func anOutsideBarIsBoth() {
        var bars = LevelSamples.still([5, 5, 5, 5, 5])
        bars[2] = LevelSamples.bar(LevelSamples.firstDay + 2, open: 5, high: 6, low: 4, close: 5)
        #expect(SwingPivots.all(in: bars).map(\.side) == [.high, .low])
    }

    @Test func nothingIsToldBeforeItIsConfirmed() {
        for seed in 0..<20 as Range<UInt64> {
            let bars = LevelSamples.walk(seed: seed, bars: 60)
            let whole = SwingPivots.all(in: bars)
            var state = SwingPivots()
            var told: [SwingPivot] = []
            for bar in bars {
                told += state.update(bar)
                #expect(told == whole.filter { $0.confirmedAt <= bar.closeTime })
                #expect(told == SwingPivots.all(in: bars.filter { $0.openTime <= bar.openTime }))
            }
        }
    }

    @Test func aReachIsPositive() async {
        await #expect(processExitsWith: .failure) { _ = SwingPivots(reach: 0) }
    }
}
