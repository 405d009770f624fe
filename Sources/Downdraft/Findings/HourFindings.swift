internal import Indices
internal import Market
internal import Series
internal import Store

/// What the figures of an article are held against at one hour: a part of `DayFindings`, with the same values.
struct HourFindings {
    let total: TotalMove?
    let technical: TechnicalState
    let board: PriceBoard
    /// Every asset with a fresh price at both ends of the window, by name.
    let pricedAssets: [DayFindings.PricedAsset]
    let sectors: SectorMoves
    let leverage: LeverageState

    init(_ inputs: DayInputs) {
        let window = inputs.question.range
        let daily = CandleSeries(interval: .day, candles: inputs.totalDaily.rows)
        let hourly = CandleSeries(interval: .hour, candles: inputs.totalHourly.rows)
        let board = PriceBoard(inputs)
        self.board = board
        total = TotalMove(
            daily: SourcedSeries(series: daily, sources: inputs.totalDaily.sources),
            hourly: SourcedSeries(series: hourly, sources: inputs.totalHourly.sources),
            question: inputs.question)
        technical = TechnicalState(
            daily: daily, hourly: hourly, live: total?.level,
            today: total.map { ($0.levelAt - TimeSpan(microseconds: 1)).day } ?? window.end.day)
        let volumes = VolumeBoard(board, window: window)
        pricedAssets = DayFindings.priced(board, volumes, window: window)
        let supplies = SupplyBook(inputs.supplies.rows).supplies(at: window.end)
        sectors = SectorMoves(
            inputs.sectorMembers.rows,
            in: SectorMove.Setting(
                supplies: Dictionary(
                    supplies.map { ($0.asset, $0) }, uniquingKeysWith: { first, _ in first }),
                board: board, window: window, volumes: volumes,
                // No figure of an article is a beta.
                estimation: PriceGrid([], board: board, window: window), marketReturns: []))
        leverage = LeverageState(inputs, venue: "binance")
    }

    /// The same of what was measured for a whole answer.
    init(_ findings: DayFindings) {
        total = findings.total
        technical = findings.technical
        board = findings.board
        pricedAssets = findings.pricedAssets
        sectors = findings.sectors
        leverage = findings.leverage
    }
}
