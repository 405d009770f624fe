package import Market

/// Wilder's average of the true range: how far a bar carries.
///
/// - Input: candles, oldest first; reads high, low and close.
/// - Output: in quote currency, not negative; `nil` for the first `period` bars, as the first bar
///   has no close before it.
/// - Seed: the simple mean of the first `period` true ranges; it fades as `(1 - 1/period)^bars`.
/// - Flat market: 0.
/// - Source: Wilder, *New Concepts in Technical Trading Systems*, 1978.
/// - Checked against: TA-Lib's ATR within 1e-9 relative, `Fixtures/Indicators/atr.csv`.
package struct AverageTrueRange: Indicator {
    private var range = TrueRange()
    private var average: SeededAverage

    /// An average over about `period` bars; `period` must be positive.
    package init(period: Int) {
        average = .wilder(period: period)
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Double? {
        update(high: candle.high, low: candle.low, close: candle.close)
    }

    private mutating func update(high: Double, low: Double, close: Double) -> Double? {
        guard let range = range.update(high: high, low: low, close: close) else { return nil }
        return average.update(range)
    }

    /// The fold, compiled for this type.
    package consuming func outputs(for candles: [Candle]) -> [Double?] {
        folded(over: candles)
    }

    /// Takes the next bars as columns and writes the output at each, NaN where there is none; the
    /// same bits as bar by bar. All four columns must be of one length. Allocates nothing.
    package mutating func update(
        high: Span<Double>, low: Span<Double>, close: Span<Double>,
        into outputs: inout MutableSpan<Double>
    ) {
        let count = outputs.count
        precondition(
            high.count == count && low.count == count && close.count == count,
            "columns of one length")
        var next = 0
        while next < count {
            if average.isAtBlock, next > 0, count - next > Block.last {
                updateBlocks(high, low, close, &outputs, &next)
            } else {
                outputs[next] =
                    update(high: high[next], low: low[next], close: close[next]) ?? .nan
                next += 1
            }
        }
    }

    private mutating func updateBlocks(
        _ high: Span<Double>, _ low: Span<Double>, _ close: Span<Double>,
        _ outputs: inout MutableSpan<Double>, _ next: inout Int
    ) {
        var recursion = average.recursion
        var previousClose = close[next - 1]
        while outputs.count - next > Block.last {
            let highs = Block(high, at: next)
            let lows = Block(low, at: next)
            let closes = Block(close, at: next)
            let ranges = Block {
                TrueRange.range(
                    high: highs[$0], low: lows[$0],
                    previousClose: $0 == 0 ? previousClose : closes[$0 - 1])
            }
            previousClose = closes[Block.last]
            recursion.update(ranges).finiteOrNaN.store(in: &outputs, at: next)
            next += Block.scalarCount
        }
        average.recursion = recursion
        range.previousClose = previousClose
    }
}
