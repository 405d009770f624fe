internal import Evidence
internal import Market
internal import Series
internal import Store

extension FactScribe {
    /// The runs of values that charts draw.
    mutating func recordCharts(_ findings: DayFindings, _ inputs: DayInputs) {
        recordDaily(findings.technical.chart, of: .total, from: inputs.totalDaily.sources)
        recordHourly(findings.hourly, from: inputs.totalHourly.sources)
        recordLeverageCharts(findings.leverage, inputs)
    }

    /// The runs of values behind the charts of liquidations and positions.
    mutating func recordLeverageCharts(_ leverage: LeverageState, _ inputs: DayInputs) {
        recordLiquidationBars(leverage, inputs.liquidations)
        recordPositionBars(leverage, inputs)
    }

    private mutating func run(
        _ measure: Measure, of subject: Subject, _ times: [Timestamp], _ interval: TimeSpan,
        _ columns: [SeriesFact.Column], from sources: Provenance,
        method: Method = .bars, standing: Fact.Standing = .measured
    ) {
        guard !times.isEmpty else { return }
        record(
            SeriesFact(
                measure, of: subject, times: times, interval: interval, columns: columns,
                asOf: question.asOf, method: method, sources: sources, standing: standing))
    }

    /// The runs of values behind a price chart: its bars, averages and relative strength.
    mutating func recordPriceChart(
        _ chart: ChartState, of subject: Subject, from sources: Provenance
    ) {
        recordDaily(
            ChartHistory(chart.liveCandles, averageDays: [50, 100, 200]), of: subject,
            from: sources)
    }

    private mutating func recordDaily(
        _ chart: ChartHistory, of subject: Subject, from sources: Provenance
    ) {
        let candles = chart.candles
        let times = candles.map(\.openTime)
        run(
            "bars.1d", of: subject, times, .day,
            [
                .init("open", .usd, candles.map(\.open)),
                .init("high", .usd, candles.map(\.high)),
                .init("low", .usd, candles.map(\.low)),
                .init("close", .usd, candles.map(\.close)),
            ], from: sources)
        for average in chart.averages {
            run(
                .average(days: average.days), of: subject, times, .day,
                [.init("average", .usd, average.values)], from: sources, method: .simpleAverage)
        }
        run(
            .relativeStrength(TechnicalState.strengthPeriod), of: subject, times, .day,
            [.init("strength", .score, chart.strengths)], from: sources,
            method: .closedRelativeStrength)
    }

    private mutating func recordHourly(_ hourly: CandleSeries, from sources: Provenance) {
        run(
            "bars.1h", of: .total, hourly.candles.map(\.openTime), .hour,
            [.init("close", .usd, hourly.candles.map(\.close))], from: sources)
    }

    /// All assets of the venue together; a bar that some asset lacks is left out, not counted as less.
    private mutating func recordLiquidationBars(
        _ leverage: LeverageState, _ bars: Sourced<LiquidationBar>
    ) {
        let ofVenue = bars.rows.filter { $0.venue == leverage.venue }
        let assets = Set(ofVenue.map(\.asset)).count
        let complete = Dictionary(grouping: ofVenue, by: \.openTime)
            .filter { $0.value.count == assets }
            .sorted { $0.key < $1.key }
        guard let interval = ofVenue.first?.interval else { return }
        run(
            "liquidations", of: .venue(leverage.venue), complete.map(\.key), interval,
            [
                .init("long", .usd, complete.map { $0.value.map(\.longUSD).compensatedSum }),
                .init("short", .usd, complete.map { $0.value.map(\.shortUSD).compensatedSum }),
            ], from: bars.sources, standing: .floor)
    }

    private mutating func recordPositionBars(_ leverage: LeverageState, _ inputs: DayInputs) {
        let subject = Subject.venue(leverage.venue, asset: Self.chartedAsset)
        let interest = inputs.openInterest.rows.filter {
            $0.venue == leverage.venue && $0.asset == Self.chartedAsset
                && $0.margin == .stablecoin
        }
        let rates = inputs.funding.rows.filter { $0.asset == Self.chartedAsset }
        let books = inputs.depth.rows.filter {
            $0.venue == leverage.venue && $0.asset == Self.chartedAsset
        }
        if let interval = interest.first?.interval {
            run(
                "openInterest.stablecoin", of: subject, interest.map(\.openTime), interval,
                [.init("open interest", .coins, interest.map(\.close))],
                from: inputs.openInterest.sources)
        }
        if let interval = rates.first?.interval {
            run(
                "funding", of: .venue("all", asset: Self.chartedAsset), rates.map(\.openTime),
                interval, [.init("funding", .ratio, rates.map(\.close))],
                from: inputs.funding.sources)
        }
        if let interval = books.first?.interval {
            run(
                "depth", of: subject, books.map(\.openTime), interval,
                [
                    .init("bids", .usd, books.map(\.bidUSD)),
                    .init("asks", .usd, books.map(\.askUSD)),
                ], from: inputs.depth.sources)
        }
    }

    /// The asset whose positions are drawn: the one that every other follows.
    private static let chartedAsset: AssetID = "BTC"
}
