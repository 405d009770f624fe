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
    ///
    /// - Parameter large: from how many bars on the outputs are written past the cache.
    package mutating func update(
        high: Span<Double>, low: Span<Double>, close: Span<Double>,
        into outputs: inout MutableSpan<Double>, large: Int = LargeColumn.count
    ) {
        let count = outputs.count
        precondition(
            high.count == count && low.count == count && close.count == count,
            "columns of one length")
        var next = 0
        while next < count {
            if average.isAtBlock, next >= Octet.count, count - next >= Octet.count {
                updateOctets(high, low, close, &outputs, &next, isLarge: count >= large)
            } else {
                outputs[next] =
                    update(high: high[next], low: low[next], close: close[next]) ?? .nan
                next += 1
            }
        }
    }

    private mutating func updateOctets(
        _ high: Span<Double>, _ low: Span<Double>, _ close: Span<Double>,
        _ outputs: inout MutableSpan<Double>, _ next: inout Int, isLarge: Bool
    ) {
        func update<Writer: OctetWriter>(_ writer: Writer.Type) {
            updateOctets(high, low, close, &outputs, &next, writer)
        }
        switch isLarge ? outputs.span.taken(byLineAt: next) : 0 {
        case 1: update(StreamedOctets<LineTakingOne>.self)
        case 2: update(StreamedOctets<LineTakingTwo>.self)
        case 3: update(StreamedOctets<LineTakingThree>.self)
        case 4: update(StreamedOctets<LineTakingFour>.self)
        case 5: update(StreamedOctets<LineTakingFive>.self)
        case 6: update(StreamedOctets<LineTakingSix>.self)
        case 7: update(StreamedOctets<LineTakingSeven>.self)
        case 8: update(StreamedOctets<LineTakingEight>.self)
        default: update(StoredOctets.self)
        }
    }

    private mutating func updateOctets<Writer: OctetWriter>(
        _ high: Span<Double>, _ low: Span<Double>, _ close: Span<Double>,
        _ outputs: inout MutableSpan<Double>, _ next: inout Int, _: Writer.Type
    ) {
        var recursion = OctetRecursion(average.recursion)
        var index = next
        var writer = Writer(outputs.span, from: index)
        while outputs.count - index >= Octet.count {
            if Writer.isForLargeColumns {
                high.prefetch(after: index)
                low.prefetch(after: index)
                close.prefetch(after: index)
            }
            let before = Octet(close, at: index - 1)
            let ranges =
                Octet.larger(Octet(high, at: index), before)
                - Octet.smaller(Octet(low, at: index), before)
            let averages = recursion.averages(recursion.sums(ranges.abreast)).inRow
            writer.write(averages.finiteOrNaN, in: &outputs, at: index)
            index += Octet.count
        }
        writer.finish(in: &outputs, at: index)
        average.recursion.before = recursion.before
        range.previousClose = close[index - 1]
        next = index
    }
}
