internal import Series

/// Prices that wander, are pushed by what they liquidate, and forget the push: very many at once.
///
/// In every step the price takes a random step, what is left of the push fades, and where the price is
/// further than ever what that liquidates pushes it on, from the next step on. The random part of
/// scenario `i` comes from stream `i` of the seed alone, so any split of the work among threads gives
/// the same bytes. A random step has seven digits, the price sixteen.
///
/// - Unit: bins of a `ScenarioTable`; a fall is positive.
/// - Time: steps times scenarios, 64 scenarios side by side.
/// - Checked against: one scenario after another with `DeterministicGenerator`, to the last bit,
///   and C, `ScenarioPathsTests`, `Benchmarks`.
package struct ScenarioPaths: Hashable, Sendable {
    /// More steps than this are refused.
    package static let maximumSteps = 100_000

    /// What is liquidated where.
    package let table: ScenarioTable
    /// How many steps a path has, an even number.
    package let steps: Int
    /// The deviation of a random step, in bins.
    package let volatility: Double
    /// What is left of a push after a step, zero to one.
    package let rest: Double
    let seed: UInt64

    /// Paths over a table.
    package init(
        table: ScenarioTable, steps: Int, volatility: Double, rest: Double, seed: UInt64
    ) throws(CascadeError) {
        guard steps <= Self.maximumSteps else {
            throw .tooMany("steps", allowed: Self.maximumSteps)
        }
        // A random draw is good for two.
        guard steps > 0, steps % 2 == 0 else { throw .outOfRange("steps") }
        try CascadeError.within(0...1e6, volatility, "volatility")
        try CascadeError.within(0...1, rest, "rest")
        self.table = table
        self.steps = steps
        self.volatility = volatility
        self.rest = rest
        self.seed = seed
    }

    /// Where each path ends, in bins below the start, on this thread.
    package func falls(of scenarios: ScenarioSet) -> [Double] {
        falls(scenarios, 0..<scenarios.count)
    }

    /// Where each path ends, on all cores at once.
    package func fallsOnAllCores(of scenarios: ScenarioSet) async -> [Double] {
        await ConcurrentPieces.map(count: scenarios.count) { falls(scenarios, $0) }
    }

    /// The end of one path, step by step.
    package func fall(ofScenario scenario: Int, shock: Double, scale: Double) -> Double {
        var source = DeterministicGenerator(seed: seed, stream: UInt64(scenario))
        var random = DeterministicGenerator(
            state: (source.next(), source.next(), source.next(), source.next()))
        var (walk, push, furthest) = (shock, 0.0, 0.0)
        var sold = table.shapes[0]
        for _ in 0..<(steps / 2) {
            let normal = SingleNormalPair(bits: random.next())
            for move in [normal.cosine, normal.sine] {
                walk += volatility * Double(move)
                push *= rest
                furthest = max(furthest, walk + push)
                let shape = table.shapes[table.place(furthest)]
                push += scale * (shape - sold)
                sold = shape
            }
        }
        return walk + push
    }

    private func falls(_ scenarios: ScenarioSet, _ range: Range<Int>) -> [Double] {
        let (shocks, scales) = (scenarios.shocks, scenarios.scales)
        var falls: [Double] = []
        falls.reserveCapacity(range.count)
        let whole = range.count / PathBlock.count * PathBlock.count
        for start in stride(
            from: range.lowerBound, to: range.lowerBound + whole, by: PathBlock.count)
        {
            var block = PathBlock(
                first: start, seed: seed, shocks: shocks, scales: scales, table: table.shapes)
            block.step(times: steps, size: volatility, rest: rest)
            falls += block.falls
        }
        for scenario in (range.lowerBound + whole)..<range.upperBound {
            falls.append(
                fall(ofScenario: scenario, shock: shocks[scenario], scale: scales[scenario]))
        }
        return falls
    }
}
