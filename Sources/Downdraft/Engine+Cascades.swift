internal import Cascades
internal import Evidence
internal import Levels
internal import Market
public import Narrative
internal import Series
internal import Store

extension Engine {
    /// How many worlds a simulation draws unless it is said otherwise.
    public static let usualDraws = CascadeUncertainty.minimumDraws

    /// How much of a move forced selling can account for, and what breaking the next levels would set off.
    ///
    /// - Input: `draws`, how many worlds are drawn: 4,096 to 262,144.
    /// - Throws: `EngineError.noBars`; `EngineError.refused` where no open interest is known, or the draws
    ///   are too few or too many; `StoreError`.
    public func simulate(
        _ charted: Charted, _ question: Question, draws: Int = usualDraws
    ) async throws -> Report {
        guard (CascadeUncertainty.minimumDraws...CascadeUncertainty.maximumDraws).contains(draws)
        else {
            throw EngineError.refused(
                "\(draws) worlds cannot be drawn — write \(CascadeUncertainty.minimumDraws) to "
                    + "\(CascadeUncertainty.maximumDraws)")
        }
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let (chart, chartState) = try readChart(of: charted, question)
        let inputs = try CascadeInputs(charted, question, venue: "binance", from: snapshot)
        let state: CascadeState
        let middles: [CascadeMiddle]
        let fans: [CascadeFan]
        do {
            let members = try CascadeMember.all(of: charted, total: chart.daily.rows, inputs)
            guard !members.isEmpty else {
                throw EngineError.refused(
                    "open interest, prices and volumes of \(charted.subject.name) are not known at both "
                        + "ends of the window; import them, or ask about BTC, ETH, SOL or XRP")
            }
            state = try await CascadeState(
                members, change: Self.change(charted, chartState, members, question),
                levels: Self.levelsAhead(chartState, hasVolume: chart.hasVolume), draws: draws)
            middles = try members.map { member in try CascadeMiddle(member.now) }
            // The paths of several coins together would need how they go together.
            fans = try await CascadeFan.all(charted == .market ? nil : middles.first)
        } catch let error as CascadeError {
            throw EngineError.refused("\(error)")
        }
        var scribe = FactScribe(question)
        let sources = chart.daily.sources + chart.hourly.sources + inputs.sources
        scribe.recordCascade(state, of: charted.subject, venue: inputs.venue, from: sources)
        scribe.recordMiddles(middles, from: sources)
        if let middle = middles.first,
            let coin = inputs.coins.first(where: { $0.asset == middle.asset })
        {
            scribe.recordFans(
                fans, middle, after: coin.hourly.rows, of: charted.subject, from: sources)
        }
        return narrated(scribe.book, question, chart.sources) {
            $0.simulationReport(
                of: charted.subject, window: question.window.description, sources: $1)
        }
    }

    /// The change over the window of what is charted; an index's own, a coin's from the venue's bars.
    private static func change(
        _ charted: Charted, _ chart: ChartState, _ members: [CascadeMember], _ question: Question
    ) -> Double? {
        guard charted == .market else { return members.first?.change }
        let start = chart.hourly.lastClosed(at: question.range.start, within: PriceBoard.staleAfter)
        let end = chart.hourly.lastClosed(at: question.range.end, within: PriceBoard.staleAfter)
        guard let start, let end else { return nil }
        return end.close / start.close - 1
    }

    /// The nearest levels of the kinds that people speak of on either side, the first so far away at least, the
    /// others a hundredth of the price from one another, as far as half the price.
    static func levelsAhead(
        _ chart: ChartState, hasVolume: Bool, from nearest: Double = 0.01
    ) -> [CascadeLevel] {
        guard let state = LevelState(chart, hasVolume: hasVolume) else { return [] }
        let spoken = state.map.levels.filter(\.kind.isSpokenOf).map { level in
            CascadeLevel(
                name: level.kind.title, value: level.value,
                distance: abs(level.value / state.price - 1),
                side: level.value < state.price ? .long : .short)
        }
        let ordered = spoken.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return [PositionSide.long, .short].flatMap { side in
            var chosen: [CascadeLevel] = []
            for level in ordered where level.side == side && level.distance <= 0.5 {
                let least = chosen.last.map { $0.distance + 0.01 } ?? nearest
                if level.distance >= least { chosen.append(level) }
            }
            return chosen.prefix(4)
        }
    }
}

extension Level.Kind {
    /// Whether a level of the kind is named in the press: simple averages, round numbers and extremes.
    fileprivate var isSpokenOf: Bool {
        switch self {
        case .average, .round, .high, .low, .highestOfHistory, .lowestOfHistory: true
        case .exponentialAverage, .anchoredAverage, .swingZone, .volume, .floorPivot, .prior,
            .trendLine:
            false
        }
    }
}
