/// Writes the figures of `MovingAverageConvergenceDivergence` into their three columns.
struct DistanceWriters<Writer: OctetWriter> {
    private var line, signal, histogram: Writer

    /// For the octets from `index` on; there must be one before.
    @inline(__always) init(
        _ line: Span<Double>, _ signal: Span<Double>, _ histogram: Span<Double>, from index: Int
    ) {
        self.line = Writer(line, from: index)
        self.signal = Writer(signal, from: index)
        self.histogram = Writer(histogram, from: index)
    }

    /// Takes the figures of the next octet, which begins at `index`, and moves past it.
    @inline(__always) mutating func write(
        _ figures: DistanceOctets.Figures, _ lines: inout MutableSpan<Double>,
        _ signals: inout MutableSpan<Double>, _ histograms: inout MutableSpan<Double>,
        _ index: inout Int
    ) {
        line.write(figures.line, in: &lines, at: index)
        signal.write(figures.signal, in: &signals, at: index)
        histogram.write(figures.histogram, in: &histograms, at: index)
        index += Octet.count
    }

    /// Writes what is still held back; `index` is where the next octet would begin.
    @inline(__always) func finish(
        _ lines: inout MutableSpan<Double>, _ signals: inout MutableSpan<Double>,
        _ histograms: inout MutableSpan<Double>, at index: Int
    ) {
        line.finish(in: &lines, at: index)
        signal.finish(in: &signals, at: index)
        histogram.finish(in: &histograms, at: index)
    }
}
