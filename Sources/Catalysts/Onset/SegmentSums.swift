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
    /// By place, the sum of the values before it.
    let sums: [Double]
    /// By place, the sum of the squares of the values before it.
    let squares: [Double]
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

    /// For each place, its cost `best` and that of a segment from there to an end.
    func fill(
        _ values: inout [Double], _ best: [Double], _ moments: SegmentMoments, _ places: [Int],
        _ end: Int
    ) {
        guard case .squares = cost else {
            for index in places.indices { values[index] = best[index] + cost(places[index], end) }
            return
        }
        let (sum, square, place) = (sums[end], squares[end], Double(end))
        let count = values.count
        // Without bounds checks in its way the loop takes several places an instruction.
        values.withUnsafeMutableBufferPointer { values in
            best.withUnsafeBufferPointer { best in
                moments.sums.withUnsafeBufferPointer { sums in
                    moments.squares.withUnsafeBufferPointer { squares in
                        moments.places.withUnsafeBufferPointer { places in
                            for index in 0..<count {
                                let part = sum - sums[index]
                                let spread =
                                    square - squares[index] - part * part / (place - places[index])
                                values[index] = best[index] + (spread > 0 ? spread : 0)
                            }
                        }
                    }
                }
            }
        }
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
