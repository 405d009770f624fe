internal import Series
internal import Significance

extension AbnormalReturns {
    private var positives: Int { members.count { $0.abnormal > 0 } }

    /// How many members gained, against as many heads of a coin; p-values by the binomial law.
    var sign: EventTest? {
        let count = Double(members.count)
        let law = BinomialTails(trials: members.count, successes: positives)
        return EventTest(
            kind: .sign, statistic: (Double(positives) - count / 2) / (count / 4).squareRoot(),
            count: members.count, lower: law.lower, upper: law.upper)
    }

    /// The same against how often the members' residuals were positive before the event.
    ///
    /// - Source: Cowan, *Nonparametric Event Study Tests*, 1992.
    var generalizedSign: EventTest? {
        let shares = residuals.map { row in
            let there = row.count { !$0.isNaN }
            return Double(row.count { $0 > 0 }) / Double(there)
        }
        let count = Double(members.count)
        let share = shares.compensatedSum / count
        let variance = count * share * (1 - share)
        return normal(
            .generalizedSign, (Double(positives) - count * share) / variance.squareRoot())
    }

    /// The sum of the ranks of the positive abnormal returns among all by size.
    var wilcoxon: EventTest? {
        guard let test = SignedRankTest(members.map(\.abnormal)) else { return nil }
        return EventTest(
            kind: .wilcoxon, statistic: test.statistic, count: test.count, lower: test.lower,
            upper: test.upper)
    }
}
