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
        let volume: TradedVolume?
    }

    init(_ inputs: DayInputs) {
        let window = inputs.question.range
        let daily = CandleSeries(interval: .day, candles: inputs.totalDaily.rows)
        let hourly = CandleSeries(interval: .hour, candles: inputs.totalHourly.rows)
        let board = PriceBoard(inputs)
        let supplies = Dictionary(
            inputs.supplies.rows.map { ($0.asset, $0) }, uniquingKeysWith: { first, _ in first })
        let assets = Dictionary(
            inputs.assets.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

        self.hourly = hourly
        self.board = board
        total = TotalMove(
            daily: SourcedSeries(series: daily, sources: inputs.totalDaily.sources),
            hourly: SourcedSeries(series: hourly, sources: inputs.totalHourly.sources),
            question: inputs.question)
        unusualness = total?.dayLong.flatMap { change in
            Unusualness(
                change: change.ratio, start: inputs.question.asOf - .day, daily: daily)
        }
        technical = TechnicalState(
            daily: daily, hourly: hourly, live: total?.level,
            today: total.map { ($0.levelAt - TimeSpan(microseconds: 1)).day } ?? window.end.day)
        market = MarketMove(
            supplies: inputs.supplies.rows, assets: assets, board: board, window: window)
        let volumes = VolumeBoard(board, window: window)
        pricedAssets = Self.priced(board, volumes, window: window)
        history = MarketHistory(
            days: Self.days(inputs), caps: market?.capsAfter ?? [:],
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

    /// The closed days of each asset, by the first of its contracts by name that has any.
    private static func days(_ inputs: DayInputs) -> [(asset: AssetID, columns: CandleColumns)] {
        let closes = Dictionary(
            inputs.dailyCloses.rows.map { ($0.instrument, $0.closes) },
            uniquingKeysWith: { first, _ in first })
        var days: [AssetID: CandleColumns] = [:]
        for instrument in inputs.instruments.rows.sorted(by: { $0.id < $1.id })
        where days[instrument.asset] == nil {
            guard let closes = closes[instrument.id] else { continue }
            days[instrument.asset] = CandleColumns(
                interval: .day, count: closes.count,
                times: .explicit(closes.map { $0.time - .day }), fields: .closes,
                closes: closes.map(\.price))
        }
        return days.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func priced(
        _ board: PriceBoard, _ volumes: VolumeBoard, window: TimeRange
    ) -> [PricedAsset] {
        board.entries.sorted { $0.key < $1.key }.compactMap { asset, entry in
            guard let before = entry.price(at: window.start),
                let after = entry.price(at: window.end),
                let last = entry.bars.lastClosed(at: window.end)
            else { return nil }
            return PricedAsset(
                asset: asset, price: after, change: after / before - 1,
                observedAt: last.closeTime, volume: volumes.volume(of: asset))
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
