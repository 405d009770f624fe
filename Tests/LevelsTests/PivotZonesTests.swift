import Levels
import Market
import TestSupport
import Testing

/// Expected values: scipy's weighted Gaussian density with Brent's root, `Scripts/reference/levels.py`.
/// Tolerance class: 1e-9 of a bandwidth for centres, exact edges, 1e-12 for strengths.
@Suite struct PivotZonesTests {
    private static let instant = CalendarDay(daysSinceEpoch: LevelSamples.firstDay + 100).start

    private static func pivots(_ prices: [Double], day: Int = 100) -> [SwingPivot] {
        prices.enumerated().map { index, price in
            let time = CalendarDay(daysSinceEpoch: LevelSamples.firstDay + day).start
            return SwingPivot(
                side: .low, price: price, bar: index, openTime: time, confirmedAt: time + .day)
        }
    }

    private static func zones(_ pivots: [SwingPivot], bandwidth: Double = 1) -> [PivotZone] {
        PivotZones(pivots, at: instant, halfLife: .days(30), bandwidth: bandwidth).zones
    }

    @Test func agreesWithTheReference() throws {
        let rows = try ReferenceTable(fixture: "Levels/zones.csv").rows
        let series = try LevelSamples.reference()
        let runs = Dictionary(grouping: rows) {
            [$0.text("series"), $0.text("bandwidth"), $0.text("halfLife")]
        }
        #expect(runs.count == 18 && rows.count > 80)
        for (key, run) in runs {
            let bars = try #require(series[key[0]])
            let bandwidth = try #require(Double(key[1]))
            let zones = PivotZones(
                SwingPivots.all(in: bars), at: try #require(bars.last).closeTime,
                halfLife: .days(try #require(Int(key[2]))), bandwidth: bandwidth
            ).zones
            #expect(zones.count == run.count, "\(key)")
            for (zone, row) in zip(zones.reversed(), run) {
                #expect(abs(zone.centre - row.double("centre")) <= 1e-9 * bandwidth, "\(key)")
                #expect(abs(zone.low - row.double("low")) <= 1e-9 * bandwidth, "\(key)")
                #expect(abs(zone.high - row.double("high")) <= 1e-9 * bandwidth, "\(key)")
                #expect(zone.touches == row.int("touches"), "\(key)")
                #expect(agree(zone.strength, row.double("strength"), relative: 1e-12), "\(key)")
                #expect(zone.lastTouch.day.daysSinceEpoch == row.int("lastTouch"), "\(key)")
            }
        }
    }

    /// Two equal kernels have one maximum while they are closer than two bandwidths, and two from there on.
    @Test(arguments: [(1.0, 1), (1.9, 1), (2.2, 2), (5, 2), (500, 2)])
    func twoTurns(distance: Double, expected: Int) {
        let zones = Self.zones(Self.pivots([100, 100 + distance]))
        #expect(zones.count == expected)
        #expect(agree(zones.map(\.centre).reduce(0, +) / Double(expected), 100 + distance / 2))
        if expected == 1 { #expect(agree(zones[0].width, distance)) }
    }

    @Test func oneTurnIsItsOwnZone() {
        let zones = Self.zones(Self.pivots([100], day: 70))
        #expect(zones.map(\.touches) == [1] && agree(zones[0].strength, 0.5))
        #expect(agree(zones[0].centre, 100) && zones[0].width <= 1e-9)
    }

    /// Zones lie apart, hold the turns between their ends, and are at most two bandwidths wide.
    @Test func turnsAreShared() {
        for seed in 0..<30 as Range<UInt64> {
            let pivots = SwingPivots.all(in: LevelSamples.walk(seed: seed), reach: 1)
            for bandwidth in [0.01, 0.5, 3, 1000] {
                let zones = Self.zones(pivots, bandwidth: bandwidth)
                #expect(zones.map(\.touches).reduce(0, +) <= pivots.count)
                #expect(bandwidth < 1000 || zones.map(\.touches) == [pivots.count])
                for zone in zones {
                    let held = pivots.filter { $0.price >= zone.low && $0.price <= zone.high }
                    #expect(zone.touches == held.count && zone.width <= 2 * bandwidth * (1 + 1e-9))
                    let weights = held.map { Self.zones([$0])[0].strength }
                    #expect(agree(zone.strength, weights.reduce(0, +)))
                }
                for (above, below) in zip(zones, zones.dropFirst()) {
                    #expect(above.low > below.high && above.centre > below.centre)
                }
            }
        }
    }

    /// Prices times a power of two are exact: so are the zones. Time moves nothing.
    @Test func scalesAndShifts() {
        let bars = LevelSamples.walk(seed: 3)
        let zones = Self.zones(SwingPivots.all(in: bars))
        let scaled = Self.zones(SwingPivots.all(in: bars.scaled(by: 1024)), bandwidth: 1024)
        #expect(scaled.map(\.centre) == zones.map { $0.centre * 1024 })
        let later = PivotZones(
            SwingPivots.all(in: bars.shifted(by: .days(9))), at: Self.instant + .days(9),
            halfLife: .days(30), bandwidth: 1
        ).zones
        #expect(later.map(\.centre) == zones.map(\.centre))
        #expect(later.map(\.strength) == zones.map(\.strength))
    }

    @Test func nothingToGroup() {
        let some = Self.pivots([100, 101])
        #expect(Self.zones([]).isEmpty)
        for bandwidth in [0, -1, .nan, .infinity] {
            #expect(Self.zones(some, bandwidth: bandwidth).isEmpty)
        }
        #expect(Self.zones(Self.pivots([.nan, .infinity])).isEmpty)
        #expect(Self.zones(Self.pivots([.nan, 5])).map(\.touches) == [1])
        #expect(
            PivotZones(some, at: Self.instant, halfLife: .days(0), bandwidth: 1).zones.isEmpty)
        #expect(Self.zones(Self.pivots([100], day: -200_000)).isEmpty)
        #expect(Self.zones(some, bandwidth: 1e-300).count == 2)
        #expect(Self.zones(some, bandwidth: 1e300).map(\.touches) == [2])
    }
}
