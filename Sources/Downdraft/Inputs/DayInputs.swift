internal import Market
internal import Series
internal import Store

/// Every row one question needs, read in one consistent look at the store. The last I/O of an answer.
struct DayInputs {
    let question: Question
    let totalDaily: Sourced<Candle>
    let totalHourly: Sourced<Candle>
    let assets: Sourced<Asset>
    let instruments: Sourced<Instrument>
    /// Over the window and the one of the same length before it.
    let perpetuals: Sourced<InstrumentCandles>
    /// Over the hours before the window that betas are estimated on.
    let earlierCloses: Sourced<InstrumentCloses>
    /// The closed days of every contract, as far back as averages and extremes look.
    let dailyCloses: Sourced<InstrumentColumns>
    /// Every snapshot of supplies known.
    let supplies: Sourced<Supply>
    let sectorMembers: Sourced<SectorMember>
    let liquidations: Sourced<LiquidationBar>
    let openInterest: Sourced<OpenInterestBar>
    let funding: Sourced<FundingBar>
    let depth: Sourced<DepthBar>
    let macroCloses: [Sourced<MacroClose>]
    /// Flows of every group of funds, all days known.
    let fundFlows: Sourced<FundFlow>
    /// What lies in the window, and in the week after the as-of as far as it was known by then.
    let events: Sourced<MarketEvent>
    let headlines: Sourced<Headline>
    let themeTerms: Sourced<ThemeTerm>
    let publishedFigures: Sourced<PublishedFigure>
    let sources: [Source]

    /// Rows that prices, betas and averages hang on beside the bars that a figure is said to come from: what a
    /// contract is, and the days and hours before.
    var pricing: Provenance {
        Provenance(
            [],
            rows: instruments.sources.rows + assets.sources.rows + dailyCloses.sources.rows
                + earlierCloses.sources.rows + perpetuals.sources.rows)
    }

    /// Reads what was known at the question's as-of.
    init(_ question: Question, from snapshot: StoreSnapshot) throws {
        let asOf = question.asOf
        let window = question.range
        let week = TimeRange(from: min(window.start, asOf - Self.context), to: asOf)
        let stale = PriceBoard.staleAfter
        let priced = TimeRange(from: window.start - max(window.span, stale), to: asOf)
        let estimated = TimeRange(
            from: PriceGrid.hours(before: window).start - stale, to: window.start)

        self.question = question
        totalDaily = try snapshot.candles(
            series: .total, interval: .day,
            range: TimeRange(from: asOf - Self.history, to: asOf))
        // A bar that closes as the window begins opened before it.
        totalHourly = try snapshot.candles(
            series: .total, interval: .hour,
            range: TimeRange(from: week.start - PriceBoard.staleAfter, to: asOf))
        assets = try snapshot.assets()
        instruments = try snapshot.instruments()
        perpetuals = try snapshot.instrumentCandles(interval: .hour, range: priced)
        earlierCloses = try snapshot.instrumentCloses(interval: .hour, range: estimated)
        dailyCloses = try snapshot.instrumentColumns(
            interval: .day, range: TimeRange(from: asOf - Self.history, to: asOf), fields: .closes)
        supplies = try snapshot.supplies()
        sectorMembers = try snapshot.sectorMembers()
        liquidations = try snapshot.liquidations(week)
        openInterest = try snapshot.openInterest(week)
        funding = try snapshot.funding(week)
        depth = try snapshot.depth(week)
        let firstClose = asOf.day.advanced(by: -10)
        macroCloses = try snapshot.macroSeries().map {
            try snapshot.macroCloses(of: $0, from: firstClose)
        }
        fundFlows = try snapshot.fundFlows()
        events = try snapshot.events(
            TimeRange(from: window.start, to: asOf + MarketContext.week))
        headlines = try snapshot.headlines(
            TimeRange(from: min(window.start, asOf - Self.news), to: asOf))
        themeTerms = try snapshot.themeTerms()
        publishedFigures = try snapshot.publishedFigures()
        sources = try snapshot.sources()
    }

    /// How much of the recent past the charts show.
    private static let context = TimeSpan.days(7)

    /// How far back headlines are read, to know how often a word stands in them ordinarily.
    private static let news = TimeSpan.days(30)

    /// How far back daily bars are read: enough for any average and for Wilder's seed to fade.
    static let history = TimeSpan.days(3660)
}

extension CandleColumns {
    /// The closes alone of bars of one length, oldest first.
    init(closesOf candles: [Candle], interval: TimeSpan) {
        self.init(
            interval: interval, count: candles.count, times: .explicit(candles.map(\.openTime)),
            fields: .closes, closes: candles.map(\.close))
    }
}

extension SeriesID {
    /// The provider's total market capitalisation.
    static let total: SeriesID = "index:TOTAL"
}
