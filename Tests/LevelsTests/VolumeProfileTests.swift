import Levels
import Market
import TestSupport
import Testing

/// Expected values: overlaps in rational numbers, `Scripts/reference/levels_definitions.py`.
/// Tolerance class: 1e-12 of the whole volume, 1e-12 relative for prices, areas exactly.
@Suite struct VolumeProfileTests {
    private static func profile(_ volumes: [Double]) -> VolumeProfile? {
        VolumeProfile(lowest: 99.5, binWidth: 1, volumes: volumes)
    }

    @Test func agreesWithTheReference() throws {
        let rows = try ReferenceTable(fixture: "Levels/profile.csv").rows
        let series = try LevelSamples.reference()
        let runs = Dictionary(grouping: rows) { [$0.text("series"), $0.text("bins")] }
        #expect(runs.count == 9)
        for (key, run) in runs {
            let bars = try #require(series[key[0]])
            let bins = try #require(Int(key[1]))
            let profile = try #require(VolumeProfile(of: bars, bins: bins))
            let whole = run.reduce(0) { $0 + $1.double("volume") }
            #expect(profile.volumes.count == run.count)
            for row in run {
                let bin = row.int("bin")
                #expect(abs(profile.volumes[bin] - row.double("volume")) <= 1e-12 * whole)
                #expect(agree(profile.price(ofBin: bin), row.double("middle"), relative: 1e-12))
                #expect(profile.valueArea().contains(bin) == (row.int("inArea") == 1), "\(key)")
            }
        }
    }

    /// A published vector: bins at 100 to 105 with 10, 20, 40, 15, 10 and 5. The two below the busiest hold
    /// thirty, the two above twenty-five.
    @Test func valueAreaByHand() throws {
        let profile = try #require(Self.profile([10, 20, 40, 15, 10, 5]))
        #expect(profile.price(of: .pointOfControl) == 102)
        #expect(profile.price(of: .valueAreaLow) == 100)
        #expect(profile.price(of: .valueAreaHigh) == 102)
    }

    /// The rule in whole numbers, over every short profile.
    @Test func everyShortProfile() throws {
        for volumes in sequences(over: [0, 1, 2, 5], upTo: 6)
        where volumes.contains(where: { $0 > 0 }) {
            let profile = try #require(Self.profile(volumes.map(Double.init)))
            let most = volumes.max() ?? 0
            var inside = [volumes.lastIndex(of: most) ?? 0]
            func held(_ bins: [Int]) -> Int { bins.reduce(0) { $0 + volumes[$1] } }
            while held(inside) * 10 < held(Array(volumes.indices)) * 7 {
                let above = [1, 2].map { (inside.max() ?? 0) + $0 }.filter { $0 < volumes.count }
                let below = [1, 2].map { (inside.min() ?? 0) - $0 }.filter { $0 >= 0 }
                let up = above.isEmpty ? -1 : held(above)
                inside += up >= (below.isEmpty ? -1 : held(below)) ? above : below
            }
            #expect(profile.valueArea() == (inside.min() ?? 0)...(inside.max() ?? 0), "\(volumes)")
        }
    }

    /// A bar over two and a half bins of three gives each what it covers.
    @Test func spreadsEvenly() throws {
        let wide = LevelSamples.bar(0, open: 2, high: 4, low: 1, close: 2, volume: 30)
        let part = LevelSamples.bar(1, open: 2, high: 3.5, low: 1, close: 1, volume: 25)
        let profile = try #require(VolumeProfile(of: [wide, part], bins: 3))
        #expect(profile.volumes == [20, 20, 15])
    }

    @Test func volumeIsKept() throws {
        for seed in 0..<20 as Range<UInt64> {
            let bars = LevelSamples.walk(seed: seed)
            let whole = bars.compactMap(\.volume).reduce(0, +)
            for bins in [1, 2, 17, 400] {
                let profile = try #require(VolumeProfile(of: bars, bins: bins))
                #expect(agree(profile.volumes.reduce(0, +), whole, relative: 1e-12))
                let scaled = try #require(VolumeProfile(of: bars.scaled(by: 256), bins: bins))
                #expect(scaled.volumes == profile.volumes)
                #expect(
                    scaled.price(of: .pointOfControl) == 256 * profile.price(of: .pointOfControl))
                for share in [0, 0.3, 0.7, 1] {
                    let area = profile.valueArea(share: share)
                    #expect(area.contains(profile.busiestBin))
                    #expect(profile.volumes[area].reduce(0, +) >= share * whole * (1 - 1e-9))
                }
            }
        }
    }

    @Test func nothingToSpread() {
        #expect(VolumeProfile(of: [], bins: 5) == nil)
        let still = LevelSamples.bar(0, open: 7, high: 7, low: 7, close: 7, volume: 3)
        #expect(VolumeProfile(of: [still], bins: 5)?.volumes == [3])
        #expect(VolumeProfile(of: [still], bins: 5)?.price(of: .valueAreaLow) == 7)
        for volume in [nil, 0, -1, .nan, .infinity] as [Double?] {
            let bar = LevelSamples.bar(0, open: 7, high: 8, low: 7, close: 7, volume: volume)
            #expect(VolumeProfile(of: [bar], bins: 5) == nil)
        }
        #expect(Self.profile([]) == nil && Self.profile([0]) == nil)
        #expect(Self.profile([-1, 3]) == nil && Self.profile([.nan]) == nil)
        let most = Double.greatestFiniteMagnitude
        #expect(Self.profile([most, most]) == nil)
        for (name, bars) in LevelSamples.degenerate {
            let profile = VolumeProfile(of: bars, bins: 9)
            #expect(profile.map { $0.volumes.allSatisfy { $0 >= 0 } } ?? true, "\(name)")
        }
    }
}
