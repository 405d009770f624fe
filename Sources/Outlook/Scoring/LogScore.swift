internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The mean of minus the logarithm of the probability that was given to what happened.
///
/// - Input: probabilities from 0 to 1 with outcomes. A probability below `clip` counts as `clip`, one above one
///   less `clip` as that: a single certainty that fails would otherwise outweigh all else.
/// - Output: nats, from zero up.
/// - Degenerate case: `nil` without a forecast, for unequal counts, or a number that is no probability.
/// - Checked against: `sklearn.metrics.log_loss`, within 1e-12, `Fixtures/Outlook/scores.csv`.
package enum LogScore {
    /// What probabilities are clipped at.
    package static let clip = 0.001

    /// The mean over forecasts.
    package static func mean(forecasts: [Double], outcomes: [Bool]) -> Double? {
        guard !forecasts.isEmpty, forecasts.count == outcomes.count,
            forecasts.allSatisfy({ $0 >= 0 && $0 <= 1 })
        else { return nil }
        return zip(forecasts, outcomes).map(loss).compensatedSum / Double(forecasts.count)
    }

    /// The loss of one forecast.
    static func loss(_ forecast: Double, _ outcome: Bool) -> Double {
        let clipped = min(max(forecast, clip), 1 - clip)
        return -log(outcome ? clipped : 1 - clipped)
    }
}
