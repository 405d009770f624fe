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
            "contributions",
            "What each coin added to the change of our own index, in percentage points",
            columns: [
                .words("Coin"), .words("Name"), .numbers("Price"), .numbers("Change"),
                .numbers("Contribution"),
            ],
            rows: leaders.map(coinRow) + [
                restRow(rest), ["Index", "", "", "", "\(own, .signed)"],
            ],
            endsWithTotal: true)
        let chart = Chart(
            "contributions", "Contributions to the change of the index",
            summary: leaders.first.map {
                "Horizontal bars, one a coin: \(subject: $0) alone made \($0, .signed)."
            } ?? "",
            plot: .bars(BarPlot(leaders)))
        return Section(
            "coins", "Which coins did it", [.table(table), sumNote(own), .chart(chart)])
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
            fact(.members, .rest).map { "the other \($0) together" } ?? "the others together"
        return ["", name, "", "", "\(rest, .signed)"]
    }

    private func sumNote(_ own: Fact) -> Block {
        guard let residual = fact(.residual(window), .own) else { return .paragraph([]) }
        return .paragraph([
            """
            The contributions add up to the change of the index: what is left over is \
            \(residual), from rounding in the last place of the arithmetic.
            """
        ])
    }
}
