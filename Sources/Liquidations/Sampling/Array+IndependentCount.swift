internal import Series

extension Array<Double> {
    /// How many independent numbers these are worth, which were drawn one after another: at most their count, and
    /// zero of fewer than four.
    ///
    /// Numbers that are all alike are worth their count.
    ///
    /// - Complexity: count times the lags whose correlations count.
    /// - Source: Geyer, *Practical Markov Chain Monte Carlo*, 1992, the initial positive sequence.
    var independentCount: Double {
        guard count >= 4 else { return 0 }
        let mean = compensatedSum / Double(count)
        let parts = map { $0 - mean }
        func covariance(_ lag: Int) -> Double {
            zip(parts, parts.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let variance = covariance(0)
        guard variance > 0 else { return Double(count) }
        var time = -1.0
        for lag in stride(from: 0, to: count - 1, by: 2) {
            let pair = (covariance(lag) + covariance(lag + 1)) / variance
            guard pair > 0 else { break }
            time += 2 * pair
        }
        return Double(count) / Swift.max(time, 1)
    }
}
