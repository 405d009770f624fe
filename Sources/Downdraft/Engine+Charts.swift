internal import Evidence
internal import Identity
public import Market
public import Narrative
internal import Series
internal import Store

extension Engine {
    /// What the usual indicators read on a chart, at the last closed day and with today's bar so far.
    ///
    /// - Throws: `EngineError.noBars` where nothing of the chart is known by the as-of; `StoreError`.
    public func indicators(of charted: Charted, _ question: Question) throws -> Report {
        let (inputs, chart) = try readChart(of: charted, question)
        let sources = inputs.daily.sources + inputs.hourly.sources
        var scribe = FactScribe(question)
        scribe.recordChart(chart, of: charted.subject, from: sources)
        scribe.recordIndicatorSheet(
            chart, hasVolume: inputs.hasVolume, of: charted.subject, from: sources)
        scribe.recordPriceChart(chart, of: charted.subject, from: sources)
        return narrated(scribe.book, question, inputs.sources) {
            $0.indicatorReport(of: charted.subject, sources: $1)
        }
    }

    /// The levels of a chart: where they lie, what became of its averages and lines, and whether prices turn
    /// at each kind of level more often than at levels drawn by chance.
    ///
    /// - Input: `since`, the moment from which trend lines are anchored and averages asked whether they
    ///   held; `nil` for the whole history.
    /// - Throws: `EngineError.noBars`; `StoreError`.
    public func levels(
        of charted: Charted, _ question: Question, since: Timestamp? = nil
    ) throws -> Report {
        let (inputs, chart) = try readChart(of: charted, question)
        let sources = inputs.daily.sources + inputs.hourly.sources
        var scribe = FactScribe(question)
        scribe.recordChart(chart, of: charted.subject, from: sources)
        if let state = LevelState(chart, hasVolume: inputs.hasVolume, since: since) {
            scribe.recordLevels(state, of: charted.subject, since: since, from: sources)
        }
        scribe.recordPriceChart(chart, of: charted.subject, from: sources)
        return narrated(scribe.book, question, inputs.sources) {
            $0.levelReport(of: charted.subject, sources: $1)
        }
    }

    /// The chart that a reader names: `TOTAL`, or an asset by its name or a ticker that was in use.
    ///
    /// - Throws: `EngineError.unknownName`; `EngineError.ambiguousName` with every asset that was meant by
    ///   the ticker; `StoreError`.
    public func charted(_ name: String, _ question: Question) throws -> Charted {
        guard name.uppercased() != Subject.total.name else { return .market }
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let directory = AssetDirectory(
            assets: try snapshot.assets().rows, tickers: try snapshot.tickers().rows,
            instruments: try snapshot.instruments().rows)
        switch directory.resolve(name, at: question.asOf) {
        case .one(let asset, _): return .asset(asset)
        case .several(let candidates):
            throw EngineError.ambiguousName(
                name, candidates: candidates.map { "\($0.asset) (\($0.name))" })
        case .none(let unknown):
            throw EngineError.unknownName(name, suggestions: unknown.suggestions.map(\.ticker))
        }
    }

    /// A chart's rows and how they stand; `byLongest` takes the contract with the longest history of an asset.
    func readChart(
        of charted: Charted, _ question: Question, byLongest: Bool = false
    ) throws -> (
        ChartInputs, ChartState
    ) {
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let inputs = try ChartInputs(
            charted, question, byLongest: byLongest, from: snapshot)
        let chart = ChartState(
            daily: CandleSeries(interval: .day, candles: inputs.daily.rows),
            hourly: CandleSeries(interval: .hour, candles: inputs.hourly.rows),
            asOf: question.asOf)
        guard chart.last != nil else { throw EngineError.noBars(of: charted.subject.name) }
        return (inputs, chart)
    }

    /// A report of a book, which cites the sources that its facts rest on and no others.
    func narrated(
        _ book: EvidenceBook, _ question: Question, _ sources: [Source],
        _ report: (Narrator, [Source]) -> Report
    ) -> Report {
        let cited = book.citedSources
        return report(
            Narrator(book: book, window: question.window.measureWord),
            sources.filter { cited.contains($0.id) })
    }
}

extension Charted {
    /// What the facts of the chart are about.
    var subject: Subject {
        switch self {
        case .market: .total
        case .asset(let asset): .asset(asset)
        }
    }
}
