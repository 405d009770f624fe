/// What a stretch of consecutive elements amounts to, such that two neighbouring stretches can be
/// joined.
protocol WindowSummary: Sendable {
    associatedtype Element

    /// The summary of one element.
    init(_ element: Element)

    /// The summary of `older` followed by `newer`; joining must be associative.
    static func joining(_ older: Self, _ newer: Self) -> Self
}

/// The summary of the last `period` elements, in constant time an element and without taking any
/// off again.
///
/// Time is cut into blocks of `period` elements. A window is the end of one block and the start of
/// the next: the ends are summed up backwards once a block is whole, the start grows element by
/// element. As nothing is ever subtracted, what has left the window leaves no trace, and a summary
/// may be one that cannot be undone, like a maximum.
///
/// - Cost: three joinings an element, amortised; no allocation after the first block.
/// - Source: van Herk, *A fast algorithm for local minimum and maximum filters on rectangular and
///   octagonal kernels*, 1992; for joinings at large, Tangwongsan, Hirzel and Schneider,
///   *Low-Latency Sliding-Window Aggregation in Worst-Case Constant Time*, 2017.
struct RollingAggregate<Summary: WindowSummary>: Sendable {
    private let period: Int
    /// From `position` on, summaries of the last whole block from there to its end; before it, the
    /// elements of the block under way.
    private var slots: [Summary] = []
    private var position = 0
    /// The summary of the block under way.
    private var underWay: Summary?
    private var isFull = false

    /// A window of `period` elements, which must be positive.
    init(period: Int) {
        precondition(period > 0, "a window must span at least one bar")
        self.period = period
        slots.reserveCapacity(period)
    }

    /// Takes the next element; answers `nil` while there have been fewer than `period`.
    mutating func update(_ element: Summary.Element) -> Summary? {
        let single = Summary(element)
        if isFull { slots[position] = single } else { slots.append(single) }
        position += 1
        let start = underWay.map { Summary.joining($0, single) } ?? single
        if position == period {
            closeBlock()
            return start
        }
        underWay = start
        return isFull ? Summary.joining(slots[position], start) : nil
    }

    /// Forgets every element, as if there had been none.
    mutating func reset() {
        slots.removeAll(keepingCapacity: true)
        position = 0
        underWay = nil
        isFull = false
    }

    /// How many elements the block under way still lacks; none where it has not begun.
    var missing: Int { position == 0 ? 0 : period - position }

    private mutating func closeBlock() {
        var rest = slots[period - 1]
        for index in stride(from: period - 2, through: 0, by: -1) {
            rest = Summary.joining(slots[index], rest)
            slots[index] = rest
        }
        position = 0
        underWay = nil
        isFull = true
    }
}
