internal import Evidence
internal import Market

extension Narrator {
    /// What became of leveraged positions.
    var leverage: Section? {
        let assets = leveragedCoins
        guard !assets.isEmpty else { return nil }
        let sentences = [liquidated, positions, bids].compactMap { $0 }
        return section(
            "leverage", .leverage,
            [.paragraph(sentences)] + forcedParagraph
                + [.table(liquidatedTable(assets)), .table(positionsTable(assets))]
                + leveragePictures)
    }

    private static let venue: VenueID = "binance"

    private var bitcoin: Subject { .venue(Self.venue, asset: "BTC") }

    /// The assets of the venue, the most liquidated first.
    private var leveragedCoins: [AssetID] {
        book.all(.longLiquidations(window))
            .filter { $0.subject.parent == .venue(Self.venue) }
            .sorted { ($1.number ?? -1, $0.subject) < ($0.number ?? -1, $1.subject) }
            .map { AssetID($0.subject.name) }
    }

    private var liquidated: Sentence? {
        let venue = Subject.venue(Self.venue)
        guard let long = fact(.longLiquidations(window), venue),
            let short = fact(.shortLiquidations(window), venue),
            let coins = fact("liquidations.assets", venue)
        else { return nil }
        return phrases.liquidations(
            long: long, short: short, coins: coins, rule: fact("liquidations.rule", venue))
    }

    private var positions: Sentence? {
        change(of: "openInterest.stablecoin", before: "openInterest.stablecoin.before").map {
            phrases.positions($0, openedInFall: ($0.change.number ?? 0) > 0 && marketFell)
        }
    }

    private var bids: Sentence? {
        change(of: "depth.bid", before: "depth.bid.before").map { phrases.bids($0) }
    }

    /// How much of Bitcoin's move was forced, law by law, where it is known.
    private var forcedParagraph: [Block] {
        let coin = Self.forcedCoin
        guard let move = fact(Measure("forced.change").dot(window), coin),
            let share = fact(Measure("forced.share").dot(window), coin)
        else { return [] }
        let laws = SimulationWords.laws.map { Measure("forced.share.\($0)") }
        let told = [
            phrases.forced(
                move, share: share,
                laws: laws.compactMap { law in
                    fact(law.dot("law"), coin).flatMap { name in
                        fact(law, coin).map { LawShare(law: name, share: $0) }
                    }
                }, over: overWindow), phrases.noLawIsKnown,
            silentLaws(laws.filter { fact($0, coin) == nil }),
        ]
        return [.paragraph(told.compactMap { $0 })]
    }

    private func silentLaws(_ laws: [Measure]) -> Sentence? {
        let names = laws.compactMap { fact($0.dot("law"), Self.forcedCoin) }
        return names.isEmpty ? nil : phrases.silentLaws(names)
    }

    private static let forcedCoin = Subject.asset("BTC")

    /// Why nothing is said of what was forced.
    var forcedGap: ReportGap? {
        guard fact(Measure("forced.share").dot(window), Self.forcedCoin) == nil else { return nil }
        return ReportGap("no-forced-share", .note, phrases.gap(.noForcedShare))
    }

    /// A stock of Bitcoin's at the beginning and the end of the window.
    private func change(of measure: Measure, before: Measure) -> StockChange? {
        guard let after = fact(measure, bitcoin), let before = fact(before.dot(window), bitcoin),
            let change = fact(measure.change(over: window), bitcoin), change.number != nil
        else { return nil }
        return StockChange(before: before, after: after, change: change)
    }

    private func liquidatedTable(_ assets: [AssetID]) -> Table {
        let venue = Subject.venue(Self.venue)
        let rows = assets.map { asset -> [Sentence] in
            let subject = Subject.venue(Self.venue, asset: asset)
            let long = book[.longLiquidations(window), subject]
            return [
                long.map { "\(subject: $0)" } ?? "", cell(long),
                cell(book[.shortLiquidations(window), subject]),
                cell(fact(.totalLiquidations(window), subject)),
                cell(fact(.liquidationCoverage(window), subject)),
            ]
        }
        let together = [
            Measure.longLiquidations, Measure.shortLiquidations, Measure.totalLiquidations,
        ]
        .map { cell(fact($0(window), venue)) }
        return Table(
            "liquidations", phrases.caption(.liquidations),
            columns: [
                words(.coin), figures(.long), figures(.short), figures(.together),
                figures(.windowCovered),
            ], rows: rows + [[phrases.label(.together)] + together + [""]], endsWithTotal: true)
    }

    private func positionsTable(_ assets: [AssetID]) -> Table {
        Table(
            "positions", phrases.caption(.positions),
            columns: [
                words(.coin), figures(.inStablecoin), figures(.change), figures(.inCoin),
                figures(.change), figures(.fundingThen), figures(.fundingNow),
            ],
            rows: assets.compactMap { asset in
                let subject = Subject.venue(Self.venue, asset: asset)
                let everywhere = Subject.venue("all", asset: asset)
                let coins: Measure = "openInterest.stablecoin"
                let dollars: Measure = "openInterest.coin"
                return fact(coins, subject).map { interest in
                    [
                        "\(subject: interest)", "\(interest)",
                        cell(fact(coins.change(over: window), subject), .signed),
                        cell(fact(dollars, subject)),
                        cell(fact(dollars.change(over: window), subject), .signed),
                        cell(fact(Measure("funding.before").dot(window), everywhere)),
                        cell(fact("funding", everywhere)),
                    ]
                }
            })
    }

    private var leveragePictures: [Block] {
        let liquidations = book.series("liquidations", .venue(Self.venue)).map {
            Chart(
                "liquidations", phrases.caption(.liquidationChart),
                summary: phrases.summary(.liquidations), plot: .columns($0))
        }
        let panels = [
            book.series("openInterest.stablecoin", bitcoin),
            book.series("funding", .venue("all", asset: "BTC")), book.series("depth", bitcoin),
        ].compactMap { $0 }
        let positions =
            panels.isEmpty
            ? nil
            : Chart(
                "positions", phrases.caption(.positionChart), summary: phrases.summary(.positions),
                plot: .panels(panels))
        return [liquidations, positions].compactMap { $0.map { .chart($0) } }
    }
}
