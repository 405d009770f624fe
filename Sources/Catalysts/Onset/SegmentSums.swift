#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Series

/// Running sums of a series and of its squares, from which any segment's cost takes constant time.
///
/// The sums are of deviations from the mean of all, so that a level far from zero costs no digits.
struct SegmentSums {
    private let sums: [Double]
    private let squares: [Double]
    private let cost: SegmentCost

    /// The sums; `nil` where a value is not finite or beyond 1e100, or a floor is not above zero.
    init?(_ values: [Double], cost: SegmentCost) {
        guard values.allSatisfy(Deviations.isUsable) else { return nil }
        if case .normal(let floor) = cost { guard floor > 0, floor.isFinite else { return nil } }
        self.cost = cost
        let first = values.first ?? 0
        let mean =
            first + values.lazy.map { $0 - first }.compensatedSum / Double(max(values.count, 1))
        sums = Self.running(values.lazy.map { $0 - mean })
        squares = Self.running(values.lazy.map { ($0 - mean) * ($0 - mean) })
    }

    /// How many values there are.
    var count: Int { sums.count - 1 }

    /// What the values from `start` up to `end`, excluded, cost as one segment; zero or more of squares.
    @inline(__always)
    func cost(_ start: Int, _ end: Int) -> Double {
        let length = Double(end - start)
        let sum = sums[end] - sums[start]
        let spread = max(0, squares[end] - squares[start] - sum * sum / length)
        guard case .normal(let floor) = cost else { return spread }
        let variance = max(spread / length, floor)
        return length * log(variance) + spread / variance
    }

    private static func running(_ terms: some Sequence<Double>) -> [Double] {
        var sum = CompensatedSum()
        return [0]
            + terms.map { term in
                sum.add(term)
                return sum.value
            }
    }
}
