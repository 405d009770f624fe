/// The places where the last segment may still start, a column for each of their properties.
struct OpenStarts {
    private let sums: SegmentSums
    private var places: [Int] = []
    /// What everything before a place costs.
    private var best: [Double] = []
    /// The same with a segment from there to the present end.
    private var values: [Double] = []
    /// The last end for which a place may be the best.
    private var lastEnds: [Int] = []
    private var moments = SegmentMoments()
    /// The largest of the values.
    private var largest = -Double.infinity
    /// The first end at which a place is to be dropped.
    private var nextDrop = Int.max

    init(_ sums: SegmentSums) {
        self.sums = sums
    }

    /// Opens a place, later than all before.
    mutating func add(_ place: Int, best cost: Double) {
        places.append(place)
        best.append(cost)
        values.append(0)
        lastEnds.append(.max)
        moments.append(sums, place)
    }

    /// The cheapest cut that ends here, and where its last segment starts; the earliest of equals.
    mutating func cheapest(endingAt end: Int) -> (value: Double, place: Int) {
        sums.fill(&values, best, moments, places, end)
        let (least, most) = values.withUnsafeBufferPointer(Self.extremes)
        largest = most
        let found = values.firstIndex(of: least)
        return (least, found.map { places[$0] } ?? 0)
    }

    /// Marks the places that cost at least `limit` up to this end, and drops those marked `delay` ends ago.
    mutating func prune(at end: Int, from limit: Double, keeping delay: Int) {
        guard largest >= limit || nextDrop <= end else { return }
        nextDrop = .max
        var kept = 0
        for index in places.indices {
            if values[index] >= limit { lastEnds[index] = min(lastEnds[index], end + delay) }
            guard lastEnds[index] > end else { continue }
            nextDrop = min(nextDrop, lastEnds[index])
            places[kept] = places[index]
            best[kept] = best[index]
            lastEnds[kept] = lastEnds[index]
            moments.move(index, to: kept)
            kept += 1
        }
        let gone = places.count - kept
        places.removeLast(gone)
        best.removeLast(gone)
        lastEnds.removeLast(gone)
        values.removeLast(gone)
        moments.removeLast(gone)
    }

    /// The least and the largest value, several at once.
    private static func extremes(
        _ values: UnsafeBufferPointer<Double>
    ) -> (least: Double, most: Double) {
        var least = SIMD8<Double>(repeating: .infinity)
        var most = SIMD8<Double>(repeating: -.infinity)
        let whole = values.count / 8 * 8
        for index in stride(from: 0, to: whole, by: 8) {
            var lane = SIMD8<Double>()
            for offset in 0..<8 { lane[offset] = values[index + offset] }
            least.replace(with: lane, where: lane .< least)
            most.replace(with: lane, where: lane .> most)
        }
        return values[whole...].reduce((least.min(), most.max())) { (min($0.0, $1), max($0.1, $1)) }
    }
}
