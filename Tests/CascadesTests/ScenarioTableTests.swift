import TestSupport
import Testing

@testable import Cascades

@Suite struct ScenarioTableTests {
    static func table(_ random: inout SeededGenerator, bins: Int) throws -> ScenarioTable {
        var sum = 0.0
        return try ScenarioTable(
            shapes: (0...bins).map { _ in
                if Bool.random(using: &random) { sum += Double.random(in: 0...1, using: &random) }
                return sum
            })
    }

    /// The least fall that solves the equation is found by trying every bin from none.
    @Test func manyAtOnceAreTheLeastSolutions() async throws {
        var random = SeededGenerator(seed: 11)
        for bins in [1, 2, 7, 100, 2000] {
            let table = try Self.table(&random, bins: bins)
            for count in [0, 1, 15, 16, 17, 400] {
                let shocks = (0..<count).map { _ in
                    Double.random(in: 0...Double(bins) * 1.2, using: &random).rounded()
                }
                let scales = (0..<count).map { _ in Double.random(in: 0...2, using: &random) }
                let scenarios = try ScenarioSet(shocks: shocks, scales: scales)
                let falls = table.falls(of: scenarios)
                for (place, fall) in falls.enumerated() {
                    let (shock, scale) = (shocks[place], scales[place])
                    let least = try #require(
                        (0...bins).first { bin in
                            let fall = shock + scale * table.shapes[bin]
                            return bin == bins || fall < Double(bin + 1)
                        })
                    #expect(fall == shock + scale * table.shapes[least])
                    #expect(fall == table.fall(shock: shock, scale: scale))
                }
                let again = await table.fallsOnAllCores(of: scenarios)
                #expect(again == falls)
            }
        }
    }

    /// A table of a profile follows the equilibrium of the same profile in ticks.
    @Test func agreesWithTheEquilibrium() throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<20 {
            let profile = try CascadeEquilibriumTests.profile(&random)
            for exponent in [1.0, 0.5] {
                let table = try ScenarioTable(
                    profile: profile, width: 1e-4, bins: 10_000, exponent: exponent)
                let law: ImpactLaw =
                    exponent == 1
                    ? .linear(try LinearImpact(share: 0.01, depth: 4e7))
                    : .power(try PowerImpact(prefactor: 1, volatility: 0.03, volume: 4e9))
                // Bins of one tick: a move of one for a shape of one is 10,000 bins.
                let scale = exponent == 1 ? 1e4 * 0.01 / 4e7 : 1e4 * 0.03 / 4e9.squareRoot()
                let shock = Double.random(in: 0...0.2, using: &random)
                let found = try CascadeEquilibrium(profile: profile, shock: shock, law: law)
                let fall = table.fall(shock: shock * 1e4, scale: scale)
                // Whole ticks are rounded to the nearest and bins down: they may part at a level.
                let isClose = abs(min(fall, 1e4) / 1e4 - found.greatest.move) < 1e-3
                #expect(isClose || found.isFragile)
            }
        }
    }

    @Test func refusesWhatIsNoTable() throws {
        #expect(throws: CascadeError.emptyProfile) { try ScenarioTable(shapes: [1]) }
        #expect(throws: CascadeError.outOfRange("shape")) { try ScenarioTable(shapes: [1, 0]) }
        #expect(throws: CascadeError.notFinite("shape")) { try ScenarioTable(shapes: [0, .nan]) }
        for bad in [-1, .nan, .infinity] {
            #expect(throws: CascadeError.outOfRange("shock")) {
                try ScenarioSet(shocks: [bad], scales: [1])
            }
            #expect(throws: CascadeError.outOfRange("scale")) {
                try ScenarioSet(shocks: [1], scales: [bad])
            }
        }
        #expect(throws: CascadeError.lengthsDiffer("shocks and scales")) {
            try ScenarioSet(shocks: [1], scales: [])
        }
    }
}
