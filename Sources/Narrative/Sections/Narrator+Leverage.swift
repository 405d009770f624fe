internal import Evidence
internal import Market

extension Narrator {
    /// What became of leveraged positions.
    var leverage: Section? {
        let assets = leveragedAssets
        guard !assets.isEmpty else { return nil }
        let forced = forcedWords
        let blocks: [Block] =
            [.paragraph([liquidationWords, positionWords].compactMap { $0 })]
            + (forced.isEmpty ? [] : [.paragraph(forced)])
            + [.table(liquidationTable(assets)), .table(positionTable(assets))]
        return Section("leverage", "Leverage", blocks + leverageCharts)
    }

    private static let venue: VenueID = "binance"

    /// The assets of the venue, the most liquidated first.
    private var leveragedAssets: [AssetID] {
        book.all(.longLiquidations(window))
            .filter { $0.subject.parent == .venue(Self.venue) }
            .sorted { ($1.number ?? -1, $0.subject) < ($0.number ?? -1, $1.subject) }
            .map { AssetID($0.subject.name) }
    }

    private var liquidationWords: Sentence? {
        let venue = Subject.venue(Self.venue)
        guard let long = fact(.longLiquidations(window), venue),
            let short = fact(.shortLiquidations(window), venue),
            let assets = fact("liquidations.assets", venue)
        else { return nil }
        let rule: Sentence =
            fact("liquidations.rule", venue).map {
                " On that day the venue published only \($0), so each figure is a floor."
            } ?? " The rule by which the venue publishes is not known, so each figure is a floor."
        return """
            Binance published liquidations of at least \(long, .magnitude) of long and \
            \(short, .magnitude) of short positions in \(assets) coins.\(rule)
            """
    }

    private var positionWords: Sentence? {
        let bitcoin = Subject.venue(Self.venue, asset: "BTC")
        let measure: Measure = "openInterest.stablecoin"
        guard let interest = fact(measure, bitcoin),
            let before = fact(measure.dot("before").dot(window), bitcoin),
            let change = fact(measure.change(over: window), bitcoin), let number = change.number
        else { return nil }
        let reading: Sentence =
            number > 0 && marketFell
            ? " Positions were opened on balance while the price fell: this was not a pure unwinding."
            : ""
        let depth: Sentence = depthWords ?? ""
        return """
            Open interest in Bitcoin contracts margined in stablecoins went from \(before) to \
            \(interest) (\(change, .signed)).\(reading)\(depth)
            """
    }

    private var depthWords: Sentence? {
        let bitcoin = Subject.venue(Self.venue, asset: "BTC")
        guard let bids = fact("depth.bid", bitcoin),
            let before = fact(Measure("depth.bid.before").dot(window), bitcoin),
            let change = fact(Measure("depth.bid").change(over: window), bitcoin)
        else { return nil }
        return """
             Resting bids near the price of Bitcoin futures went from \(before) to \(bids) \
            (\(change, .signed)).
            """
    }

    private func liquidationTable(_ assets: [AssetID]) -> Table {
        Table(
            "liquidations", "Liquidated on Binance in the window, as published: floors",
            columns: [
                .words("Coin"), .numbers("Long"), .numbers("Short"), .numbers("Together"),
                .numbers("Window covered"),
            ],
            rows: assets.map { asset in
                let subject = Subject.venue(Self.venue, asset: asset)
                let long = book[.longLiquidations(window), subject]
                return [
                    long.map { "\(subject: $0)" } ?? "", cell(long),
                    cell(book[.shortLiquidations(window), subject]),
                    cell(fact(.totalLiquidations(window), subject)),
                    cell(fact(.liquidationCoverage(window), subject)),
                ]
            } + [venueRow], endsWithTotal: true)
    }

    private var venueRow: [Sentence] {
        let venue = Subject.venue(Self.venue)
        return [
            "Together", cell(fact(.longLiquidations(window), venue)),
            cell(fact(.shortLiquidations(window), venue)),
            cell(fact(.totalLiquidations(window), venue)), "",
        ]
    }

    private func positionTable(_ assets: [AssetID]) -> Table {
        Table(
            "positions",
            "Open interest on Binance, by what it is margined in, and funding across venues",
            columns: [
                .words("Coin"), .numbers("In stablecoin"), .numbers("Change"),
                .numbers("In coin"), .numbers("Change"), .numbers("Funding then"),
                .numbers("Funding now"),
            ],
            rows: assets.compactMap { asset in
                let subject = Subject.venue(Self.venue, asset: asset)
                let everywhere = Subject.venue("all", asset: asset)
                let coins: Measure = "openInterest.stablecoin"
                let dollars: Measure = "openInterest.coin"
                guard let interest = fact(coins, subject) else { return nil }
                return [
                    "\(subject: interest)", "\(interest)",
                    cell(fact(coins.change(over: window), subject), .signed),
                    cell(fact(dollars, subject)),
                    cell(fact(dollars.change(over: window), subject), .signed),
                    cell(fact(Measure("funding.before").dot(window), everywhere)),
                    cell(fact("funding", everywhere)),
                ]
            })
    }

    private var leverageCharts: [Block] {
        var charts: [Block] = []
        if let series = book.series("liquidations", .venue(Self.venue)) {
            charts.append(
                .chart(
                    Chart(
                        "liquidations", "Liquidations on Binance, four coins together, floors",
                        summary:
                            "Upright bars over time, long and short side by side, in US dollars.",
                        plot: .columns(series))))
        }
        let bitcoin = Subject.venue(Self.venue, asset: "BTC")
        let panels = [
            book.series("openInterest.stablecoin", bitcoin),
            book.series("funding", .venue("all", asset: "BTC")), book.series("depth", bitcoin),
        ].compactMap { $0 }
        if !panels.isEmpty {
            charts.append(
                .chart(
                    Chart(
                        "positions", "Bitcoin: open interest, funding and resting orders",
                        summary: """
                            Lines over time: open interest in coins, funding weighted by open \
                            interest, bids and asks resting near the price.
                            """,
                        plot: .panels(panels))))
        }
        return charts
    }
}
