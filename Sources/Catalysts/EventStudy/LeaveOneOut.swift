package import Market
internal import Series

/// How much a finding hangs on any single member: Kolari and Pynnönen's t without each in turn.
///
/// - Time: the square of the members times the bars of the estimation.
/// - Degenerate case: `nil` with fewer than three members, or where one is left without a t.
package struct LeaveOneOut: Hashable, Sendable {
    /// A t, and the member it is without.
    package struct Extreme: Hashable, Sendable {
        /// The t.
        package let statistic: Double
        /// The member that was left out.
        package let without: AssetID
    }

    /// The least t; the first by name of equals.
    package let lowest: Extreme
    /// The greatest; the first by name of equals.
    package let highest: Extreme
    /// The least and the greatest mean abnormal return without one.
    package let meanAbnormal: ClosedRange<Double>
    private let largestLower: Double
    private let largestUpper: Double

    /// Leaves each member of a study out in turn.
    package init?(_ study: AbnormalReturns) {
        guard study.members.count > 2 else { return nil }
        let tests = study.members.indices.compactMap { study.kolariPynnonen(without: $0) }
        let sum = study.members.map(\.abnormal).compensatedSum
        let means = study.members.map { (sum - $0.abnormal) / Double(study.members.count - 1) }
        let named = zip(tests, study.members).map {
            Extreme(statistic: $0.statistic, without: $1.asset)
        }
        guard tests.count == study.members.count,
            let lowest = named.min(by: { ($0.statistic, $0.without) < ($1.statistic, $1.without) }),
            let highest = named.max(by: { ($0.statistic, $1.without) < ($1.statistic, $0.without) }
            ),
            let least = means.min(), let most = means.max()
        else { return nil }
        self.lowest = lowest
        self.highest = highest
        meanAbnormal = least...most
        largestLower = tests.map(\.lower).max() ?? 1
        largestUpper = tests.map(\.upper).max() ?? 1
    }

    /// The greatest p-value to a move's side without one.
    package func largestPValue(towards direction: MoveDirection) -> Double {
        direction == .fall ? largestLower : largestUpper
    }
}
