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

    private var fast: SeededAverage
    private var slow: SeededAverage
    private var signal: SeededAverage
    /// The first close, which is taken off every close: the distance of two averages does not feel
    /// it, and a flat market is exactly flat.
    private var anchor: Double?
    /// How many bars the fast average still has to let pass.
    private var waiting: Int

    /// The customary 12, 26 and 9; periods must be positive and `fast` below `slow`.
    package init(fast: Int = 12, slow: Int = 26, signal: Int = 9) {
        precondition(fast < slow, "the fast average must span fewer bars than the slow one")
        self.fast = .exponential(period: fast)
        self.slow = .exponential(period: slow)
        // The first line comes with the last value of the seeds; from there on all blocks agree.
        self.signal = .exponential(
            period: signal, firstBlock: Block.scalarCount - (signal - 1) % Block.scalarCount)
        waiting = slow - fast
    }

    /// Takes the next close.
    package mutating func update(_ close: Double) -> Reading? {
        let level = anchor ?? close
        anchor = level
        let slowAverage = slow.advance(close - level)
        if waiting > 0 {
            waiting -= 1
            return nil
        }
        let line = fast.advance(close - level) - slowAverage
        guard slow.isSeeded else { return nil }
        let average = signal.advance(line)
        guard let histogram = (line - average).finite else { return nil }
        return Reading(line: line, signal: average, histogram: histogram)
    }

    /// The fold, compiled for this type.
    package consuming func outputs(for closes: [Double]) -> [Reading?] {
        folded(over: closes)
    }

    /// Takes the next closes and writes the three figures of each, NaN where there are none; the
    /// same bits as close by close. All columns must be of one length. Allocates nothing.
    package mutating func update(
        _ closes: Span<Double>, line: inout MutableSpan<Double>,
        signal signals: inout MutableSpan<Double>, histogram: inout MutableSpan<Double>
    ) {
        let count = closes.count
        precondition(
            line.count == count && signals.count == count && histogram.count == count,
            "columns of one length")
        var next = 0
        while next < count {
            if signal.isAtBlock, count - next > Block.last {
                updateBlocks(closes, &line, &signals, &histogram, &next)
            } else {
                let reading = update(closes[next])
                line[next] = reading?.line ?? .nan
                signals[next] = reading?.signal ?? .nan
                histogram[next] = reading?.histogram ?? .nan
                next += 1
            }
        }
    }

    private mutating func updateBlocks(
        _ closes: Span<Double>, _ line: inout MutableSpan<Double>,
        _ signals: inout MutableSpan<Double>, _ histogram: inout MutableSpan<Double>,
        _ next: inout Int
    ) {
        var (fasts, slows, averages) = (fast.recursion, slow.recursion, signal.recursion)
        let level = anchor ?? 0
        while closes.count - next > Block.last {
            let values = Block(closes, at: next) - level
            let lines = fasts.update(values) - slows.update(values)
            let signal = averages.update(lines)
            let distances = lines - signal
            // Where one figure is missing all are.
            let missing = distances - distances
            (lines + missing).store(in: &line, at: next)
            (signal + missing).store(in: &signals, at: next)
            (distances + missing).store(in: &histogram, at: next)
            next += Block.scalarCount
        }
        (fast.recursion, slow.recursion, signal.recursion) = (fasts, slows, averages)
    }
}
