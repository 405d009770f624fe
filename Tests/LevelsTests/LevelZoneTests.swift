import Levels
import Market
import TestSupport
import Testing

/// Expected values: a matrix of distances in Python, `Scripts/reference/levels_definitions.py`. Exact.
@Suite struct LevelZoneTests {
    private static func found(
        _ value: Double, half: Double = 0, strength: Double = 1, _ kind: Level.Kind = .swingZone
    ) -> FoundLevel {
        FoundLevel(
            Level(kind: kind, value: value), low: value - half, high: value + half,
            strength: strength, touches: 1)
    }

    @Test func agreesWithTheReference() throws {
        let rows = try ReferenceTable(fixture: "Levels/merged.csv").rows
        #expect(rows.count > 200)
        for run in Dictionary(grouping: rows, by: { $0.text("run") }).values {
            let found = run.map {
                Self.found(
                    $0.double("value"), half: $0.double("half"), strength: $0.double("strength"))
            }
            let zones = LevelMap.zones(
                around: 100, of: found, averageRange: run[0].double("range"), sigma: 0.03)
            let expected = Dictionary(grouping: run) { $0.double("leader") }
            #expect(zones.map(\.value) == expected.keys.sorted(by: >))
            for zone in zones {
                let members = try #require(expected[zone.value])
                #expect(
                    zone.members.map(\.level.value).sorted()
                        == members.map { $0.double("value") }.sorted())
                let strength = members.reduce(0) { $0 + $1.double("strength") }
                #expect(agree(zone.strength, strength, relative: 1e-12))
                #expect(zone.touches == members.count)
            }
        }
    }

    /// By hand: at 3.38 with a range of 0.16 and a day's deviation of 3 %.
    @Test func distances() {
        let zones = LevelMap.zones(
            around: 3.38,
            of: [
                Self.found(3.20, .round(step: 0.2)), Self.found(3.69, .high(days: 30)),
                Self.found(3.38, .average(days: 50)),
            ],
            averageRange: 0.16, sigma: 0.03)
        #expect(
            zones.map(\.kinds) == [[.high(days: 30)], [.average(days: 50)], [.round(step: 0.2)]])
        #expect(zones.map(\.status) == [.above, .testing, .below])
        #expect(agree(zones[2].distance, 3.20 / 3.38 - 1))
        #expect(agree(zones[2].distanceInRanges, -1.125))
        #expect(agree(zones[2].distanceInSigmas, (3.20 / 3.38 - 1) / 0.03))
    }

    /// The stronger takes in what is within half a range of it, and no chain forms.
    @Test func noChains() {
        let found = [100.0, 101, 102, 103, 104].map { Self.found($0, strength: $0 == 102 ? 2 : 1) }
        let zones = LevelMap.zones(around: 90, of: found, averageRange: 2, sigma: nil)
        #expect(zones.map(\.value) == [104, 102, 100])
        #expect(zones.map { $0.members.count } == [1, 3, 1])
        #expect(zones[1].low == 101 && zones[1].high == 103 && zones[1].width == 2)
        #expect(zones.allSatisfy { $0.distanceInSigmas == nil && $0.status == .above })
    }

    @Test func weightsCount() {
        var weights = DetectorWeights()
        weights[.roundNumber] = 3
        let found = [Self.found(100, .round(step: 10)), Self.found(100.5, .high(days: 30))]
        let plain = LevelMap.zones(around: 90, of: found, averageRange: 2, sigma: nil)
        let weighed = LevelMap.zones(
            around: 90, of: found, averageRange: 2, sigma: nil, weights: weights)
        #expect(plain.map(\.value) == [100.5] && plain.map(\.strength) == [2])
        #expect(weighed.map(\.value) == [100] && weighed.map(\.strength) == [4])
    }

    @Test func orderOfInputIsNotSeen() {
        var random = SeededGenerator(seed: 11)
        let kinds: [Level.Kind] = [
            .highestOfHistory, .round(step: 1), .swingZone, .average(days: 50),
        ]
        for _ in 0..<50 {
            let found = (0..<12).map { _ in
                Self.found(
                    Double(Int.random(in: 95...105, using: &random)),
                    kinds[Int.random(in: 0..<4, using: &random)])
            }
            let zones = LevelMap.zones(around: 100, of: found, averageRange: 1, sigma: 0.02)
            let mixed = LevelMap.zones(
                around: 100, of: found.shuffled(using: &random), averageRange: 1, sigma: 0.02)
            #expect(zones == mixed)
            #expect(zones.reduce(0) { $0 + $1.members.count } == 12)
        }
    }

    @Test func whatIsNoLevel() {
        let found =
            [0, -1, .nan, .infinity].map { Self.found($0) } + [Self.found(5, strength: .nan)]
        #expect(LevelMap.zones(around: 1, of: found, averageRange: 1, sigma: 1).isEmpty)
        let pair = [Self.found(100), Self.found(100.4), Self.found(101)]
        for range in [nil, 0, -1, .nan, .infinity] as [Double?] {
            let zones = LevelMap.zones(around: 100, of: pair, averageRange: range, sigma: 0)
            #expect(zones.map { $0.members.count } == [1, 2])
            #expect(zones[0].distanceInRanges == nil && zones[0].distanceInSigmas == nil)
        }
    }

    @Test func everyMethodGivesItsLevels() throws {
        let bars = LevelSamples.walk(seed: 8)
        let last = try #require(bars.last)
        let rounds = FoundLevel.roundNumbers(around: 3.38)
        #expect(rounds.map(\.level.value).sorted() == [3, 3.2, 3.3, 3.4, 3.5, 4])
        #expect(rounds.filter { $0.strength == 1 }.map(\.level.value).sorted() == [3, 4])
        #expect(agree(rounds.first { $0.level.value == 3.2 }?.strength, 0.2))
        let zones = PivotZones(
            SwingPivots.all(in: bars), at: last.closeTime, halfLife: .days(30), bandwidth: 2)
        let swings = FoundLevel.zones(zones)
        #expect(swings.map(\.touches) == zones.zones.map(\.touches) && !swings.isEmpty)
        let profile = try #require(VolumeProfile(of: bars, bins: 20))
        let pivots = try #require(FloorPivots(high: 2, low: 1, close: 1.5))
        let marks = FoundLevel.marks(of: profile) + FoundLevel.marks(of: pivots)
        #expect(marks.count == 8)
        let parts = FoundLevel.parts(of: PriorPeriods(bars), at: last.closeTime)
        #expect(parts.count == 9)
        let kinds = (rounds + swings + marks + parts).map(\.level.kind.detector)
        #expect(
            Set(kinds) == [.roundNumber, .swing, .volumeProfile, .floorPivot, .priorPeriod])
    }
}
