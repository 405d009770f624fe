internal import Evidence
internal import Market
public import Narrative
internal import Outlook
internal import Series
internal import Store

extension Engine {
    /// How good the outlook's probabilities were over all history of a chart: a walk forward, day by day.
    ///
    /// - Input: `state`, the bytes that an earlier call gave to `save`, to go on from there; `save`, told of the
    ///   walk's state every thousand bars and at the end, which takes a while: `nil` where nothing is kept;
    ///   `progress`, told of bars taken and bars there are.
    /// - Throws: `EngineError.noBars`; `EngineError.refused` where the history is too short or the state belongs
    ///   to other bars; `StoreError`; what `save` throws.
    public func backtest(
        outlookOf charted: Charted, _ question: Question, resuming state: [UInt8]? = nil,
        save: (([UInt8]) throws -> Void)? = nil, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Report {
        let (inputs, chart) = try readChart(of: charted, question, byLongest: true)
        guard let bars = PriceBars(chart.daily.candles) else {
            throw EngineError.noBars(of: charted.subject.name)
        }
        var walk = try Self.walk(resuming: state, over: bars)
        while walk.taken < bars.count {
            let isGoingOn = walk.advance(
                over: bars, to: min(walk.taken + 1000, bars.count),
                levels: { UsualLevels.after($0, of: bars) }, progress: { progress($0, bars.count) })
            guard isGoingOn else {
                throw EngineError.refused(
                    "the saved walk does not go on from these bars — begin anew without it")
            }
            if let save { try save(try SavedWalk(walk, over: bars).bytes()) }
        }
        guard !Scorecard(walk).rows.isEmpty else {
            let needed =
                walk.plan.warmUp + walk.plan.leastResolved + (walk.plan.horizons.first ?? 0)
            throw EngineError.refused(
                "the history of \(charted.subject.name) has \(bars.count) days; scoring begins after "
                    + "\(needed)")
        }
        var scribe = FactScribe(question)
        scribe.recordScorecard(
            walk, bars: bars.count, of: charted.subject, from: inputs.daily.sources)
        return narrated(scribe.book, question, inputs.sources) {
            $0.scorecardReport(of: charted.subject, sources: $1)
        }
    }

    /// Fewer days than this are scored with less experience: better a thin scorecard than none.
    private static let shortHistory = 750

    private static func walk(resuming state: [UInt8]?, over bars: PriceBars) throws -> WalkForward {
        var plan = WalkForwardPlan.daily
        if bars.count < shortHistory {
            plan.warmUp = ResidualHistory.minimumResiduals + 25
            plan.leastResolved = 50
        }
        if let state {
            guard let saved = SavedWalk(state), saved.walk.plan == plan else {
                throw EngineError.refused(
                    "what was saved is no walk of this plan — begin anew without it")
            }
            guard saved.isOver(bars) else {
                throw EngineError.refused(
                    "what was saved is a walk over other bars — begin anew without it")
            }
            return saved.walk
        }
        guard let walk = WalkForward(plan) else {
            throw EngineError.refused("the plan cannot be followed")
        }
        return walk
    }

    /// What became of the statements in the store that have come due by the question's as-of: scenarios, levels
    /// and causes, each apart.
    ///
    /// - Throws: `EngineError.refused` where none was issued by then; `StoreError`.
    public func score(_ question: Question) throws -> Report {
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let sheet = try ForecastSheet(
            try snapshot.forecasts(), at: question.asOf, from: snapshot)
        guard !sheet.isEmpty else {
            throw EngineError.refused(
                "no forecast had been issued by then — 'downdraft outlook' writes them down")
        }
        var scribe = FactScribe(question)
        scribe.recordForecasts(sheet)
        return narrated(scribe.book, question, try snapshot.sources()) {
            $0.forecastReport(sources: $1)
        }
    }
}
