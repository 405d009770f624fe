internal import Evidence
internal import Market

extension Narrator {
    /// Where leverage sits, with what such a picture was worth on the bars before beside it.
    var profileSection: Section? {
        let scored = scoredProfiles
        guard !scored.isEmpty else { return nil }
        return Section(
            "profile", "Where leverage sits",
            [.paragraph(profileWords(scored)), .table(profileTable(scored))] + profileCharts)
    }

    /// Bars that were foretold, of each coin whose profile has a score; the most open coin first.
    private var scoredProfiles: [Fact] {
        let drawn = drawnProfile?.subject
        return book.all("liquidation.profile.bars").filter { $0.number != nil }
            .sorted { left, right in
                guard (left.subject == drawn) == (right.subject == drawn) else {
                    return left.subject == drawn
                }
                return left.subject < right.subject
            }
    }

    /// The price that the profile which is drawn lies about.
    private var drawnProfile: Fact? { book.all("liquidation.profile.price").first }

    private func profileWords(_ scored: [Fact]) -> [Sentence] {
        var words: [Sentence] = [
            """
            Nobody publishes positions. A profile follows open interest and price: what was opened where, with which \
            leverage, and what of it a price would liquidate; the mix of leverage is fitted to liquidations \
            published before. Its score is of bars foretold from those before them alone, given where the price \
            went, against four simpler ways: open interest spread evenly, a fixed mix, round numbers, the average.
            """
        ]
        if let bars = scored.first { words += profileVerdict(bars) }
        return words
    }

    private func profileVerdict(_ bars: Fact) -> [Sentence] {
        guard let verdict = fact("liquidation.profile.verdict", bars.subject),
            let skill = fact("liquidation.profile.skill", bars.subject),
            let against = fact("liquidation.profile.skill.against", bars.subject),
            let since = fact("liquidation.profile.since", bars.subject)
        else { return [] }
        let way: Sentence = (skill.number ?? 0) < 0 ? "larger" : "smaller"
        var words: [Sentence] = [
            """
            For \(subject: bars) the verdict on \(bars) bars since \(since, .moment) is \(verdict). Its error was \
            \(skill, .magnitude) \(way) than by \(against), the hardest of them: a skill from \(skill, .interval), \
            where zero is none.
            """
        ]
        if verdict.value != .text("skill") {
            words.append(
                "What is drawn says no more of where liquidations come than how far the price goes."
            )
        }
        if let band = fact("liquidation.profile.band", bars.subject),
            let promised = fact("liquidation.profile.band.promised", bars.subject)
        {
            words.append(
                "Its band, made to hold \(promised) of the time, held \(band) (\(band, .interval))."
            )
        }
        return words
    }

    private func profileTable(_ scored: [Fact]) -> Table {
        Table(
            "profile",
            "How profiles did on bars they were not fitted to: the middle nine tenths of draws of days",
            columns: [
                .words("Coin"), .numbers("Bars"), .numbers("Rank correlation"),
                .numbers("Skill"), .words("Over"), .numbers("Within a factor of two"),
                .numbers("A simpler way"), .words("Verdict"),
            ],
            rows: scored.map { bars in
                func figure(_ name: String) -> Fact? {
                    fact(Measure("liquidation.profile.\(name)"), bars.subject)
                }
                return [
                    "\(subject: bars)", "\(bars)", cell(figure("rank"), .interval),
                    cell(figure("skill"), .rough), cell(figure("skill.against")),
                    cell(figure("hits"), .rough), cell(figure("hits.simpler"), .rough),
                    cell(figure("verdict")),
                ]
            })
    }

    private var profileCharts: [Block] {
        guard let price = drawnProfile,
            let step = fact("liquidation.profile.step", price.subject)
        else { return [] }
        let entries = ["longs", "shorts"].compactMap { side -> CurvePlot.Entry? in
            let measure = Measure("liquidation.profile.\(side)")
            guard let curve = book.curve(measure, price.subject),
                let name = fact(measure.dot("name"), price.subject)
            else { return nil }
            return CurvePlot.Entry(curve, label: name)
        }
        let verdict: Sentence =
            fact("liquidation.profile.verdict", price.subject).map { ": \($0)" } ?? ""
        guard !entries.isEmpty else { return [] }
        return [
            .chart(
                Chart(
                    "profile",
                    """
                    \(subject: price): what would be published as liquidated, a step of \(step) of the price\
                    \(verdict)
                    """,
                    summary: """
                        Dollars expected to be published over the price, longs below \(price) and shorts above, each \
                        in the band of forecasts before.
                        """,
                    plot: .curves(CurvePlot(entries))))
        ]
    }

    /// Why there is no profile.
    var profileGap: ReportGap? {
        guard scoredProfiles.isEmpty else { return nil }
        return ReportGap(
            "no-profile", .note,
            """
            Where leverage sits is not drawn: too few bars of four hours with prices, open interest and liquidations \
            lead up to the as-of for a profile to be scored, and without a score it is a picture.
            """)
    }
}
