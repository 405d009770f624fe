public import Evidence
public import Market

extension Narrator {
    /// Which assets moved furthest, and where that leaves them.
    ///
    /// `count` is how many stand in each table; `sector`, where given, limits them to its members.
    public func moversReport(
        count: Int, sector: Subject?, window spelled: String, sources: [Source]
    ) -> Report {
        let movers = movers(in: sector)
        let losers = Array(movers.prefix { ($0.number ?? 0) < 0 }.prefix(count))
        let winners = Array(movers.reversed().prefix { ($0.number ?? 0) > 0 }.prefix(count))
        let gaps = [moversGap(movers), historyGap(movers), fewGap, disagreementGap].compactMap {
            $0
        }
        return Report(
            title: "Movers of the crypto market. As of \(asOfFact)", asOf: asOf, window: spelled,
            headline: moversHeadline(losers, winners, sector), lead: moversLead,
            sections: [
                moversSection("losers", "Furthest down", losers),
                moversSection("winners", "Furthest up", winners), breadthSection,
            ].compactMap { $0 }, book: book, gaps: gaps, sources: sources)
    }

    /// The changes of assets, the furthest down first.
    private func movers(in sector: Subject?) -> [Fact] {
        let members = sector.map { Set(self.members(of: $0).map(\.subject)) }
        return ranked(.change(window), kind: "asset", by: { $0 < $1 })
            .filter { members?.contains($0.subject) ?? true }
    }

    private func moversHeadline(
        _ losers: [Fact], _ winners: [Fact], _ sector: Subject?
    ) -> Sentence {
        let name: Sentence =
            sector.flatMap { fact(.title, $0) }.map { "\($0): " } ?? ""
        let ends = [losers.first, winners.first].compactMap { $0 }
            .map { "\(subject: $0) \(moved($0))" as Sentence }
        guard let first = ends.first else { return "\(name)no asset moved \(overWindow)" }
        return "\(name)\(ends.dropFirst().reduce(first) { "\($0), \($1)" }) \(overWindow)"
    }

    private var moversLead: [Sentence] {
        let own: Sentence? = fact(.change(window), .own).map {
            "Our own index of the market \(moved($0)) \(overWindow)."
        }
        return [own, breadth].compactMap { $0 }
    }

    private func moversSection(_ id: String, _ title: Sentence, _ movers: [Fact]) -> Section? {
        guard let first = movers.first else { return nil }
        let columns: [Table.Column] = [
            .words("Asset"), .numbers("Price"), .numbers("Change"), .numbers("Beyond beta"),
            .numbers("In volatilities"), .numbers("Days as far"), .numbers("RSI"),
            .numbers(averageTitle), .numbers("Better than, in a month"),
        ]
        let shown = columns.indices.filter { place in
            movers.contains { !moverRow($0)[place].isEmpty }
        }
        let table = Table(
            id, "\(title) \(overWindow), with what beta and each asset's own days make of it",
            columns: shown.map { columns[$0] },
            rows: movers.map { mover in
                let row = moverRow(mover)
                return shown.map { row[$0] }
            })
        let chart = Chart(
            id, title, summary: "Horizontal bars, one an asset: \(subject: first) \(moved(first)).",
            plot: .bars(BarPlot(movers)))
        return Section(id, title, [.table(table), .chart(chart)])
    }

    /// `To 50-day average`.
    private var averageTitle: Sentence {
        let distance = book.all(Measure.average(days: 50).dot("closed.distance")).first
        return distance.map { "To \(measure: $0)" } ?? "To average"
    }

    private func moverRow(_ change: Fact) -> [Sentence] {
        let subject = change.subject
        let further: Sentence =
            fact(change.measure.dot("further"), subject).flatMap { further in
                fact(change.measure.dot("compared"), subject).map { "\(further) of \($0)" }
            } ?? ""
        return [
            "\(subject: change)", cell(fact(.price, subject), .exact), "\(change, .signed)",
            cell(fact(.abnormal(window), subject), .signed),
            cell(fact(change.measure.dot("deviations"), subject), .signed), further,
            cell(fact(.closedRelativeStrength(14), subject)),
            cell(fact(Measure.average(days: 50).dot("closed.distance"), subject), .signed),
            cell(fact("strength.30d", subject)),
        ]
    }

    private func moversGap(_ movers: [Fact]) -> ReportGap? {
        guard movers.isEmpty else { return nil }
        return ReportGap(
            "no-movers", .thin, "No asset has a fresh price at both ends of the window.")
    }

    private func historyGap(_ movers: [Fact]) -> ReportGap? {
        guard !movers.isEmpty, fact("breadth.known", .own) == nil else { return nil }
        return ReportGap(
            "no-days", .thin,
            """
            No asset has daily bars up to the last midnight: averages, relative strength, volatility \
            and beta of single assets are not known.
            """)
    }

    private var fewGap: ReportGap? {
        guard let known = fact("breadth.above.50.known", .own),
            fact("breadth.above.200", .own) == nil
        else { return nil }
        return ReportGap(
            "few-days", .note,
            "\(known) assets have days enough for the shorter average, none for the longer one.")
    }
}
