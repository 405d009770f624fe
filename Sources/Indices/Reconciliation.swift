package import Market
internal import Series

/// How two series of levels of what should be the same thing compare: ours and a provider's.
///
/// - Input: levels above zero by instant; instants that only one of them has are left out.
/// - Output: ratios, and differences of changes in points. Deviations are those of a sample (`n - 1`), `nil`
///   of fewer than two.
/// - Degenerate case: `nil` without a common instant; the changes are absent where no two common instants
///   are exactly a day apart.
/// - Checked against: pandas, `Fixtures/Indices/reconciliation.csv`, within 1e-9.
package struct Reconciliation: Hashable, Sendable {
    /// The changes over a day, ours less theirs.
    package struct Changes: Hashable, Sendable {
        /// How many days were compared; they overlap where instants are closer than a day.
        package let count: Int
        /// The mean difference, in points.
        package let mean: Double
        /// The standard deviation of the differences, in points.
        package let deviation: Double?
        /// The difference furthest from zero, in points; the earliest of equals.
        package let furthest: Double
        /// The instant at the end of that day.
        package let furthestAt: Timestamp
    }

    /// How many instants both have.
    package let count: Int
    /// The mean of ours over theirs.
    package let ratioMean: Double
    /// The standard deviation of ours over theirs.
    package let ratioDeviation: Double?
    /// The changes over a day; `nil` where no two instants are a day apart.
    package let dayChanges: Changes?

    /// Compares; levels that are not positive numbers are left out.
    package init?(ours: [Timestamp: Double], theirs: [Timestamp: Double]) {
        let pairs = ours.filter { $0.value.isSound }.compactMap { instant, level in
            theirs[instant].flatMap { $0.isSound ? (instant, (level, $0)) : nil }
        }
        .sorted { $0.0 < $1.0 }
        let ratios = pairs.map { $0.1.0 / $0.1.1 }
        guard let mean = Self.mean(ratios), mean.isFinite else { return nil }
        count = ratios.count
        ratioMean = mean
        ratioDeviation = Self.deviation(ratios)
        dayChanges = Self.changes(pairs)
    }

    private static func changes(_ pairs: [(Timestamp, (Double, Double))]) -> Changes? {
        let levels = Dictionary(uniqueKeysWithValues: pairs)
        let differences = pairs.compactMap { instant, now -> (Timestamp, Double)? in
            guard let before = levels[instant - .day] else { return nil }
            let difference = (now.0 / before.0 - 1) - (now.1 / before.1 - 1)
            return difference.isFinite ? (instant, difference) : nil
        }
        let values = differences.map(\.1)
        guard let mean = mean(values),
            let furthest = differences.max(by: { (abs($0.1), $1.0) < (abs($1.1), $0.0) })
        else { return nil }
        return Changes(
            count: values.count, mean: mean, deviation: deviation(values), furthest: furthest.1,
            furthestAt: furthest.0)
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.compensatedSum / Double(values.count)
    }

    private static func deviation(_ values: [Double]) -> Double? {
        guard values.count > 1, let mean = mean(values) else { return nil }
        let squares = values.map { ($0 - mean) * ($0 - mean) }.compensatedSum
        return (squares / Double(values.count - 1)).squareRoot()
    }
}
