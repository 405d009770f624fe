import Levels
import Market
import TestSupport
import Testing

@Suite struct LevelWalkTests {
    private typealias Walk = @Sendable ([Candle]) -> [[Double]]

    private static let walks: [String: Walk] = [
        "round": { LevelWalk.roundNumbers($0) }, "floor": { LevelWalk.floorPivots($0) },
        "prior": { LevelWalk.priorPeriods($0) },
        "extremes": { LevelWalk.extremes($0, bars: 10) },
        "profile": { LevelWalk.volumeProfile($0, bars: 20, bins: 12) },
        "swings": {
            LevelWalk.swingZones($0, averageRange: LevelSamples.ranges($0), halfLife: .days(20))
        },
        "trends": { LevelWalk.trendLines($0, averageRange: LevelSamples.ranges($0)) },
        "lines": { LevelWalk.lines([LevelSamples.ranges($0)], bars: $0.count) },
        "any": { LevelWalk.levels(of: $0) { known in [known.last?.high ?? 0] } },
    ]

    /// No look-ahead: what was known at a close is the same whatever came after.
    @Test func laterBarsChangeNothing() {
        for (name, walk) in Self.walks {
            for seed in 0..<4 as Range<UInt64> {
                let bars = LevelSamples.walk(seed: seed, bars: 60)
                let whole = walk(bars)
                #expect(whole.count == bars.count && whole.contains { !$0.isEmpty }, "\(name)")
                for count in stride(from: 0, through: 60, by: 3) {
                    let known = walk(Array(bars.prefix(count)))
                    #expect(known == Array(whole.prefix(count)), "\(name), \(count) bars")
                }
            }
        }
    }

    /// Prices times 1024 have levels times 1024. Round numbers are round in tens only: there, times 1000.
    @Test func scales() {
        for (name, walk) in Self.walks {
            let bars = LevelSamples.walk(seed: 9, bars: 80)
            let factor = name == "round" ? 1000.0 : 1024
            for (plain, scaled) in zip(walk(bars), walk(bars.scaled(by: factor))) {
                #expect(plain.count == scaled.count, "\(name)")
                for (one, other) in zip(plain.sorted(), scaled.sorted()) {
                    #expect(agree(one * factor, other), "\(name)")
                }
            }
        }
    }

    /// Time moves nothing that does not keep a calendar.
    @Test func shifts() {
        for (name, walk) in Self.walks where name != "prior" {
            let bars = LevelSamples.walk(seed: 10, bars: 80)
            #expect(walk(bars.shifted(by: .days(1000))) == walk(bars), "\(name)")
        }
    }

    @Test func degenerateSeries() {
        for (series, bars) in LevelSamples.degenerate {
            for (name, walk) in Self.walks {
                #expect(walk(bars).count == bars.count, "\(name) of \(series)")
            }
        }
    }

    /// Between turns the zones stand where they would if they were formed anew with the same bandwidth.
    @Test func fadingMovesNoZone() throws {
        let bars = LevelSamples.walk(seed: 11, bars: 60)
        let walk = LevelWalk.swingZones(bars, averageRange: bars.map { _ in 4 })
        for count in [20, 37, 60] {
            let known = Array(bars.prefix(count))
            let zones = PivotZones(
                SwingPivots.all(in: known), at: try #require(known.last).closeTime,
                halfLife: .days(90), bandwidth: 2
            ).zones
            #expect(walk[count - 1].count == zones.count)
            for (one, zone) in zip(walk[count - 1], zones) {
                #expect(abs(one - zone.centre) <= 1e-9)
            }
        }
    }
}
