/// A sum that carries what each addition rounded away, so that its error does not grow with length.
///
/// - Source: Neumaier, *Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen*, 1974.
/// - Checked against: exact integer sums, `CompensatedSumTests`.
package struct CompensatedSum: Sendable {
    private var sum = 0.0
    private var lost = 0.0

    /// An empty sum, which is zero.
    package init() {}

    /// Adds one term.
    package mutating func add(_ term: Double) {
        let next = sum + term
        // The smaller of the two is the one whose low digits were rounded away.
        lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
        sum = next
    }

    /// The sum so far.
    package var value: Double { sum + lost }
}

extension Sequence where Element == Double {
    /// The sum of the elements in their order, compensated.
    package var compensatedSum: Double {
        var sum = CompensatedSum()
        for term in self { sum.add(term) }
        return sum.value
    }
}

extension Collection where Element == Double {
    /// The middle value, or the mean of the two middle values; `nil` of nothing.
    package var median: Double? {
        guard !isEmpty else { return nil }
        let ordered = sorted()
        let middle = ordered.count / 2
        return ordered.count % 2 == 1
            ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2
    }
}
