/// `MovingAverageConvergenceDivergence` over whole octets, the same bits, in three steps.
///
/// Each step waits for the one before, and the processor cannot look far enough ahead to find other
/// work meanwhile. So three octets are under way at a time, each a step behind the other.
struct DistanceOctets {
    /// The three figures of eight bars.
    struct Figures {
        let line, signal, histogram: Octet
    }

    private(set) var fast, slow, signal: OctetRecursion
    private let level: Octet
    private var fastSums, slowSums: Octet
    private var lines, lineSums: Octet
    private var total = Pair(repeating: 0)

    /// The averages as they stand before the first octet; `level` is taken off every close.
    init(fast: BlockRecursion, slow: BlockRecursion, signal: BlockRecursion, level: Double) {
        self.fast = OctetRecursion(fast)
        self.slow = OctetRecursion(slow)
        self.signal = OctetRecursion(signal)
        self.level = Octet(repeating: level)
        let zero = Octet(repeating: 0)
        (fastSums, slowSums, lines, lineSums) = (zero, zero, zero, zero)
    }

    /// Whether all figures so far are finite; perhaps `false` where they are and very large. Adding
    /// up keeps what is not finite, and costs less than looking at each.
    var isFinite: Bool { (total.lanes[0] + total.lanes[1]).isFinite }

    /// The first step: takes the next closes.
    @inline(__always) mutating func take(_ closes: Octet) {
        let values = (closes - level).abreast
        fastSums = fast.sums(values)
        slowSums = slow.sums(values)
    }

    /// The second step: the line at the closes last taken.
    @inline(__always) mutating func measure() {
        lines = fast.averages(fastSums) - slow.averages(slowSums)
        lineSums = signal.sums(lines)
    }

    /// The third step: the figures of the line last measured.
    @inline(__always) mutating func figures() -> Figures {
        let averages = signal.averages(lineSums).inRow
        let line = lines.inRow
        let histogram = line - averages
        let half = histogram.first + histogram.second
        total = total + (half + (histogram.third + histogram.fourth))
        return Figures(line: line, signal: averages, histogram: histogram)
    }
}
