/// The distance between a fast and a slow exponential average, and the average of that distance.
///
/// - Input: closes, oldest first, one a bar.
/// - Output: in quote currency, of either sign; `nil` for the first `slow + signal - 2` bars, until
///   all three figures are known.
/// - Seed: both averages start at the same bar, so the fast one from the mean of the `fast` closes
///   that end there, as in TA-Lib; charts that start it earlier agree once the seed has faded.
/// - Flat market: 0, 0 and 0.
/// - Source: Appel, *The Moving Average Convergence-Divergence Trading Method*, 1979.
/// - Checked against: TA-Lib's MACD within 1e-9 relative, `Fixtures/Indicators/macd.csv`.
package struct MovingAverageConvergenceDivergence: Indicator {
    /// The three figures of a bar.
    package struct Reading: Hashable, Sendable {
        /// The fast average less the slow one, in quote currency.
        package let line: Double
        /// The exponential average of the line, in quote currency.
        package let signal: Double
        /// The line less its signal, in quote currency.
        package let histogram: Double
    }

    private var fast: ExponentialMovingAverage
    private var slow: ExponentialMovingAverage
    private var signal: ExponentialMovingAverage
    /// How many bars the fast average still has to let pass.
    private var waiting: Int

    /// The customary 12, 26 and 9; periods must be positive and `fast` below `slow`.
    package init(fast: Int = 12, slow: Int = 26, signal: Int = 9) {
        precondition(fast < slow, "the fast average must span fewer bars than the slow one")
        self.fast = ExponentialMovingAverage(period: fast)
        self.slow = ExponentialMovingAverage(period: slow)
        self.signal = ExponentialMovingAverage(period: signal)
        waiting = slow - fast
    }

    /// Takes the next close.
    package mutating func update(_ close: Double) -> Reading? {
        let slowAverage = slow.update(close)
        if waiting > 0 {
            waiting -= 1
            return nil
        }
        guard let fastAverage = fast.update(close), let slowAverage,
            let line = (fastAverage - slowAverage).finite, let average = signal.update(line),
            let histogram = (line - average).finite
        else { return nil }
        return Reading(line: line, signal: average, histogram: histogram)
    }

    /// The fold, compiled for this type.
    package consuming func outputs(for closes: [Double]) -> [Reading?] {
        folded(over: closes)
    }
}
