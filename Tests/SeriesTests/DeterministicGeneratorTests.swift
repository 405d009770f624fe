@testable import Series
import TestSupport
import Testing

/// Expected values: the step written out in Python and randomgen's Xoshiro256, by
/// `Scripts/reference/significance.py`; the first ten are also those that its authors' C code
/// prints.
@Suite struct DeterministicGeneratorTests {
    private func expected(_ run: String) throws -> [UInt64] {
        try ReferenceTable(fixture: "Significance/generator.csv").rows
            .filter { $0["run"] == run }.compactMap { $0["output"].flatMap(UInt64.init) }
    }

    @Test func agreesWithTheReference() throws {
        var generator = DeterministicGenerator(state: (1, 2, 3, 4))
        var jumped = generator
        jumped.jump()
        let (plain, after) = (try expected("plain"), try expected("jumped"))
        #expect(plain.count == 64 && after.count == 64)
        #expect(plain.map { _ in generator.next() } == plain)
        #expect(after.map { _ in jumped.next() } == after)
    }

    /// The outputs that SplitMix64 is published with for the seed 1234567.
    @Test func aSeedIsSpreadAsPublished() {
        var counter: UInt64 = 1_234_567
        #expect(
            (0..<5).map { _ in DeterministicGenerator.split(&counter) } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func aStreamIsItsSeedAndItsIndex() {
        var seen: Set<UInt64> = []
        for seed in UInt64(0)..<40 {
            for stream in UInt64(0)..<40 {
                var generator = DeterministicGenerator(seed: seed, stream: stream)
                var again = DeterministicGenerator(seed: seed, stream: stream)
                let first = generator.next()
                #expect(first == again.next())
                seen.insert(first)
            }
        }
        #expect(seen.count == 1600)
    }

    /// A chi-square of fifteen degrees of freedom exceeds 44.3 once in ten thousand times.
    @Test func streamsAreUniformAcrossAndAlong() {
        for bound in [2, 3, 7, 16] {
            var along = [Int](repeating: 0, count: bound)
            var across = along
            var generator = DeterministicGenerator(seed: 9)
            for stream in UInt64(0)..<20_000 {
                along[generator.nextIndex(below: bound)] += 1
                var other = DeterministicGenerator(seed: 9, stream: stream)
                across[other.nextIndex(below: bound)] += 1
            }
            for counts in [along, across] {
                let mean = 20_000 / Double(bound)
                let distance = counts.map { (Double($0) - mean) * (Double($0) - mean) / mean }
                #expect(distance.reduce(0, +) < 44.3, "\(bound): \(counts)")
            }
        }
    }

    @Test func aUnitStaysBelowOne() {
        var generator = DeterministicGenerator(seed: 3)
        let units = (0..<10_000).map { _ in generator.nextUnit() }
        #expect(units.allSatisfy { $0 >= 0 && $0 < 1 })
        let mean = units.reduce(0, +) / 10_000
        // Five standard errors of the mean of ten thousand: 5 x sqrt(1 / 120,000).
        #expect(abs(mean - 0.5) < 0.0145)
    }

    @Test func whatCannotBeDrawnTraps() async {
        await #expect(processExitsWith: .failure) {
            var generator = DeterministicGenerator(seed: 1)
            _ = generator.nextIndex(below: 0)
        }
        await #expect(processExitsWith: .failure) {
            _ = DeterministicGenerator(state: (0, 0, 0, 0))
        }
    }
}
