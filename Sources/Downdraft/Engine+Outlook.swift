internal import Cascades
internal import Evidence
internal import Levels
public import Market
public import Narrative
internal import Outlook
internal import Series
internal import Store

extension Engine {
    /// Days ahead that an outlook looks unless it is said otherwise.
    public static let usualOutlookDays = 10
    /// No further than this.
    public static let furthestOutlookDays = 60

    /// What may become of a chart within some days: which levels break, hold or are reached, and how likely.
    ///
    /// - Input: `days`, one to 60; `issuedAt`, the moment at which its forecasts are written down in the
    ///   store, so that they are scored when they come due; `nil` writes nothing.
    /// - Throws: `EngineError.noBars`; `EngineError.refused` where there are too few days to draw from or no
    ///   level; `StoreError`.
    public func outlook(
        of charted: Charted, _ question: Question, days: Int = usualOutlookDays,
        issuedAt: Timestamp? = nil
    ) async throws -> Report {
        guard (1...Self.furthestOutlookDays).contains(days) else {
            throw EngineError.refused(
                "an outlook looks 1 to \(Self.furthestOutlookDays) days ahead, not \(days)")
        }
        let (inputs, chart) = try readChart(of: charted, question, byLongest: true)
        let jumps = try await cascadeJumps(charted, question, inputs, chart)
        guard let state = Self.outlook(inputs, chart, jumps, days: days, at: question.asOf) else {
            throw EngineError.refused(
                "the history of \(charted.subject.name) is too short to look ahead from: it takes "
                    + "\(ResidualHistory.minimumResiduals + 20) days or more")
        }
        if let issuedAt { try issue(state.forecasts.map { .forecast($0) }, at: issuedAt) }
        var scribe = FactScribe(question)
        scribe.recordOutlook(
            state, chart, of: charted.subject, from: inputs.daily.sources + inputs.hourly.sources)
        return narrated(scribe.book, question, inputs.sources) {
            $0.outlookReport(of: charted.subject, sources: $1)
        }
    }

    /// What may become of a chart; `nil` where there are too few days to draw from, or no level.
    static func outlook(
        _ inputs: ChartInputs, _ chart: ChartState, _ jumps: [CascadeJump], days: Int,
        at asOf: Timestamp
    ) -> OutlookState? {
        let levels = levelsAhead(chart, hasVolume: inputs.hasVolume, from: 0.001)
            .compactMap { NamedLevel(price: $0.value, name: $0.name) }
        let range = LevelState(chart, hasVolume: inputs.hasVolume)?.averageRange
        return OutlookState(
            chart, levels: levels, averageRange: range, jumps: jumps,
            subject: inputs.series?.text ?? "", days: days,
            paths: FilteredHistoricalSimulation.usualPaths, at: asOf)
    }

    /// What breaking the levels below and above would set off, where positions are known.
    private func cascadeJumps(
        _ charted: Charted, _ question: Question, _ chart: ChartInputs, _ state: ChartState
    ) async throws -> [CascadeJump] {
        guard let last = state.last else { return [] }
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let inputs = try CascadeInputs(charted, question, venue: "binance", from: snapshot)
        let levels = Self.levelsAhead(state, hasVolume: chart.hasVolume)
        let members = try? CascadeMember.all(of: charted, total: chart.daily.rows, inputs)
        guard let members, !members.isEmpty,
            let cascades = try? await CascadeState(
                members, change: nil, levels: levels, draws: CascadeUncertainty.minimumDraws)
        else { return [] }
        return cascades.breaks.compactMap { found in
            guard let extra = found.estimates[.squareRoot]?.extraMove else { return nil }
            let sign: Double = found.level.value < last.close ? -1 : 1
            return CascadeJump(
                level: found.level.value, low: sign * extra.low, median: sign * extra.median,
                high: sign * extra.high)
        }
    }

    /// Writes statements down as of a moment; one that is there already stays as it was first issued.
    func issue(_ statements: [IssuedStatement], at instant: Timestamp) throws {
        let stored = try statements.map { try StoredForecast($0.issued(at: instant)) }
        let writer = try StoreWriter.open(path: store)
        _ = try writer.issue(stored)
        try writer.close()
    }
}
