/// Indicators with a name of their own.
package enum IndicatorName: String, Hashable, Sendable, CaseIterable {
    /// The simple moving average, and moving averages that say no more.
    case simpleMovingAverage
    /// The exponential moving average.
    case exponentialMovingAverage
    /// The relative strength index.
    case relativeStrengthIndex
    /// Moving average convergence divergence.
    case convergenceDivergence
    /// The fear and greed index.
    case fearAndGreed
}
