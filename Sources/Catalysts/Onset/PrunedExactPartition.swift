/// The cut of a series into segments that costs least, where every change costs a penalty (PELT).
///
/// Least of all cuts, not of those a search came by: starts of a segment are dropped only once a later
/// start is at least as good for every end to come.
///
/// - Complexity: linear time in the number of values where changes keep coming, and quadratic where
///   there are none: a start is dropped only by a change. Linear memory. A hundred thousand values took 0.2
///   seconds with a change every 500, and 8.6 without any.
/// - Ties: the earliest start of the last segment.
/// - Source: Killick, Fearnhead and Eckley, *Optimal Detection of Changepoints With a Linear Computational
///   Cost*, 2012. With segments of at least `m` values a start is kept `m` more steps after it is beaten,
///   because until then the start that beat it cannot be used.
/// - Checked against: every cut of short series, `OnsetPartitionTests`, and `ruptures` (`Pelt`, `Dynp`),
///   the same changes and costs within 1e-9, `Fixtures/Onset/partitions.csv`.
package struct PrunedExactPartition: Hashable, Sendable {
    /// What a segment costs.
    package let cost: SegmentCost
    /// What a change costs; zero or more.
    package let penalty: Double
    /// The fewest values of a segment; one or more.
    package let minimumLength: Int

    /// A way to cut; the penalty is finite and zero or more, the length one or more.
    package init(cost: SegmentCost = .squares, penalty: Double, minimumLength: Int = 1) {
        precondition(penalty >= 0 && penalty.isFinite, "a penalty is zero or more")
        precondition(minimumLength > 0, "a segment holds a value")
        self.cost = cost
        self.penalty = penalty
        self.minimumLength = minimumLength
    }

    /// The cheapest cut of the values, oldest first.
    ///
    /// - Output: `nil` of fewer values than one segment holds, of more than 200,000, and of ones that are
    ///   not finite or beyond 1e100.
    package func callAsFunction(_ values: [Double]) -> Partition? {
        guard values.count >= minimumLength, values.count <= Self.most,
            let sums = SegmentSums(values, cost: cost)
        else { return nil }
        let starts = lastStarts(sums)
        var changes: [Int] = []
        var (end, total) = (sums.count, 0.0)
        while end > 0 {
            total += sums.cost(starts[end], end)
            end = starts[end]
            if end > 0 { changes.append(end) }
        }
        return Partition(changes: changes.reversed(), cost: total)
    }

    /// More values than this could keep a machine busy for minutes.
    static let most = 200_000

    /// For each end, where the last segment of the cheapest cut up to it starts.
    private func lastStarts(_ sums: SegmentSums) -> [Int] {
        let count = sums.count
        var best = [Double](repeating: .infinity, count: count + 1)
        var starts = [Int](repeating: 0, count: count + 1)
        best[0] = -penalty
        var open = OpenStarts(sums)
        for end in minimumLength...count {
            let newest = end - minimumLength
            if best[newest].isFinite { open.add(newest, best: best[newest]) }
            let cheapest = open.cheapest(endingAt: end)
            best[end] = cheapest.value + penalty
            starts[end] = cheapest.place
            open.prune(at: end, from: best[end], keeping: minimumLength - 1)
        }
        return starts
    }
}
