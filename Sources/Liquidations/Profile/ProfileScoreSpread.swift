internal import Series

/// How far the score of a profile may be chance: the figures of the forecasts drawn again, in blocks of
/// neighbours, since one wild hour is followed by another.
///
/// Blocks of a day, as long as six forecasts of four hours, begin anywhere, run on from the last forecast to the
/// first, and both sides of an interval stay together. What lies between the twentieths of the draws is the
/// interval.
///
/// - Randomness: a fixed seed.
/// - Degenerate case: `nil` with fewer than two blocks; a figure that a draw does not have is left out of it,
///   and is `nil` where more than half of the draws do not have it.
/// - Complexity: draws times forecasts.
/// - Source: circular blocks, Politis and Romano, *A Circular Block-Resampling Procedure for Stationary Data*,
///   1992.
/// - Checked against: scipy and numpy on the repeated pairs, and the ends of an implementation in Python with
///   draws of its own, `ProfileScoreSpreadTests`.
package struct ProfileScoreSpread: Hashable, Sendable {
    /// The middle nine tenths of the draws.
    package struct Interval: Hashable, Sendable {
        /// A twentieth lies below.
        package let low: Double
        /// A twentieth lies above.
        package let high: Double

        init?(_ draws: [Double?]) {
            let values = draws.compactMap { $0 }.sorted()
            guard values.count * 2 > draws.count else { return nil }
            let last = Double(values.count - 1)
            low = values[Int(0.05 * last)]
            high = values[Int((0.95 * last).rounded(.up))]
        }
    }

    /// Of the rank correlation.
    package let rankCorrelation: Interval?
    /// Of how often the band holds.
    package let coverage: Interval?
    /// Of the sides and intervals with published dollars, the share in which those came within a factor of two of
    /// the expected ones; `nil` where nothing was published.
    package let hitRate: Double?
    /// Of that share.
    package let hits: Interval?
    /// The same share of the baselines: of any of them the largest.
    package let baselineHitRate: Double?
    /// Of the skill over each baseline.
    package let skill: [ProfileBaseline: Interval?]

    /// How many forecasts a block has.
    package static let block = 6
    private static let draws = 500
    private static let seed: UInt64 = 0x7072_6f66

    /// What can be told from the forecasts of a walk.
    package init?(_ forecasts: [ProfileForecast]) {
        guard forecasts.count >= 2 * Self.block else { return nil }
        let table = ProfilePairs(forecasts)
        var random = DeterministicGenerator(seed: Self.seed)
        let figures = (0..<Self.draws).map { _ in
            table.figures(Self.counts(forecasts.count, &random))
        }
        let whole = table.figures([Int](repeating: 1, count: forecasts.count))
        hitRate = whole.hitRate
        baselineHitRate = ProfileBaseline.allCases.compactMap { table.hitRate(of: $0) }.max()
        rankCorrelation = Interval(figures.map(\.rankCorrelation))
        coverage = Interval(figures.map(\.coverage))
        hits = Interval(figures.map(\.hitRate))
        skill = Dictionary(
            uniqueKeysWithValues: ProfileBaseline.allCases.map { baseline in
                (baseline, Interval(figures.map { $0.skill[baseline] ?? nil }))
            })
    }

    /// How often each forecast is drawn: blocks until there are as many as before, the last cut short.
    private static func counts(_ count: Int, _ random: inout DeterministicGenerator) -> [Int] {
        var counts = [Int](repeating: 0, count: count)
        var left = count
        while left > 0 {
            let start = random.nextIndex(below: count)
            for step in 0..<min(block, left) { counts[(start + step) % count] += 1 }
            left -= block
        }
        return counts
    }

    /// What the score says of a profile, chance allowed for.
    package enum Verdict: String, Hashable, Sendable {
        /// Better than every baseline, and not by chance.
        case skilled
        /// No better than one of them as far as can be told.
        case unskilled
        /// Worse than one of them, and not by chance.
        case worse
    }

    /// What the score says.
    package var verdict: Verdict {
        let ends = ProfileBaseline.allCases.map { skill[$0] ?? nil }
        if ends.contains(where: { ($0?.high ?? 0) < 0 }) { return .worse }
        return ends.allSatisfy { ($0?.low ?? 0) > 0 } ? .skilled : .unskilled
    }
}
