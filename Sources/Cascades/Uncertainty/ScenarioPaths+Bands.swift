extension ScenarioPaths {
    /// Where the paths are after so many steps: what a fan chart draws.
    package struct Band: Hashable, Sendable {
        /// How many steps have been taken.
        package let step: Int
        /// The falls below which the shares asked for lie, in bins and in the order of the shares.
        package let falls: [Double]
    }

    /// More places of paths than this are refused.
    package static let maximumPlaces = 20_000_000

    /// Quantiles of all paths after every `interval` steps, an even number; the shares are from zero
    /// to one. Each is the least fall at or below which at least that share of the paths is.
    package func bands(
        of scenarios: ScenarioSet, every interval: Int, shares: [Double]
    ) throws(CascadeError) -> [Band] {
        try check(scenarios, interval, shares)
        return bands(of: places(scenarios, 0..<scenarios.count, interval), interval, shares)
    }

    /// The same on all cores at once.
    package func bandsOnAllCores(
        of scenarios: ScenarioSet, every interval: Int, shares: [Double]
    ) async throws(CascadeError) -> [Band] {
        try check(scenarios, interval, shares)
        let rows = await ConcurrentPieces.map(count: scenarios.count) {
            places(scenarios, $0, interval)
        }
        return bands(of: rows, interval, shares)
    }

    private func check(
        _ scenarios: ScenarioSet, _ interval: Int, _ shares: [Double]
    ) throws(CascadeError) {
        guard scenarios.count > 0 else { throw .outOfRange("scenarios") }
        guard interval > 0, interval % 2 == 0, interval <= steps else {
            throw .outOfRange("interval")
        }
        for share in shares { try CascadeError.within(0...1, share, "share") }
        guard scenarios.count * (steps / interval) <= Self.maximumPlaces else {
            throw .tooMany("places", allowed: Self.maximumPlaces)
        }
    }

    /// By scenario, then by time.
    private func places(
        _ scenarios: ScenarioSet, _ range: Range<Int>, _ interval: Int
    ) -> [[Double]] {
        // The last block is filled up with paths that nobody looks at.
        let rest = [Double](repeating: 0, count: PathBlock.count)
        let (shocks, scales) = (scenarios.shocks + rest, scenarios.scales + rest)
        var rows = [[Double]](repeating: [], count: range.count)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: PathBlock.count) {
            var block = PathBlock(
                first: start, seed: seed, shocks: shocks, scales: scales, table: table.shapes)
            for _ in 0..<(steps / interval) {
                block.step(times: interval, size: volatility, rest: self.rest)
                for (path, fall) in block.falls.enumerated() where start + path < range.upperBound {
                    rows[start + path - range.lowerBound].append(fall)
                }
            }
        }
        return rows
    }

    private func bands(of rows: [[Double]], _ interval: Int, _ shares: [Double]) -> [Band] {
        (0..<(steps / interval)).map { time in
            let sorted = rows.map { $0[time] }.sorted()
            return Band(
                step: (time + 1) * interval,
                falls: shares.map { share in
                    let count = (share * Double(sorted.count)).rounded(.up)
                    return sorted[max(1, min(sorted.count, Int(count))) - 1]
                })
        }
    }
}
