internal import Evidence
internal import Indices
public import Market
public import Narrative
internal import Store

/// Answers questions from a store.
///
/// ```swift
/// let engine = Engine(store: "downdraft.sqlite")
/// let report = try engine.answer(Question(day: day))
/// ```
///
/// An answer is a pure function of the question and of the rows known at its as-of: the same question
/// on the same rows gives the same report, byte for byte, in whatever order the rows were imported.
public struct Engine: Sendable {
    let store: String

    /// An engine on the store at a path. Nothing is opened until a question is asked.
    public init(store: String) {
        self.store = store
    }

    /// Answers a question.
    ///
    /// Thin data is not an error: the report says what is missing, see `Report.isThin`.
    ///
    /// - Input: `issuedAt`, the moment at which its causes and the levels ahead of the market are written down in
    ///   the store, so that they are judged when they come due; `nil` writes nothing.
    /// - Throws: `EngineError.outsideData` where the store holds nothing near the as-of; `StoreError`
    ///   where the store is missing, damaged, newer than this program or in use.
    public func answer(_ question: Question, issuedAt: Timestamp? = nil) throws -> Report {
        let reader = try StoreReader.open(path: store)
        let snapshot = try reader.snapshot(asOf: question.asOf)
        let inputs = try DayInputs(question, from: snapshot)
        let causes = try CauseInputs(
            question, from: snapshot,
            labels: reader.snapshot(asOf: CauseInputs.stretch(question).start))
        let leveraged = try CascadeInputs(
            .asset(ForcedMove.asset), question, venue: LeverageState.positions, from: snapshot)
        let findings = DayFindings(inputs)
        guard let total = findings.total, question.asOf - total.levelAt <= Self.reach else {
            throw EngineError.outsideData(
                asOf: question.asOf, extent: try snapshot.extentOfTotal())
        }
        let state = CauseState(
            inputs, causes, findings, CauseState.board(inputs), CausePanel(inputs, findings))
        var scribe = Self.evidence(findings, inputs, causes, state, leveraged)
        if let issuedAt { try record(state, question, at: issuedAt, in: &scribe) }
        // A source imported for another day changes nothing here.
        return narrated(scribe.book, question, inputs.sources) {
            $0.report(window: question.window.description, sources: $1)
        }
    }

    /// The latest instant at which the store knows the level of the whole market, for a question that
    /// names none; `nil` where it never does.
    public func latestInstant() throws -> Timestamp? {
        let beginning = Timestamp(microseconds: 0)
        return try StoreReader.open(path: store).snapshot(asOf: beginning).extentOfTotal()?.end
    }

    /// A report on a market that was last seen longer ago than this would be about another market.
    static let reach = TimeSpan.days(2)

    /// Writes causes and levels ahead down, and tells of both.
    private func record(
        _ state: CauseState, _ question: Question, at instant: Timestamp,
        in scribe: inout FactScribe
    ) throws {
        let claims = state.claims
        let (inputs, chart) = try readChart(of: .market, question, byLongest: true)
        let outlook = Self.outlook(
            inputs, chart, [], days: Self.usualOutlookDays, at: question.asOf)
        let levels = outlook?.ahead ?? []
        try issue(
            claims.map { .cause($0) } + levels.map { .forecast($0.forecast) }, at: instant)
        if let outlook {
            scribe.recordAhead(
                outlook, of: .total, from: inputs.daily.sources + inputs.hourly.sources)
        }
        scribe.recordIssue(causes: claims.count, levels: levels.count)
    }

    private static func evidence(
        _ findings: DayFindings, _ inputs: DayInputs, _ causes: CauseInputs, _ state: CauseState,
        _ leveraged: CascadeInputs
    ) -> FactScribe {
        var scribe = FactScribe(inputs.question)
        let priced = findings.board.sources + inputs.pricing
        let basket = priced + inputs.supplies.sources + inputs.assets.sources
        scribe.recordTotal(findings.total)
        scribe.recordUnusualness(
            findings.unusualness, at: findings.total?.levelAt,
            from: inputs.totalDaily.sources + (findings.total?.levelSources ?? []))
        scribe.recordTechnical(
            findings.technical, level: findings.total?.level, at: findings.total?.levelAt,
            daily: inputs.totalDaily.sources, live: findings.total?.levelSources ?? [])
        scribe.recordMarket(findings.market, volume: findings.marketVolume, from: basket)
        scribe.recordAssets(findings.pricedAssets, inputs)
        scribe.recordDisagreements(findings.pricedAssets)
        scribe.recordBreadth(findings.history, from: inputs.dailyCloses.sources + inputs.pricing)
        scribe.recordSectors(
            findings.sectors, exposed: findings.exposed, market: findings.market?.change.change,
            from: basket + inputs.sectorMembers.sources)
        scribe.recordLeverage(findings.leverage, inputs)
        scribe.recordForced(ForcedMove(leveraged), leveraged)
        scribe.recordNews(
            findings.news, from: inputs.headlines.sources + inputs.themeTerms.sources)
        for closes in inputs.macroCloses { scribe.recordMacro(closes.rows, from: closes.sources) }
        scribe.recordContext(
            MarketContext(
                flows: inputs.fundFlows.rows, events: inputs.events.rows, at: inputs.question.asOf),
            flows: inputs.fundFlows.sources, events: inputs.events.sources)
        scribe.recordCauses(state, inputs, causes)
        scribe.recordBand(state.band(inputs, causes, findings), inputs, causes)
        scribe.recordPublished(
            inputs.publishedFigures.rows, from: inputs.publishedFigures.sources)
        scribe.recordCharts(findings, inputs)
        return scribe
    }
}

extension StoreSnapshot {
    /// From when to when the store speaks of the whole market, whatever the as-of.
    func extentOfTotal() throws -> TimeRange? {
        let extents = try [TimeSpan.hour, .day].compactMap {
            try extent(of: .total, interval: $0)
        }
        guard let first = extents.map(\.start).min(), let last = extents.map(\.end).max() else {
            return nil
        }
        return TimeRange(from: first, to: last)
    }
}
