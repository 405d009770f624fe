import Series
import TestSupport
import Testing

@testable import Liquidations

@Suite struct IntensityChainTests {
    private static func sights() throws -> [String: [Double]] {
        let rows = try ReferenceTable(fixture: "Liquidations/chain-sights.csv").rows
        return Dictionary(grouping: rows) { $0["case"] ?? "" }
            .mapValues { rows in rows.compactMap { row in Double(row["sight"] ?? "") } }
    }

    /// Sums over every path of three seconds, dense matrices for more: numpy, relative 1e-11.
    @Test func agreesWithEveryPath() throws {
        let sights = try Self.sights()
        let rows = try ReferenceTable(fixture: "Liquidations/chain.csv").rows
        #expect(rows.count == 9)
        for row in rows {
            let figures = row.compactMapValues { Double($0) }
            let seen = try #require(sights[row["case"] ?? ""])
            let chain = IntensityChain(
                seen, IntensitySteps(wander: figures["wander"] ?? 0, jump: figures["jump"] ?? 0))
            #expect(
                agree(chain.logLikelihood, figures["log_likelihood"], relative: 1e-11), "\(row)")
        }
    }

    /// Of one second, paths are drawn in proportion to what was seen: by Pearson's chi-square, 47 degrees.
    @Test func drawsWhatIsProbable() {
        let count = IntensityChain.levels.count
        let sights = (0..<count).map { Double($0 % 5 + 1) }
        let chain = IntensityChain(sights, IntensitySteps(wander: 0.2, jump: 0.01))
        var random = DeterministicGenerator(seed: 3)
        var seen = [Double](repeating: 0, count: count)
        for _ in 0..<20_000 { seen[chain.path(&random)[0]] += 1 }
        let sum = sights.reduce(0, +)
        let distance = zip(seen, sights).reduce(0.0) { total, pair in
            let expected = 20_000 * pair.1 / sum
            return total + (pair.0 - expected) * (pair.0 - expected) / expected
        }
        #expect(distance < 84)
    }

    /// A chain that hardly moves, certain at the end, was there all along.
    @Test func pathsHangTogether() {
        let count = IntensityChain.levels.count
        var sights = [Double](repeating: 1, count: 30 * count)
        for level in 0..<count where level != 20 { sights[29 * count + level] = 0 }
        let chain = IntensityChain(sights, IntensitySteps(wander: 0.01, jump: 1e-9))
        var random = DeterministicGenerator(seed: 4)
        #expect(chain.path(&random) == [Int](repeating: 20, count: 30))
    }

    @Test func theImpossibleIsSaid() {
        let count = IntensityChain.levels.count
        let chain = IntensityChain(
            [Double](repeating: 0, count: count), IntensitySteps(wander: 0.1, jump: 0.01))
        #expect(chain.logLikelihood == -.infinity)
        #expect(IntensityChain([], IntensitySteps(wander: 0.1, jump: 0.01)).logLikelihood == 0)
    }
}
