import Cascades

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The scenarios that both sides follow.
struct ScenarioInput {
    let table: ScenarioTable
    let paths: ScenarioPaths
    let scenarios: ScenarioSet

    var count: Int { scenarios.count }

    /// Reads bins, scenarios, steps, volatility and rest, then the shapes, the shocks and the scales.
    init(file: String) throws {
        let values = try Data(contentsOf: URL(filePath: file)).withUnsafeBytes {
            Array($0.bindMemory(to: Double.self))
        }
        guard values.count > 5 else { throw BenchProblem(what: "\(file) is too short") }
        let (bins, scenarios) = (Int(values[0]), Int(values[1]))
        guard values.count == 6 + bins + 2 * scenarios else {
            throw BenchProblem(what: "\(file) is not as long as it says")
        }
        table = try ScenarioTable(shapes: Array(values[5..<(6 + bins)]))
        self.scenarios = try ScenarioSet(
            shocks: Array(values[(6 + bins)..<(6 + bins + scenarios)]),
            scales: Array(values[(6 + bins + scenarios)...]))
        paths = try ScenarioPaths(
            table: table, steps: Int(values[2]), volatility: values[3], rest: values[4],
            seed: 20_251_010)
    }
}
