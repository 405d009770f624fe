package import Market
internal import Series

/// A group's abnormal returns over one event, asset by asset, and everyone else's beside them.
package struct AbnormalReturns: Sendable {
    /// An asset that has no place in the study.
    package struct Exclusion: Hashable, Sendable {
        /// The asset.
        package let asset: AssetID
        /// Why.
        package let reason: StaleRule.Reason
    }

    /// The shape of the windows.
    package let window: StudyWindow
    /// The bar after the event's last.
    package let end: Int
    /// The group's members that stand, by name.
    package let members: [AssetStanding]
    /// All other assets that stand, by name.
    package let others: [AssetStanding]
    /// Those that do not, group and others, by name.
    package let exclusions: [Exclusion]
    /// Each member's abnormal return in every bar of the event.
    package let bars: [[Double]]
    /// Each member's residuals in the estimation window, NaN where absent.
    let residuals: [[Double]]

    /// The mean of the members' abnormal returns over the whole event, a logarithm.
    package var meanAbnormal: Double {
        members.map(\.abnormal).compensatedSum / Double(members.count)
    }

    /// The mean abnormal return from the event's start to the end of each bar.
    package var path: [Double] {
        var sum = CompensatedSum()
        return (0..<window.length).map { bar in
            sum.add(bars.map { $0[bar] }.compensatedSum / Double(bars.count))
            return sum.value
        }
    }

    /// What two members' residuals have in common on average; `nil` of a single member.
    package var meanCorrelation: Double? { residualSums(without: nil).meanCorrelation }

    /// The residuals of the members but one put together.
    func residualSums(without left: Int?) -> ResidualSums {
        var sums = ResidualSums(bars: window.estimation)
        for (place, member) in members.enumerated() where place != left {
            sums.add(residuals[place], mean: member.residualMean, scale: member.residualScale)
        }
        return sums
    }

    /// The share of members among the assets that went furthest a move's way: the quarter of all
    /// that stand with the most extreme standardised abnormal returns, equals by name.
    ///
    /// A quarter is what chance gives.
    package func tailShare(towards direction: MoveDirection) -> Double {
        let own = members.map { (score: -direction.sign * $0.standardized, $0.asset, true) }
        let rest = others.map { (score: -direction.sign * $0.standardized, $0.asset, false) }
        let ordered = (own + rest).sorted { ($0.score, $0.1) < ($1.score, $1.1) }
        let size = (ordered.count + 3) / 4
        let found = ordered.prefix(size).count { $0.2 }
        return Double(found) / Double(members.count)
    }
}
