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
    ///
    /// - Parameter large: from how many closes on the figures are written past the cache.
    package mutating func update(
        _ closes: Span<Double>, line: inout MutableSpan<Double>,
        signal signals: inout MutableSpan<Double>, histogram: inout MutableSpan<Double>,
        large: Int = LargeColumn.count
    ) {
        let count = closes.count
        precondition(
            line.count == count && signals.count == count && histogram.count == count,
            "columns of one length")
        var next = 0
        while next < count, next < Octet.count || !signal.isAtBlock {
            single(closes, &line, &signals, &histogram, &next)
        }
        if count - next >= Self.leastOctets * Octet.count {
            updateOctets(closes, &line, &signals, &histogram, &next, isLarge: count >= large)
        }
        while next < count { single(closes, &line, &signals, &histogram, &next) }
    }

    private mutating func single(
        _ closes: Span<Double>, _ line: inout MutableSpan<Double>,
        _ signals: inout MutableSpan<Double>, _ histogram: inout MutableSpan<Double>,
        _ next: inout Int
    ) {
        let reading = update(closes[next])
        line[next] = reading?.line ?? .nan
        signals[next] = reading?.signal ?? .nan
        histogram[next] = reading?.histogram ?? .nan
        next += 1
    }

    /// As many octets as are under way at a time.
    private static let leastOctets = 3

    private mutating func updateOctets(
        _ closes: Span<Double>, _ line: inout MutableSpan<Double>,
        _ signals: inout MutableSpan<Double>, _ histogram: inout MutableSpan<Double>,
        _ next: inout Int, isLarge: Bool
    ) {
        // Columns that lie differently across the lines of the cache are seldom, and stored.
        let cut = line.span.taken(byLineAt: next)
        let isAlike =
            signals.span.taken(byLineAt: next) == cut
            && histogram.span.taken(byLineAt: next) == cut
        func update<Writer: OctetWriter>(_ writer: Writer.Type) {
            updateOctets(closes, &line, &signals, &histogram, &next, writer)
        }
        switch isLarge && isAlike ? cut : 0 {
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

    /// Takes as many octets as there are, or none where a figure may be missing.
    private mutating func updateOctets<Writer: OctetWriter>(
        _ closes: Span<Double>, _ line: inout MutableSpan<Double>,
        _ signals: inout MutableSpan<Double>, _ histogram: inout MutableSpan<Double>,
        _ next: inout Int, _: Writer.Type
    ) {
        var octets = DistanceOctets(
            fast: fast.recursion, slow: slow.recursion, signal: signal.recursion,
            level: anchor ?? 0)
        var index = next
        var writers = DistanceWriters<Writer>(line.span, signals.span, histogram.span, from: index)
        octets.take(Octet(closes, at: index))
        octets.measure()
        octets.take(Octet(closes, at: index + Octet.count))
        while closes.count - index >= Self.leastOctets * Octet.count {
            if Writer.isForLargeColumns { closes.prefetch(after: index) }
            writers.write(octets.figures(), &line, &signals, &histogram, &index)
            octets.measure()
            octets.take(Octet(closes, at: index + Octet.count))
        }
        writers.write(octets.figures(), &line, &signals, &histogram, &index)
        octets.measure()
        writers.write(octets.figures(), &line, &signals, &histogram, &index)
        writers.finish(&line, &signals, &histogram, at: index)
        guard octets.isFinite else { return }
        fast.recursion.before = octets.fast.before
        slow.recursion.before = octets.slow.before
        signal.recursion.before = octets.signal.before
        next = index
    }
}
