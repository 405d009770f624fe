internal import Series

/// How often it happened where a probability was said, beside how far chance alone would scatter that.
///
/// The bars answer: if every forecast were right, how often would it have happened in this bin? Forecasts are
/// drawn again with replacement, outcomes drawn by them, and the middle ninety percent of rates is the bar.
/// Forecasts of one cluster, such as several levels on one side at one time, are drawn together and decided by
/// one number, so that a further level is only reached where the nearer one is. Clusters must not overlap in
/// time, or the bars are too narrow.
///
/// - Input: probabilities from 0 to 1 with outcomes and clusters, those of a cluster next to each other; bins of
///   equal width.
/// - Degenerate case: `nil` without a forecast, for unequal counts, no bin, or a number that is no probability;
///   a bin without a forecast is left out.
/// - Time: draws times forecasts.
/// - Source: Bröcker and Smith, *Increasing the Reliability of Reliability Diagrams*, 2007.
/// - Checked against: numpy's groups, within 1e-12, `Fixtures/Outlook/scores.csv`; bars against binomial
///   quantiles where all forecasts are alike, `ScoringTests`.
package struct ReliabilityTable: Hashable, Codable, Sendable {
    /// Forecasts of one bin.
    package struct Bin: Hashable, Codable, Sendable {
        /// The least probability that belongs to it.
        package let start: Double
        /// How many forecasts there were.
        package let count: Int
        /// The mean forecast.
        package let forecast: Double
        /// How often it happened.
        package let rate: Double
        /// The fifth percentile of rates by chance; `nil` where no draw had a forecast here.
        package let lower: Double?
        /// The ninety-fifth.
        package let upper: Double?

        /// Whether the rate lies within the bar.
        package var isConsistent: Bool {
            guard let lower, let upper else { return true }
            return rate >= lower && rate <= upper
        }
    }

    /// The bins that hold forecasts, by probability.
    package let bins: [Bin]
    /// How often right forecasts would have been as unreliable over all bins, by the mean squared distance of
    /// forecast and rate: small where these were wrong.
    package let probability: Double
    /// How many draws were made.
    package let draws: Int

    /// Whether every rate lies within its bar; with ten bins one is expected not to.
    package var isConsistent: Bool { bins.allSatisfy(\.isConsistent) }
    /// How many do not.
    package var outside: Int { bins.count { !$0.isConsistent } }

    /// The table of forecasts; each its own cluster unless said otherwise.
    package init?(
        forecasts: [Double], outcomes: [Bool], clusters: [Int]? = nil, bins: Int = 10,
        draws: Int = 500, seed: UInt64
    ) {
        guard !forecasts.isEmpty, forecasts.count == outcomes.count, bins > 0, bins <= 100,
            clusters.map({ $0.count == forecasts.count }) ?? true, draws > 0, draws <= 10_000,
            forecasts.allSatisfy({ $0 >= 0 && $0 <= 1 })
        else { return nil }
        let places = forecasts.map { min(Int($0 * Double(bins)), bins - 1) }
        var seen = Tally(bins)
        for index in forecasts.indices {
            seen.add(places[index], forecasts[index], outcomes[index])
        }
        let ranges = Self.ranges(clusters ?? Array(forecasts.indices))
        let drawn = (0..<draws).map { draw in
            var random = DeterministicGenerator(seed: seed, stream: UInt64(draw))
            var tally = Tally(bins)
            for _ in ranges.indices {
                let range = ranges[random.nextIndex(below: ranges.count)]
                let decision = random.nextUnit()
                for index in range {
                    tally.add(places[index], forecasts[index], decision < forecasts[index])
                }
            }
            return tally
        }
        self.draws = draws
        let distance = seen.unreliability
        let asFar = drawn.count { $0.unreliability >= distance }
        probability = Double(asFar + 1) / Double(draws + 1)
        self.bins = (0..<bins).compactMap { bin in
            guard seen.counts[bin] > 0 else { return nil }
            let rates = drawn.filter { $0.counts[bin] > 0 }.map { $0.rate(bin) }.sorted()
            return Bin(
                start: Double(bin) / Double(bins), count: seen.counts[bin],
                forecast: seen.forecast(bin), rate: seen.rate(bin),
                lower: rates.isEmpty ? nil : rates[Int(0.05 * Double(rates.count - 1))],
                upper: rates.isEmpty
                    ? nil : rates[Int((0.95 * Double(rates.count - 1)).rounded(.up))])
        }
    }

    /// Stretches of equal clusters.
    private static func ranges(_ clusters: [Int]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        for index in 1...clusters.count
        where index == clusters.count || clusters[index] != clusters[start] {
            ranges.append(start..<index)
            start = index
        }
        return ranges
    }

    /// What was forecast and seen, bin by bin.
    private struct Tally {
        var counts: [Int]
        var hits: [Int]
        var sums: [Double]

        init(_ bins: Int) {
            counts = [Int](repeating: 0, count: bins)
            hits = counts
            sums = [Double](repeating: 0, count: bins)
        }

        mutating func add(_ bin: Int, _ forecast: Double, _ outcome: Bool) {
            counts[bin] += 1
            hits[bin] += outcome ? 1 : 0
            sums[bin] += forecast
        }

        func rate(_ bin: Int) -> Double { Double(hits[bin]) / Double(counts[bin]) }

        func forecast(_ bin: Int) -> Double { sums[bin] / Double(counts[bin]) }

        /// The mean squared distance of forecasts and rates.
        var unreliability: Double {
            let total = counts.reduce(0, +)
            let parts = counts.indices.filter { counts[$0] > 0 }.map { bin in
                let distance = forecast(bin) - rate(bin)
                return Double(counts[bin]) * distance * distance
            }
            return parts.compensatedSum / Double(max(total, 1))
        }
    }
}
