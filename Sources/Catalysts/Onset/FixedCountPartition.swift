/// The cut of a series into a given number of segments that costs least.
///
/// - Complexity: changes times the square of the number of values; memory changes times values.
/// - Ties: the earliest start of the last segment.
/// - Source: Fisher, *On Grouping for Maximum Homogeneity*, 1958.
/// - Checked against: every cut of short series, `OnsetPartitionTests`; `ruptures` (`Dynp`) and the flows of
///   the Nile, `Fixtures/Onset/partitions.csv`.
package struct FixedCountPartition: Hashable, Sendable {
    /// What a segment costs.
    package let cost: SegmentCost
    /// How many changes there are; zero or more.
    package let changes: Int
    /// The fewest values of a segment; one or more.
    package let minimumLength: Int

    /// A way to cut; changes are zero or more, the length one or more.
    package init(cost: SegmentCost = .squares, changes: Int, minimumLength: Int = 1) {
        precondition(changes >= 0, "changes are counted")
        precondition(minimumLength > 0, "a segment holds a value")
        self.cost = cost
        self.changes = changes
        self.minimumLength = minimumLength
    }

    /// The cheapest cut of the values, oldest first.
    ///
    /// - Output: `nil` where the segments need more values than there are, of more than 5,000 values or 100
    ///   changes, and of values that are not finite or beyond 1e100.
    package func callAsFunction(_ values: [Double]) -> Partition? {
        guard changes <= 100, values.count <= 5_000,
            values.count / minimumLength > changes,
            let sums = SegmentSums(values, cost: cost)
        else { return nil }
        let count = sums.count
        var best = (0...count).map { $0 < minimumLength ? .infinity : sums.cost(0, $0) }
        var starts: [[Int]] = []
        for change in 0..<changes {
            let layer = next(after: best, sums, from: (change + 2) * minimumLength)
            best = layer.best
            starts.append(layer.starts)
        }
        var places: [Int] = []
        var end = count
        for layer in starts.reversed() {
            end = layer[end]
            places.append(end)
        }
        return Partition(changes: places.reversed(), cost: best[count])
    }

    /// The cheapest cuts with one segment more.
    private func next(
        after best: [Double], _ sums: SegmentSums, from first: Int
    ) -> (best: [Double], starts: [Int]) {
        var cheapest = [Double](repeating: .infinity, count: best.count)
        var starts = [Int](repeating: 0, count: best.count)
        for end in first..<best.count {
            for start in first - minimumLength...end - minimumLength {
                let value = best[start] + sums.cost(start, end)
                if value < cheapest[end] { (cheapest[end], starts[end]) = (value, start) }
            }
        }
        return (cheapest, starts)
    }
}
