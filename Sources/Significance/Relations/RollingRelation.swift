/// Correlation and beta over each window of some bars: whether an asset has come closer to the
/// market.
///
/// - Input: returns as ratios of the same bars, both oldest first.
/// - Output: one a bar, from that bar and those before it; `nil` until the window is full, where
///   the market (for a correlation: or the asset) never moved in it, or where a number in it is not
///   finite.
/// - Time: returns times window; each window is summed anew, so nothing is left of what has passed.
/// - Checked against: numpy, relative 1e-11, `Fixtures/Significance/rolling.csv`.
package struct RollingRelation: Hashable, Sendable {
    /// Pearson's correlation over the window that ends with each bar.
    package let correlations: [Double?]
    /// The slope by least squares over the window that ends with each bar.
    package let betas: [Double?]

    /// Measures all windows of a length from two up; `nil` of a shorter one or of unequal counts.
    package init?(returns: [Double], market: [Double], window: Int) {
        guard window > 1, returns.count == market.count else { return nil }
        let moments = returns.indices.map { last -> PairMoments? in
            let first = last - window + 1
            return first < 0 ? nil : PairMoments(returns[first...last], market[first...last])
        }
        correlations = moments.map { $0?.correlation }
        betas = moments.map { $0?.beta }
    }
}
