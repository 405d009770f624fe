internal import Series

/// How good probabilities were, once it is known what happened.
///
/// `score = reliability - resolution + uncertainty`: how far forecasts lie from how often what they said
/// happened, how far they tell one case from another, and how undecided the matter was.
///
/// - Input: probabilities from 0 to 1 with their outcomes. Forecasts of one probability are one group; only
///   then the three parts add up to the score.
/// - Output: squares of probabilities, the score from 0, perfect, to 1.
/// - Degenerate case: `nil` without a forecast, for unequal counts, or where a number is no probability; no
///   skill where all outcomes were alike, as there was nothing to know.
/// - Source: Murphy, *A New Vector Partition of the Probability Score*, 1973.
/// - Checked against: scikit-learn's score and numpy's groups, within 1e-12, `Fixtures/Outlook/brier.csv`.
package struct BrierScore: Hashable, Sendable {
    /// How many forecasts there were.
    package let count: Int
    /// The mean squared distance of probability and outcome.
    package let score: Double
    /// The mean squared distance of each group's probability and how often it happened there.
    package let reliability: Double
    /// The mean squared distance of how often it happened in each group and in all.
    package let resolution: Double
    /// What a forecast of how often it happened would have scored.
    package let uncertainty: Double

    /// One less the score over that of a forecast that knew only how often it happens; `nil` where that one
    /// was perfect.
    package var skill: Double? { uncertainty > 0 ? 1 - score / uncertainty : nil }

    /// Scores forecasts.
    package init?(forecasts: [Double], outcomes: [Bool]) {
        guard !forecasts.isEmpty, forecasts.count == outcomes.count,
            forecasts.allSatisfy({ $0 >= 0 && $0 <= 1 })
        else { return nil }
        let count = Double(forecasts.count)
        let groups = Dictionary(grouping: zip(forecasts, outcomes), by: \.0)
            .sorted { $0.key < $1.key }
            .map { forecast, cases in
                (
                    size: Double(cases.count), forecast: forecast,
                    rate: Double(cases.count { $0.1 }) / Double(cases.count)
                )
            }
        let rate = Double(outcomes.count { $0 }) / count
        func mean(_ distance: ((size: Double, forecast: Double, rate: Double)) -> Double) -> Double
        {
            groups.map { $0.size * distance($0) * distance($0) }.compensatedSum / count
        }
        self.count = forecasts.count
        score =
            zip(forecasts, outcomes).map { ($0 - ($1 ? 1 : 0)) * ($0 - ($1 ? 1 : 0)) }
            .compensatedSum / count
        reliability = mean { $0.forecast - $0.rate }
        resolution = mean { $0.rate - rate }
        uncertainty = rate * (1 - rate)
    }
}
