import Series
import TestSupport
import Testing

@testable import Cascades

@Suite struct ScenarioPathsTests {
    /// Side by side, on all cores or one after the other: the same to the last bit.
    @Test func doesNotDependOnHowItIsSplit() async throws {
        var random = SeededGenerator(seed: 13)
        let table = try ScenarioTableTests.table(&random, bins: 300)
        let paths = try ScenarioPaths(
            table: table, steps: 40, volatility: 2, rest: 0.98, seed: 5)
        let shocks = (0..<500).map { _ in Double.random(in: 0...80, using: &random) }
        let scales = (0..<500).map { _ in Double.random(in: 0...3, using: &random) }
        let scenarios = try ScenarioSet(shocks: shocks, scales: scales)
        let falls = paths.falls(of: scenarios)
        for scenario in shocks.indices {
            let alone = paths.fall(
                ofScenario: scenario, shock: shocks[scenario], scale: scales[scenario])
            #expect(falls[scenario] == alone)
        }
        #expect(await paths.fallsOnAllCores(of: scenarios) == falls)
        let other = try ScenarioPaths(
            table: table, steps: 40, volatility: 2, rest: 0.98, seed: 6)
        #expect(other.falls(of: scenarios) != falls)
    }

    /// Without chance or fading a path ends where the fixed point is.
    @Test func quietPathsEndAtTheFixedPoint() throws {
        var random = SeededGenerator(seed: 14)
        let table = try ScenarioTableTests.table(&random, bins: 50)
        let paths = try ScenarioPaths(table: table, steps: 200, volatility: 0, rest: 1, seed: 1)
        for _ in 0..<200 {
            let shock = Double.random(in: 0...40, using: &random)
            let scale = Double.random(in: 0...1, using: &random)
            let fall = paths.fall(ofScenario: 0, shock: shock, scale: scale)
            #expect(agree(fall, table.fall(shock: shock, scale: scale) - scale * table.shapes[0]))
        }
    }

    /// Alone, the steps are normal: mean zero and variance steps times the square of the volatility.
    @Test func stepsAreNormal() throws {
        let table = try ScenarioTable(shapes: [0, 0])
        let paths = try ScenarioPaths(table: table, steps: 100, volatility: 3, rest: 1, seed: 9)
        let zeros = [Double](repeating: 0, count: 20_000)
        let ends = paths.falls(of: try ScenarioSet(shocks: zeros, scales: zeros)).map { $0 / 30 }
        let mean = ends.compensatedSum / 20_000
        let square = ends.map { $0 * $0 }.compensatedSum / 20_000
        let fourth = ends.map { $0 * $0 * $0 * $0 }.compensatedSum / 20_000
        #expect(abs(mean) < 4 / 20_000.0.squareRoot())
        #expect(abs(square - 1) < 4 * (2.0 / 20_000).squareRoot())
        #expect(abs(fourth - 3) < 4 * (96.0 / 20_000).squareRoot())
    }

    /// Bands are the quantiles of paths stopped there, whoever counts them; the last are the ends.
    @Test func bandsAreQuantilesOfThePaths() async throws {
        var random = SeededGenerator(seed: 17)
        let table = try ScenarioTableTests.table(&random, bins: 300)
        let shocks = (0..<150).map { _ in Double.random(in: 0...80, using: &random) }
        let scales = (0..<150).map { _ in Double.random(in: 0...3, using: &random) }
        let scenarios = try ScenarioSet(shocks: shocks, scales: scales)
        let paths = try ScenarioPaths(table: table, steps: 40, volatility: 2, rest: 0.98, seed: 5)
        let bands = try paths.bands(of: scenarios, every: 10, shares: [0, 0.1, 0.5, 1])
        #expect(bands.map(\.step) == [10, 20, 30, 40])
        for band in bands {
            let stopped = try ScenarioPaths(
                table: table, steps: band.step, volatility: 2, rest: 0.98, seed: 5
            ).falls(of: scenarios).sorted()
            #expect(band.falls == [stopped[0], stopped[14], stopped[74], stopped[149]])
        }
        let again = try await paths.bandsOnAllCores(
            of: scenarios, every: 10, shares: [0, 0.1, 0.5, 1])
        #expect(again == bands)
        for interval in [0, -2, 3, 42] {
            #expect(throws: CascadeError.outOfRange("interval")) {
                try paths.bands(of: scenarios, every: interval, shares: [0.5])
            }
        }
        #expect(throws: CascadeError.notFinite("share")) {
            try paths.bands(of: scenarios, every: 10, shares: [.nan])
        }
    }

    @Test func refusesWhatIsNoPath() throws {
        let table = try ScenarioTable(shapes: [0, 1])
        func made(steps: Int = 2, volatility: Double = 1, rest: Double = 1) throws {
            _ = try ScenarioPaths(
                table: table, steps: steps, volatility: volatility, rest: rest, seed: 1)
        }
        #expect(throws: CascadeError.outOfRange("steps")) { try made(steps: 3) }
        #expect(throws: CascadeError.outOfRange("steps")) { try made(steps: 0) }
        #expect(throws: CascadeError.notFinite("volatility")) { try made(volatility: .nan) }
        #expect(throws: CascadeError.outOfRange("rest")) { try made(rest: 1.1) }
    }
}
