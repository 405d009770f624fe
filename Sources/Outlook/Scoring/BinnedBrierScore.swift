internal import Series

/// The Brier score split by bins of probability, so that the parts add up although forecasts in a bin differ.
///
/// `score = reliability - resolution + uncertainty + spread - covariance`: the first three as in `BrierScore`,
/// with each bin's mean forecast; then how far forecasts differ within bins, and how far outcomes within bins
/// went along with that.
///
/// - Input: probabilities from 0 to 1 with outcomes; bins of equal width, the last one including one.
/// - Degenerate case: `nil` without a forecast, for unequal counts, no bin, or a number that is no probability.
/// - Source: Stephenson, Coelho and Jolliffe, *Two Extra Components in the Brier Score Decomposition*, 2008.
/// - Checked against: numpy's groups, within 1e-12, `Fixtures/Outlook/scores.csv`.
package struct BinnedBrierScore: Hashable, Codable, Sendable {
    /// How many forecasts there were.
    package let count: Int
    /// The mean squared distance of probability and outcome.
    package let score: Double
    /// The mean squared distance of each bin's mean forecast and how often it happened there.
    package let reliability: Double
    /// The mean squared distance of how often it happened in each bin and in all.
    package let resolution: Double
    /// What a forecast of how often it happened would have scored.
    package let uncertainty: Double
    /// The mean variance of forecasts within bins.
    package let spread: Double
    /// Twice the mean covariance of forecasts and outcomes within bins.
    package let covariance: Double

    /// Scores forecasts in a number of bins.
    package init?(forecasts: [Double], outcomes: [Bool], bins: Int = 10) {
        guard !forecasts.isEmpty, forecasts.count == outcomes.count, bins > 0, bins <= 1_000,
            forecasts.allSatisfy({ $0 >= 0 && $0 <= 1 })
        else { return nil }
        let total = Double(forecasts.count)
        var members = [[Int]](repeating: [], count: bins)
        for (index, forecast) in forecasts.enumerated() {
            members[min(Int(forecast * Double(bins)), bins - 1)].append(index)
        }
        let values = outcomes.map { $0 ? 1.0 : 0.0 }
        let rate = values.compensatedSum / total
        var parts = [CompensatedSum](repeating: CompensatedSum(), count: 4)
        for bin in members where !bin.isEmpty {
            let size = Double(bin.count)
            let mean = bin.map { forecasts[$0] }.compensatedSum / size
            let seen = bin.map { values[$0] }.compensatedSum / size
            parts[0].add(size * (mean - seen) * (mean - seen))
            parts[1].add(size * (seen - rate) * (seen - rate))
            for index in bin {
                parts[2].add((forecasts[index] - mean) * (forecasts[index] - mean))
                parts[3].add(2 * (forecasts[index] - mean) * (values[index] - seen))
            }
        }
        count = forecasts.count
        score =
            zip(forecasts, values).map { ($0 - $1) * ($0 - $1) }.compensatedSum / total
        reliability = parts[0].value / total
        resolution = parts[1].value / total
        uncertainty = rate * (1 - rate)
        spread = parts[2].value / total
        covariance = parts[3].value / total
    }
}
