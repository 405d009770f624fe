internal import Series
internal import Significance

/// Residuals of one moment, centred and scaled, with the volatility to start from.
///
/// The mean of the closes is taken out, so that no drift of the past is carried into the future; extremes,
/// which lie halfway through a bar on average, give up half of it. The estimate of volatility is scaled so that
/// residuals have a mean square of one: it is right on average over the history, and variance neither grows nor
/// fades along a simulated path because the estimate is biased.
package struct ResidualPool: Sendable {
    let closes: [Double]
    let highs: [Double]
    let lows: [Double]
    /// The recursion for scaled variances.
    let law: VarianceLaw
    /// The variance to be expected of the next bar.
    let nextVariance: Double

    /// How many bars there are to draw from.
    package var count: Int { closes.count }
    /// The standard deviation to be expected of the next bar's logarithm, above zero.
    package var nextVolatility: Double { nextVariance.squareRoot() }

    /// The standard deviation a bar to be expected over the next bars: the root of the mean variance.
    package func volatility(overSteps steps: Int) -> Double {
        law.meanVariance(from: nextVariance, steps: steps).squareRoot()
    }

    /// The mean block length that the residuals themselves call for; the usual one where they do not say.
    package var automaticBlockLength: Double {
        BlockLength.keepingSpells(closes) ?? FilteredHistoricalSimulation.usualBlockLength
    }

    /// Residuals that are centred and scaled already.
    init(
        closes: [Double], highs: [Double], lows: [Double], law: VarianceLaw, nextVariance: Double
    ) {
        self.closes = closes
        self.highs = highs
        self.lows = lows
        self.law = law
        self.nextVariance = nextVariance
    }

    init?(_ history: ResidualHistory) {
        let count = min(history.window, history.closes.count)
        guard count >= ResidualHistory.minimumResiduals else { return nil }
        let range = (history.closes.count - count)..<history.closes.count
        let closes = history.closes[range]
        let mean = closes.compensatedSum / Double(count)
        let square = closes.map { ($0 - mean) * ($0 - mean) }.compensatedSum / Double(count)
        let next = square * history.variance
        guard next > 0, next.isFinite, square > 0, square.isFinite else { return nil }
        let scale = 1 / square.squareRoot()
        self.closes = closes.map { ($0 - mean) * scale }
        highs = zip(history.highs[range], self.closes).map { high, close in
            max((high - mean / 2) * scale, max(close, 0))
        }
        lows = zip(history.lows[range], self.closes).map { low, close in
            min((low - mean / 2) * scale, min(close, 0))
        }
        let old = history.law
        law = VarianceLaw(omega: square * old.omega, alpha: old.alpha, beta: old.beta)
        nextVariance = next
    }
}
