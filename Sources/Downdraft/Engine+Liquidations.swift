internal import Evidence
internal import Liquidations
internal import Market
public import Narrative
internal import Store

extension Engine {
    /// What was liquidated over a window as venues published it: floors by side, asset and bar, against
    /// open interest and what takers traded, with each venue's rule and printed claims beside them.
    ///
    /// Where single liquidations are in the store they are added up beside the bars, a sampled feed's busiest
    /// hour gets an estimate with an interval where its tape supports one, and a full feed's times are asked
    /// how much of its events is statistically attributable to earlier ones.
    ///
    /// Where leverage sits is drawn with a score made from the bars in the store (`ProfileWalk`), or not at all.
    ///
    /// - Input: `hindsight`, whether to add what a venue's share of later months would imply for all venues;
    ///   it was not known on the day, and is the only figure of any report that was not.
    /// - Throws: `EngineError.outsideData` where no liquidation lies wholly inside the window; `StoreError`.
    public func liquidations(_ question: Question, hindsight: Bool = false) throws -> Report {
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let inputs = try DayInputs(question, from: snapshot)
        let board = PriceBoard(inputs)
        let state = LeverageState(inputs, venue: "binance")
        let takers = try snapshot.takerFlow(question.range)
        let review = LiquidationReview(
            inputs, state, takers: takers.rows, prices: board.prices)
        let events = try EventInputs(question, from: snapshot)
        guard !review.rows.isEmpty || !events.isEmpty else {
            throw EngineError.refused(
                "no liquidation bar lies wholly inside the window; ask for a longer one, or import its rows"
            )
        }
        var scribe = FactScribe(question)
        scribe.recordLeverage(state, inputs)
        scribe.recordReview(review, inputs)
        scribe.recordTakers(review, inputs, from: takers.sources)
        if !events.isEmpty { scribe.recordEvents(events, openInterest: review.openInterest) }
        scribe.recordPublished(
            inputs.publishedFigures.rows.filter { $0.measure.hasPrefix("liquidations.") },
            from: inputs.publishedFigures.sources)
        scribe.recordLeverageCharts(state, inputs)
        let profiles = try ProfileInputs(question, venue: state.venue, from: snapshot)
        scribe.recordProfiles(ScoredProfile.all(profiles), profiles)
        if hindsight { scribe.recordHindsight(review, from: inputs.liquidations.sources) }
        return narrated(scribe.book, question, inputs.sources) {
            $0.liquidationReport(window: question.window.description, sources: $1)
        }
    }
}
