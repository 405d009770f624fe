package import Market
internal import Series

/// How often the test finds something, on days on which the market hardly moved and on days on which
/// it did: on the former, at a level of one in twenty, it should be one in twenty.
///
/// Each day is compared with the days before it alone, as an answer on that day would have been. The
/// side that is looked at is the market's on the day.
///
/// - Input: a panel of days; groups whose members do not change.
/// - Degenerate case: days without a statistic, or with fewer earlier dates than asked, are not
///   counted.
package struct CauseBacktest: Sendable {
    /// How often the p-value fell below the level.
    package struct Count: Hashable, Sendable {
        /// How many days were tested.
        package private(set) var days = 0
        /// On how many of them it did.
        package private(set) var found = 0

        /// The share; `nil` of no day.
        package var share: Double? { days > 0 ? Double(found) / Double(days) : nil }

        mutating func add(_ isFound: Bool) {
            days += 1
            if isFound { found += 1 }
        }
    }

    /// One group's.
    package struct Row: Hashable, Sendable {
        /// The group.
        package let name: String
        /// Days on which the market moved less than the threshold.
        package let placebo: Count
        /// The others.
        package let moves: Count
        /// All p-values of placebo days, oldest first.
        package let pValues: [Double]
    }

    /// The groups in the order given; those that cannot be studied are left out.
    package let rows: [Row]

    /// Runs a test over the days of a panel.
    ///
    /// - Parameters:
    ///   - threshold: how far the market must go over the window, a logarithm, to count as a move.
    ///   - dates: how many earlier dates each is compared with.
    ///   - stride: how many bars lie between the dates that are tested, and between those compared.
    package init(
        panel: ReturnPanel, groups: [(name: String, members: Set<AssetID>)], rules: CauseRules,
        threshold: Double, dates: Int, stride: Int
    ) {
        let ends = Array(
            Swift.stride(from: rules.window.bars, through: panel.bars, by: max(1, stride)))
        rows = groups.compactMap { group in
            guard
                let study = EventStudy(
                    panel: panel, group: group.members, window: rules.window, model: rules.model,
                    rule: rules.stale)
            else { return nil }
            let found = study.dates(
                before: ends, includesOthers: rules.statistic == .scaledPortfolio
            )
            .compactMap { $0 }.filter {
                $0.market != nil && $0.members >= rules.fewestMembers
                    && $0.value(rules.statistic) != nil
            }
            return Self.row(group.name, found, rules, threshold: threshold, dates: dates)
        }
    }

    private static func row(
        _ name: String, _ found: [StudyDate], _ rules: CauseRules, threshold: Double, dates: Int
    ) -> Row {
        var (placebo, moves) = (Count(), Count())
        var pValues: [Double] = []
        for (place, date) in found.enumerated() {
            let first = date.end - rules.window.length
            let apart = found[..<place].filter { $0.end <= first }.suffix(dates)
            guard apart.count >= dates, let market = date.market,
                let study = PlaceboStudy(of: date, among: Array(apart), by: rules.statistic)
            else { continue }
            let value = study.pValue(towards: market < 0 ? .fall : .rise)
            if abs(market) < threshold {
                placebo.add(value < rules.level)
                pValues.append(value)
            } else {
                moves.add(value < rules.level)
            }
        }
        return Row(name: name, placebo: placebo, moves: moves, pValues: pValues)
    }
}
