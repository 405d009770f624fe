internal import Evidence

extension Narrator {
    /// Which coins made the move.
    var coins: Section? {
        guard let own = fact(.change(window), .own), let rest = fact(.contribution(window), .rest)
        else { return nil }
        let leaders = Array(
            ranked(.contribution(window), kind: "asset", by: { abs($0) > abs($1) })
                .prefix(shownLeaders))
        let table = Table(
            "contributions", phrases.caption(.contributions),
            columns: [
                words(.coin), words(.name), figures(.price), figures(.change),
                figures(.contribution),
            ],
            rows: leaders.map(coinRow) + [
                restRow(rest), [phrases.label(.index), "", "", "", "\(own, .signed)"],
            ],
            endsWithTotal: true)
        let chart = Chart(
            "contributions", phrases.caption(.contributionChart),
            summary: leaders.first.map { phrases.largestContribution($0) } ?? "",
            plot: .bars(BarPlot(leaders)))
        return section(
            "coins", .coins, [.table(table), sumNote(own), .chart(chart)])
    }

    /// As many as the book counts apart from the rest.
    private var shownLeaders: Int {
        let all = book.all(.contribution(window)).count { $0.subject.kind == "asset" }
        let rest = Int(fact(.members, .rest)?.number ?? 0)
        return max(0, all - rest)
    }

    private func coinRow(_ contribution: Fact) -> [Sentence] {
        let subject = contribution.subject
        return [
            "\(subject: contribution)", cell(fact(.title, subject)),
            cell(fact(.price, subject), .exact), cell(fact(.change(window), subject), .signed),
            "\(contribution, .signed)",
        ]
    }

    private func restRow(_ rest: Fact) -> [Sentence] {
        let name: Sentence =
            fact(.members, .rest).map { phrases.otherCoins($0) } ?? phrases.label(.otherCoins)
        return ["", name, "", "", "\(rest, .signed)"]
    }

    private func sumNote(_ own: Fact) -> Block {
        guard let residual = fact(.residual(window), .own) else { return .paragraph([]) }
        return .paragraph([phrases.residual(residual)])
    }
}
