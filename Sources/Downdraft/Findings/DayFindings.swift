internal import Catalysts
internal import Indices
internal import Market
internal import Series
internal import Store

/// Everything measured for one question: a pure function of its inputs.
struct DayFindings {
    let total: TotalMove?
    /// How unusual the change of the last 24 hours is.
    let unusualness: Unusualness?
    let technical: TechnicalState
    let board: PriceBoard
    let market: MarketMove?
    /// Every asset with a fresh price at both ends of the window, by name.
    let pricedAssets: [PricedAsset]
    /// What the assets did day by day until the last midnight.
    let history: MarketHistory
    let sectors: SectorMoves
    /// The sector in focus: see `SectorMoves.exposed`.
    let exposed: SectorMove?
    let marketVolume: VolumeComparison?
    let leverage: LeverageState
    let news: NewsTimeline?
    let hourly: CandleSeries

    /// An asset's price at the end of the window and its change over it.
    struct PricedAsset {
        let asset: AssetID
        let price: Double
        let change: Double
        let observedAt: Timestamp
        /// Whose prices were taken, in order of name.
        let venues: [String]
        /// How far they lay apart at either end, as a ratio; `nil` of one venue.
        let spread: Double?
        /// Whether that is further than prices of one thing should be.
        let disagrees: Bool
        let sources: Provenance
        let volume: TradedVolume?
    }

    init(_ inputs: DayInputs) {
        let window = inputs.question.range
        let daily = CandleSeries(interval: .day, candles: inputs.totalDaily.rows)
        let hourly = CandleSeries(interval: .hour, candles: inputs.totalHourly.rows)
        let board = PriceBoard(inputs)
        let settled = SupplyBook(inputs.supplies.rows).supplies(at: window.end)
        let supplies = Dictionary(
            settled.map { ($0.asset, $0) }, uniquingKeysWith: { first, _ in first })
        let assets = Dictionary(
            inputs.assets.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

        self.hourly = hourly
        self.board = board
        total = TotalMove(
            daily: SourcedSeries(series: daily, sources: inputs.totalDaily.sources),
            hourly: SourcedSeries(series: hourly, sources: inputs.totalHourly.sources),
            question: inputs.question)
        let longer = Self.longer(total?.window, window)
        unusualness = total?.dayLong.flatMap { change in
            Unusualness(
                change: change.ratio, start: inputs.question.asOf - .day, daily: daily,
                longer: longer)
        }
        technical = TechnicalState(
            daily: daily, hourly: hourly, live: total?.level,
            today: total.map { ($0.levelAt - TimeSpan(microseconds: 1)).day } ?? window.end.day)
        market = MarketMove(
            supplies: settled, assets: assets, board: board, window: window)
        let volumes = VolumeBoard(board, window: window)
        pricedAssets = Self.priced(board, volumes, window: window)
        history = MarketHistory(
            days: Self.days(board), caps: market?.capsAfter ?? [:],
            moves: inputs.question.isOfOneDay
                ? Dictionary(uniqueKeysWithValues: pricedAssets.map { ($0.asset, $0.change) })
                : [:],
            asOf: inputs.question.asOf, start: window.start)
        let coins = Dictionary(
            uniqueKeysWithValues: (market?.change.constituents ?? []).map { ($0.asset, $0.coins) })
        let estimation = PriceGrid(inputs.earlierCloses.rows, board: board, window: window)
        sectors = SectorMoves(
            inputs.sectorMembers.rows,
            in: SectorMove.Setting(
                supplies: supplies, board: board, window: window, volumes: volumes,
                estimation: estimation, marketReturns: estimation.returns(of: coins)))
        exposed = market.flatMap { [sectors] in sectors.exposed(market: $0.change.change) }
        marketVolume = volumes.comparison(of: (market?.change.constituents ?? []).map(\.asset))
        leverage = LeverageState(inputs, venue: "binance")
        news = Self.news(inputs, exposed: exposed, total: total)
    }

    /// The move of a window of several whole days.
    private static func longer(
        _ change: TotalMove.Change?, _ window: TimeRange
    ) -> (change: Double, days: Int)? {
        let day = TimeSpan.day.microseconds
        let days = Int(window.span.microseconds / day)
        guard let change, days > 1, window.span.microseconds % day == 0 else { return nil }
        return (change.ratio, days)
    }

    /// The closed days of each asset, by the first of its contracts by name that has any.
    static func days(_ board: PriceBoard) -> [(asset: AssetID, columns: CandleColumns)] {
        board.prices.assets.compactMap { asset in
            board.prices.contracts(of: asset).lazy.flatMap(\.bars).map(\.columns)
                .first { $0.interval == .day }.map { (asset, $0) }
        }
    }

    static func priced(
        _ board: PriceBoard, _ volumes: VolumeBoard, window: TimeRange
    ) -> [PricedAsset] {
        board.prices.assets.compactMap { asset in
            guard let pair = board.prices.pair(of: asset, over: window),
                let observed = pair.observedAt
            else { return nil }
            return PricedAsset(
                asset: asset, price: pair.priceAfter,
                change: pair.priceAfter / pair.priceBefore - 1, observedAt: observed,
                venues: pair.venues, spread: pair.spread,
                disagrees: pair.after.disagrees || pair.before.disagrees,
                sources: pair.sources, volume: volumes.volume(of: asset))
        }
    }

    /// Headlines on the themes of the sector in focus, around the turn of the market.
    private static func news(
        _ inputs: DayInputs, exposed: SectorMove?, total: TotalMove?
    ) -> NewsTimeline? {
        let falls = (total?.window?.ratio ?? 0) < 0
        guard let exposed, let turn = falls ? total?.peak : total?.trough else { return nil }
        let lexicon = Lexicon(inputs.themeTerms.rows)
        return NewsTimeline(
            headlines: inputs.headlines.rows, lexicon: lexicon,
            themes: lexicon.themes(bearingOn: exposed.sector), moment: turn.closeTime)
    }
}
