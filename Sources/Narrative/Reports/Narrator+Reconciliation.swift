internal import Evidence

extension Narrator {
    /// Our index against the provider's, hour by hour, and our prices against the snapshot's.
    func reconciliationSection(_ subject: Subject) -> Section? {
        guard let hours = fact("reconciliation.hours", subject),
            let mean = fact("reconciliation.ratio.mean", subject)
        else { return nil }
        var blocks: [Block] = [
            .paragraph([ratioWords(hours, mean, subject), changeWords(subject)].compactMap { $0 })
        ]
        if let ratios = book.series("reconciliation.ratio.1h", subject) {
            blocks.append(
                .chart(
                    Chart(
                        "ratio", "Our index over TradingView's TOTAL, hour by hour",
                        summary: "One line over hours: the ratio, \(mean) in the mean.",
                        plot: .panels([ratios]))))
        }
        let coins = priceDifferences(subject)
        if !coins.isEmpty { blocks.append(.table(coinTable(coins))) }
        return Section("reconciliation", "Held against other providers", blocks)
    }

    private func ratioWords(_ hours: Fact, _ mean: Fact, _ subject: Subject) -> Sentence {
        let deviation: Sentence =
            fact("reconciliation.ratio.deviation", subject).map {
                ", with a standard deviation of \($0)"
            } ?? ""
        return """
            Over \(hours) hours what our members are worth is \(mean) of TradingView's TOTAL\(deviation): \
            the universes differ, and neither is scaled into the other.
            """
    }

    private func changeWords(_ subject: Subject) -> Sentence? {
        guard let count = fact("reconciliation.change.count", subject),
            let mean = fact("reconciliation.change.mean", subject),
            let deviation = fact("reconciliation.change.deviation", subject),
            let furthest = fact("reconciliation.change.furthest", subject)
        else { return nil }
        return """
            Over \(count) stretches of a day the changes differ by \(mean, .signed) in the mean, with a \
            standard deviation of \(deviation, .magnitude); the furthest, \(furthest, .signed), ended at \
            \(observed: furthest).
            """
    }

    private func priceDifferences(_ subject: Subject) -> [Fact] {
        book.all("cap.difference").filter { $0.subject.parent == subject }
            .sorted { (abs($1.number ?? 0), $0.subject) < (abs($0.number ?? 0), $1.subject) }
    }

    private func coinTable(_ differences: [Fact]) -> Table {
        let moment: Sentence = differences.first.map { ", \(observed: $0)" } ?? ""
        return Table(
            "price-differences",
            "Our prices against those in the snapshot of supplies\(moment), by what the difference is worth",
            columns: [
                .words("Coin"), .numbers("Ours"), .numbers("Theirs"), .numbers("Difference"),
                .numbers("Worth"),
            ],
            rows: differences.map { difference in
                let part = difference.subject
                return [
                    "\(subject: difference)", cell(fact("price.ours", part), .fine),
                    cell(fact("price.theirs", part), .fine),
                    cell(fact("price.difference", part), .signed), "\(difference, .signed)",
                ]
            })
    }

    func reconciliationGap(_ subject: Subject) -> ReportGap? {
        guard book.all("cap.difference").contains(where: { $0.subject.parent == subject }),
            fact("reconciliation.hours", subject) == nil
        else { return nil }
        return ReportGap(
            "no-provider-hours", .thin,
            "No hour of TradingView's TOTAL is known in which our index has prices.")
    }

    func indexGap(_ subject: Subject) -> ReportGap? {
        guard fact(.cap, subject) == nil else { return nil }
        return ReportGap(
            "no-index", .thin,
            "Less of \"\(cell(fact(.title, subject)))\" is priced at both ends of the window than its definition asks for."
        )
    }

    func indexCoverageGap(_ subject: Subject) -> ReportGap? {
        guard let coverage = fact(.coverage, subject), let share = coverage.number, share < 1 else {
            return nil
        }
        return ReportGap(
            "index-coverage", share < 0.9 ? .thin : .note,
            "Members with \(coverage) of the capitalisation have prices here; the others are left out."
        )
    }

    func survivorGap(_ subject: Subject) -> ReportGap? {
        guard fact(.cap, subject) != nil else { return nil }
        return ReportGap(
            "survivorship", .note,
            """
            Members are those of the snapshots of supplies, but prices come from contracts that still \
            traded when they were collected: survivorship biased towards what lived on.
            """)
    }
}
