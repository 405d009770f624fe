internal import Series

/// The levels of one side by how far away they are, with what lies up to each.
struct LevelLadder: Hashable, Sendable {
    /// Ticks the price has to move to reach a level, rising; below zero where it is passed already.
    let distances: [Int]
    /// The notional up to each level, it included.
    let sums: [Double]

    /// A ladder of notional by distance, in any order.
    init(_ levels: [(distance: Int, notional: Double)]) {
        // Sorted by amount too, so that the sum does not depend on the order they came in.
        let sorted = levels.filter { $0.notional > 0 }
            .sorted { ($0.distance, $0.notional) < ($1.distance, $1.notional) }
        var distances: [Int] = []
        var sums: [Double] = []
        var sum = CompensatedSum()
        for level in sorted {
            sum.add(level.notional)
            // A last bit may not make the sum fall: the search for an equilibrium leans on it.
            let upTo = max(sums.last ?? 0, sum.value)
            if distances.last == level.distance {
                sums[sums.count - 1] = upTo
            } else {
                distances.append(level.distance)
                sums.append(upTo)
            }
        }
        self.distances = distances
        self.sums = sums
    }

    /// How many levels lie within a distance.
    func count(within distance: Int) -> Int {
        var (low, high) = (0, distances.count)
        while low < high {
            let middle = (low + high) / 2
            if distances[middle] <= distance { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The notional within a distance.
    func sum(within distance: Int) -> Double {
        let count = count(within: distance)
        return count > 0 ? sums[count - 1] : 0
    }
}
