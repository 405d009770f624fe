#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Catalysts
internal import Indicators
internal import Indices
internal import Market
internal import Series

/// The days that groups are tested on, and by which rules.
struct CausePanel {
    let returns: ReturnPanel
    let rules: CauseRules

    /// Days on which betas are estimated.
    private static let estimation = 30

    /// The days of a question; `nil` where it is not of one day or where there are too few.
    init?(_ inputs: DayInputs, _ findings: DayFindings) {
        guard inputs.question.isOfOneDay,
            let window = StudyWindow(estimation: Self.estimation, gap: 0, length: 1),
            let returns = Self.returns(inputs, findings)
        else { return nil }
        self.returns = returns
        rules = CauseRules(window: window)
    }

    /// What groups did, all at once; those that cannot be studied are left out.
    func surveys(of groups: [Set<AssetID>]) async -> [Set<AssetID>: StudySurvey] {
        let found = await groups.concurrentMap { group in
            CauseRanking.survey(of: group, panel: returns, before: returns.bars, rules: rules)
        }
        return Dictionary(
            zip(groups, found).compactMap { group, survey in survey.map { (group, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Closed days up to the window, then the window itself as the last bar.
    private static func returns(_ inputs: DayInputs, _ findings: DayFindings) -> ReturnPanel? {
        let window = inputs.question.range
        let days = DayFindings.days(findings.board).map { asset, columns in
            (asset: asset, columns: columns)
        }
        // Older days than are compared with would only cost time.
        let most = estimation + 1000 + 2
        let moments = Set(
            days.flatMap { row in
                (max(0, row.columns.count - most)..<row.columns.count)
                    .map { row.columns.closeTime(at: $0) }.filter { $0 <= window.start }
            }
        ).sorted().suffix(most)
        guard moments.count > 1 else { return nil }
        let places = Dictionary(uniqueKeysWithValues: moments.enumerated().map { ($1, $0) })
        let coins = Dictionary(
            (findings.market?.change.constituents ?? []).map { ($0.asset, $0.coins) },
            uniquingKeysWith: { first, _ in first })
        let columns = days.compactMap { row -> ReturnPanel.Column? in
            guard !findings.board.stablecoins.contains(row.asset) else { return nil }
            var closes = [Double](repeating: .nan, count: moments.count)
            for bar in max(0, row.columns.count - most)..<row.columns.count {
                if let place = places[row.columns.closeTime(at: bar)] {
                    closes[place] = row.columns.closes[bar]
                }
            }
            let pair = findings.board.prices(of: row.asset, over: window)
            let last = pair.map { log($0.after / $0.before) } ?? .nan
            let returns = zip(closes, closes.dropFirst()).map { log($1 / $0) } + [last]
            return ReturnPanel.Column(
                asset: row.asset, cap: (coins[row.asset] ?? 0) * (pair?.before ?? 0),
                values: returns)
        }
        return ReturnPanel(returns: columns, ends: Array(moments.dropFirst()) + [window.end])
    }
}
