internal import Evidence
public import Market

extension Narrator {
    /// What was liquidated as venues published it, and how far that can be trusted.
    public func liquidationReport(window spelled: String, sources: [Source]) -> Report {
        Report(
            title: "Liquidations. As of \(asOfFact)", asOf: asOf, window: spelled,
            headline: liquidationHeadline, lead: liquidationLead,
            sections: [
                leverage, barSection, eventSection, sampledSection, interestSection, takerSection,
                attributableSection, profileSection, hindsightSection, regimeSection, published,
            ].compactMap { $0 }, book: book,
            gaps: [
                contradictedGap, takerGap, partialGap, everywhereGap, hiddenGap, profileGap,
            ].compactMap { $0 },
            sources: sources)
    }

    private static let venue = Subject.venue("binance")

    private var liquidationHeadline: Sentence {
        guard let long = fact(.longLiquidations(window), Self.venue),
            let short = fact(.shortLiquidations(window), Self.venue)
        else {
            return hasEvents
                ? "Single liquidations were recorded \(overWindow), and no bar lies wholly inside the window"
                : "Nothing published lies wholly inside the window"
        }
        return """
            At least \(long, .magnitude) of longs and \(short, .magnitude) of shorts liquidated on Binance \
            \(overWindow)
            """
    }

    private var liquidationLead: [Sentence] {
        guard let largest = fact("liquidation.bar.1", bars.first?.subject ?? .question),
            let opened = fact("liquidation.bar.1.opened", largest.subject)
        else { return [] }
        return [
            """
            The largest bar, \(subject: largest) from \(opened, .moment) on, holds at least \
            \(largest, .magnitude).
            """,
            "Every total here is a floor: what a venue does not publish cannot be counted.",
        ] + takerLead
    }

    /// The bars, the largest first.
    private var bars: [Fact] {
        (1...).lazy.map { self.book.all(Measure("liquidation.bar.\($0)")).first }
            .prefix { $0 != nil }.compactMap { $0 }
    }

    private static let shownBars = 12

    private var barSection: Section? {
        let bars = bars
        guard !bars.isEmpty else { return nil }
        let table = Table(
            "bars", "Bars wholly inside the window, the largest first",
            columns: [
                .words("From"), .words("Until"), .words("Coin"), .numbers("Long"),
                .numbers("Short"), .numbers("Together"),
            ] + (hasTakers ? [.numbers("Of takers’ sales"), .numbers("Of purchases")] : []),
            rows: bars.prefix(Self.shownBars).map { bar in
                [
                    cell(fact(bar.measure.dot("opened"), bar.subject), .moment),
                    "\(observed: bar, .moment)", "\(subject: bar)",
                    cell(fact(bar.measure.dot("long"), bar.subject)),
                    cell(fact(bar.measure.dot("short"), bar.subject)), "\(bar)",
                ] + (hasTakers ? takerShares(bar) : [])
            })
        return Section("bars", "Bar by bar", [.table(table)])
    }

    private var interestSection: Section? {
        let shares = book.all(Measure("liquidations.share").dot(window))
            .sorted { ($1.number ?? 0, $0.subject) < ($0.number ?? 0, $1.subject) }
        guard !shares.isEmpty else { return nil }
        let table = Table(
            "interest", "Against open interest, at the price of the window's end",
            columns: [
                .words("Coin"), .numbers("Open before"), .numbers("Closed on balance"),
                .numbers("Liquidated, share of open"), .words("What that says"),
            ],
            rows: shares.map { share in
                let subject = share.subject
                return [
                    "\(subject: share)",
                    cell(fact(Measure("openInterest.before").dot(window), subject)),
                    cell(fact(Measure("openInterest.closed").dot(window), subject), .signed),
                    "\(share)", cell(fact(Measure("liquidations.check").dot(window), subject)),
                ]
            })
        return Section("interest", "Against open interest", [.table(table)])
    }

    private var hindsightSection: Section? {
        let measure = Measure("liquidations.implied.long").dot(window)
        let everywhere = Subject.venue("all", asset: "BTC")
        guard let implied = fact(measure, everywhere),
            let share = fact(measure.dot("share"), everywhere),
            let moments = fact(measure.dot("moments"), everywhere),
            let known = fact(measure.dot("known"), everywhere)
        else { return nil }
        return Section(
            "hindsight", "In hindsight: not known on the day",
            [
                .paragraph([
                    """
                    At \(moments) moments of later months Binance had a share of \(share) in the middle of the \
                    Bitcoin longs that all venues liquidated; known in full from \(known, .date) on. Were \
                    that its share here, all venues' longs would be \(implied, .magnitude) (\(implied, .interval) at \
                    the quartiles). Shares swing from hour to hour: this is no estimate of the day.
                    """
                ])
            ])
    }

    private var regimeSection: Section? {
        let rules = book.all("liquidations.rule").filter { $0.subject.kind == "venue" }
        guard !rules.isEmpty else { return nil }
        let table = Table(
            "rules", "What each venue published on that day, as far as it is known",
            columns: [.words("Venue"), .words("Published"), .words("Who says so")],
            rows: rules.map { rule in
                [
                    "\(subject: rule)", "\(rule)",
                    cell(fact("liquidations.rule.source", rule.subject)),
                ]
            })
        return Section("rules", "By which rules", [.table(table)])
    }

    private var hiddenGap: ReportGap? {
        guard !hasEvents, fact("liquidation.bar.1", bars.first?.subject ?? .question) != nil else {
            return nil
        }
        return ReportGap(
            "hidden-liquidations", .note,
            """
            How much the venue's sampling hides could be estimated from single events with their seconds; bars \
            of hours do not tell.
            """)
    }
}
