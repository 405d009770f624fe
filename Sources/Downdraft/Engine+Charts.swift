internal import Evidence
internal import Market
public import Narrative
internal import Series
internal import Store

extension Engine {
    /// What the usual indicators read on a chart, at the last closed day and with today's bar so far.
    ///
    /// - Throws: `EngineError.noBars` where nothing of the chart is known by the as-of; `StoreError`.
    public func indicators(of charted: Charted, _ question: Question) throws -> Report {
        let inputs = try chartInputs(of: charted, question)
        let chart = ChartState(
            daily: CandleSeries(interval: .day, candles: inputs.daily.rows),
            hourly: CandleSeries(interval: .hour, candles: inputs.hourly.rows),
            asOf: question.asOf)
        guard chart.last != nil else { throw EngineError.noBars(of: charted.subject.name) }
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

    /// The chart that a reader names: `TOTAL`, or an asset known by the as-of.
    ///
    /// - Throws: `EngineError.unknownName`; `StoreError`.
    public func charted(_ name: String, _ question: Question) throws -> Charted {
        guard name.uppercased() != Subject.total.name else { return .market }
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let assets = try snapshot.assets().rows
        guard let asset = assets.first(where: { $0.id.text == name.uppercased() }) else {
            throw EngineError.unknownName(name)
        }
        return .asset(asset.id)
    }

    private func chartInputs(of charted: Charted, _ question: Question) throws -> ChartInputs {
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        return try ChartInputs(charted, question, from: snapshot)
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
