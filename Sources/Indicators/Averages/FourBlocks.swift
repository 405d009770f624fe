/// The averages of a window over four blocks of a column at a time, each as long as the window.
///
/// The sums are those of `RollingAggregate`, to the last bit: a window is an end of the block before
/// and a start of this one. A sum waits for the one before it; four blocks, two to a register, do not
/// wait for each other. What takes longest is to divide, and meanwhile the ends are summed up that
/// the next four blocks need.
struct FourBlocks {
    static let count = 4

    private let period: Int
    private let divisor: Pair
    /// Where the blocks begin, and the blocks whose ends are summed up.
    private var block = 0
    private var endBlock: Int
    /// Where the first block is to be written.
    private var target = 0
    /// How many values of each block are done, from its start and from its end.
    private var done = 0
    private var starts = Sums()
    private var ends = Sums()
    /// Where the slots begin of the ends that belong to the blocks, and to the next.
    private var known: Int
    private var summed = 0

    /// Slots for the ends from each place of a block on, twice. Where a window is a whole block there
    /// is no end, which is a slot too.
    static func slots(period: Int) -> [Double] {
        [Double](repeating: -0.0, count: 2 * count * (period + 1))
    }

    /// For the blocks of `period` values from `first` on; there must be a block before.
    init(
        period: Int, from first: Int, of values: Span<Double>, _ slots: inout MutableSpan<Double>
    ) {
        precondition(
            first >= period && first + (Self.count - 1) * period <= values.count
                && slots.count == 2 * Self.count * (period + 1))
        self.period = period
        divisor = Pair(repeating: Double(period))
        known = slots.count / 2
        endBlock = first - period
        for _ in 0..<steps {
            sumEnds(values, &slots)
            done += 2
        }
    }

    /// How many numbers four blocks have.
    var length: Int { Self.count * period }

    /// How many steps four blocks take.
    var steps: Int { period / 2 }

    /// Turns to the four blocks from `block` on, to be written from `target` on into a column of
    /// `count` numbers.
    mutating func begin(at block: Int, of values: Span<Double>, target: Int, of count: Int) {
        precondition(
            block >= period && block + length <= values.count && target >= 0
                && target + length <= count, "blocks within the columns")
        self.block = block
        self.target = target
        // After the last four blocks no ends are needed, and any will do.
        endBlock = min(block + (Self.count - 1) * period, values.count - Self.count * period)
        done = 0
        starts = Sums()
        ends = Sums()
        swap(&known, &summed)
    }

    /// Writes the next two averages of each block, and sums up two ends.
    @inline(__always) mutating func step(
        _ values: Span<Double>, _ slots: inout MutableSpan<Double>,
        into column: inout MutableSpan<Double>
    ) {
        average(&starts.first, values, slots.span, into: &column, at: 0)
        average(&starts.second, values, slots.span, into: &column, at: 2)
        sumEnds(values, &slots)
        done &+= 2
    }

    /// Writes the last average of each block, where two at a time leave one.
    func finish(_ values: Span<Double>, into column: inout MutableSpan<Double>) {
        guard !period.isMultiple(of: 2) else { return }
        finish(starts.first, values, into: &column, at: 0)
        finish(starts.second, values, into: &column, at: 2)
    }

    @inline(__always) private func finish(
        _ start: Pair, _ values: Span<Double>, into column: inout MutableSpan<Double>, at lane: Int
    ) {
        let place = (lane &+ 1) &* period &- 1
        let last = SIMD2(values[block &+ place], values[block &+ place &+ period])
        let averages = ((start + Pair(last)) / divisor).finiteOrNaN.lanes
        column[target &+ place] = averages[0]
        column[target &+ place &+ period] = averages[1]
    }

    @inline(__always) private func average(
        _ start: inout Pair, _ values: Span<Double>, _ slots: Span<Double>,
        into column: inout MutableSpan<Double>, at lane: Int
    ) {
        let place = lane &* period &+ done
        let one = Pair(values, unchecked: block &+ place)
        let two = Pair(values, unchecked: block &+ place &+ period)
        let slot = known &+ Self.count &* (done &+ 1) &+ lane
        start = start + .firsts(one, two)
        let sooner = ((Pair(slots, unchecked: slot) + start) / divisor).finiteOrNaN
        start = start + .seconds(one, two)
        let later = ((Pair(slots, unchecked: slot &+ Self.count) + start) / divisor).finiteOrNaN
        Pair.firsts(sooner, later).store(in: &column, unchecked: target &+ place)
        Pair.seconds(sooner, later).store(in: &column, unchecked: target &+ place &+ period)
    }

    @inline(__always) private mutating func sumEnds(
        _ values: Span<Double>, _ slots: inout MutableSpan<Double>
    ) {
        sumEnds(&ends.first, values, &slots, at: 0)
        sumEnds(&ends.second, values, &slots, at: 2)
    }

    @inline(__always) private func sumEnds(
        _ end: inout Pair, _ values: Span<Double>, _ slots: inout MutableSpan<Double>, at lane: Int
    ) {
        let left = period &- 2 &- done
        let index = endBlock &+ lane &* period &+ left
        let one = Pair(values, unchecked: index)
        let two = Pair(values, unchecked: index &+ period)
        let slot = summed &+ Self.count &* left &+ lane
        end = end + .seconds(one, two)
        end.store(in: &slots, unchecked: slot &+ Self.count)
        end = end + .firsts(one, two)
        end.store(in: &slots, unchecked: slot)
    }
}

/// Sums of the first two blocks, and of the last two.
private struct Sums {
    var first = Pair(repeating: -0.0)
    var second = Pair(repeating: -0.0)
}
