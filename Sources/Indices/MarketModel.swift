internal import Series

/// How an asset or sector answers to the market: `return = alpha + beta x market return`, by least squares.
///
/// Fitted on returns before the window it is used on, so that the window does not explain itself.
///
/// - Input: returns as ratios, both of the same bars in the same order; at least `minimumBars`.
/// - Output: `beta` without unit, any sign; `betaError` its standard error.
/// - Degenerate case: a market that never moved has no beta; the model is `nil`.
/// - Source: MacKinlay, *Event Studies in Economics and Finance*, 1997, equation 3.
/// - Checked against: numpy's least squares within 1e-9, `MarketModelTests`.
package struct MarketModel: Hashable, Sendable {
    /// The slope.
    package let beta: Double
    /// The standard error of the slope.
    package let betaError: Double
    /// How many returns it was fitted on.
    package let bars: Int

    /// Fewer returns than this fit nothing worth printing: three days of hours.
    package static let minimumBars = 72

    /// Fits the model.
    package init?(returns: [Double], market: [Double]) {
        precondition(returns.count == market.count, "returns must be of the same bars")
        let count = Double(returns.count)
        guard returns.count >= Self.minimumBars else { return nil }
        let mean = returns.compensatedSum / count
        let marketMean = market.compensatedSum / count
        let spread = market.map { ($0 - marketMean) * ($0 - marketMean) }.compensatedSum
        // The mean of equal numbers can miss them by a rounding, so the spread alone does not tell.
        guard spread > 0, market.min() != market.max() else { return nil }
        let joint = zip(returns, market).map { ($0 - mean) * ($1 - marketMean) }.compensatedSum
        let slope = joint / spread
        let unexplained = zip(returns, market).map { value, market in
            let error = value - mean - slope * (market - marketMean)
            return error * error
        }
        beta = slope
        betaError = (unexplained.compensatedSum / (count - 2) / spread).squareRoot()
        bars = returns.count
    }

    /// A move less what the market's move explains, with two standard errors of beta to either side.
    package func abnormal(
        _ change: Double, market: Double
    ) -> (value: Double, low: Double, high: Double) {
        let value = change - beta * market
        let error = 2 * betaError * abs(market)
        return (value, value - error, value + error)
    }
}
