internal import Series
internal import Significance

/// Wilcoxon's signed-rank test: exact for few values, equal sizes sharing their ranks.
///
/// Zeros are left out. Up to `maximumExact` values every choice of signs is counted, given the ranks
/// as they are; beyond, the sum is taken as normal, with the variance that equal sizes leave, and half
/// a rank towards the middle.
///
/// - Degenerate case: `nil` where no value is left or one is not finite.
/// - Source: Wilcoxon, *Individual Comparisons by Ranking Methods*, 1945.
/// - Checked against: every choice of signs by Python's `itertools`, and `scipy.stats.wilcoxon`,
///   relative 1e-11, `Fixtures/EventStudy/signs.csv`.
package struct SignedRankTest: Hashable, Sendable {
    /// More values than this are not counted out.
    package static let maximumExact = 60

    /// The sum of the ranks of the positive values.
    package let statistic: Double
    /// How many values were not zero.
    package let count: Int
    /// The probability of a sum as low or lower.
    package let lower: Double
    /// The probability of a sum as high or higher.
    package let upper: Double

    /// Tests values against a middle of zero.
    package init?(_ values: [Double]) {
        let kept = values.filter { $0 != 0 }
        guard !kept.isEmpty, kept.allSatisfy({ $0.isFinite }) else { return nil }
        let ranks = MidRanks.of(kept.map { abs($0) })
        count = kept.count
        statistic = zip(ranks, kept).filter { $0.1 > 0 }.map(\.0).compensatedSum
        let tails =
            kept.count <= Self.maximumExact
            ? Self.exact(statistic, ranks) : Self.normal(statistic, ranks)
        (lower, upper) = tails
    }

    /// Every rank may stand or not: the sums are built up rank by rank, in halves of a rank.
    private static func exact(_ statistic: Double, _ ranks: [Double]) -> (Double, Double) {
        let steps = ranks.map { Int(2 * $0) }
        var masses = [Double](repeating: 0, count: steps.reduce(1, +))
        masses[0] = 1
        for step in steps {
            for place in masses.indices.reversed() {
                let other = place >= step ? masses[place - step] : 0
                masses[place] = (masses[place] + other) / 2
            }
        }
        let own = Int(2 * statistic)
        return (
            min(1, masses[...own].compensatedSum), min(1, masses[own...].compensatedSum)
        )
    }

    private static func normal(_ statistic: Double, _ ranks: [Double]) -> (Double, Double) {
        let middle = ranks.compensatedSum / 2
        let deviation = (ranks.map { $0 * $0 }.compensatedSum / 4).squareRoot()
        return (
            NormalDistribution.lower((statistic - middle + 0.5) / deviation),
            NormalDistribution.upper((statistic - middle - 0.5) / deviation)
        )
    }
}
