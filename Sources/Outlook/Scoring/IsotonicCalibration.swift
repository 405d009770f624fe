/// What forecasts have meant: how often it happened at each probability, as a curve that never falls.
///
/// Neighbouring probabilities are pooled as long as the higher one happened less often; between the pools the
/// curve is a straight line, and outside of them level.
///
/// - Input: probabilities with how many forecasts gave each and in how many it happened.
/// - Degenerate case: `nil` of nothing, for a number that is no probability, or for more hits than forecasts.
/// - Time: in proportion to the groups, after sorting.
/// - Source: Ayer, Brunk, Ewing, Reid and Silverman, *An Empirical Distribution Function for Sampling with
///   Incomplete Information*, 1955; Zadrozny and Elkan, *Transforming Classifier Scores*, 2002.
/// - Checked against: scikit-learn's `IsotonicRegression`, within 1e-12, `Fixtures/Outlook/isotonic.csv`.
package struct IsotonicCalibration: Hashable, Codable, Sendable {
    /// Forecasts of one probability.
    package struct Group: Hashable, Codable, Sendable {
        /// The probability.
        package let forecast: Double
        /// How many forecasts gave it, one or more.
        package let count: Int
        /// In how many of them it happened.
        package let hits: Int

        /// A group of forecasts.
        package init(forecast: Double, count: Int, hits: Int) {
            self.forecast = forecast
            self.count = count
            self.hits = hits
        }
    }

    private let forecasts: [Double]
    private let rates: [Double]

    /// Fits the curve; groups of one probability are put together.
    package init?(_ groups: [Group]) {
        guard !groups.isEmpty,
            groups.allSatisfy({
                $0.forecast >= 0 && $0.forecast <= 1 && $0.count > 0 && $0.hits >= 0
                    && $0.hits <= $0.count && $0.count < 1 << 40
            }), groups.count < 1 << 20
        else { return nil }
        var single: [Pool] = []
        for group in groups.sorted(by: { $0.forecast < $1.forecast }) {
            let place = group.forecast
            let pool = Pool(first: place, last: place, count: group.count, hits: group.hits)
            if let before = single.last, before.first == place {
                single[single.count - 1] = before.joined(pool)
            } else {
                single.append(pool)
            }
        }
        var pools: [Pool] = []
        for next in single {
            var pool = next
            while let before = pools.last, before.isNotBelow(pool) {
                pool = before.joined(pool)
                pools.removeLast()
            }
            pools.append(pool)
        }
        forecasts = pools.flatMap { $0.first < $0.last ? [$0.first, $0.last] : [$0.first] }
        rates = pools.flatMap { $0.first < $0.last ? [$0.rate, $0.rate] : [$0.rate] }
    }

    /// Whether a curve that was stored could have been fitted.
    var isSound: Bool { !forecasts.isEmpty && forecasts.count == rates.count }

    /// How often what is given this probability has happened, zero to one. Takes logarithmic time.
    package func corrected(_ forecast: Double) -> Double {
        var (low, high) = (0, forecasts.count)
        while low < high {
            let middle = low + (high - low) / 2
            if forecasts[middle] <= forecast { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return rates[0] }
        guard low < forecasts.count else { return rates[forecasts.count - 1] }
        let (left, right) = (forecasts[low - 1], forecasts[low])
        let share = (forecast - left) / (right - left)
        return rates[low - 1] + share * (rates[low] - rates[low - 1])
    }

    private struct Pool {
        let first: Double
        let last: Double
        let count: Int
        let hits: Int

        var rate: Double { Double(hits) / Double(count) }

        func joined(_ next: Pool) -> Pool {
            Pool(
                first: first, last: next.last, count: count + next.count, hits: hits + next.hits)
        }

        /// In whole numbers, so that no rounding decides.
        func isNotBelow(_ next: Pool) -> Bool {
            hits.multipliedFullWidth(by: next.count) >= next.hits.multipliedFullWidth(by: count)
        }
    }
}
