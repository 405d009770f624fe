internal import Market
internal import Outlook
internal import Series

/// What may become of a chart within some days: a tree of scenarios between its levels, each with how likely
/// it is by three ways of reckoning.
struct OutlookState {
    /// One possibility, with its place in the tree.
    struct Scenario {
        let estimate: ScenarioEstimate
        /// How likely it is where levels set off what leverage holds; `nil` where none is known.
        let withCascades: SimulatedPaths.Share?
        /// Zero for what starts from now, one for what follows.
        let depth: Int
        let forecast: IssuedForecast
    }

    /// A level ahead by itself.
    struct Ahead {
        let claim: LevelClaim
        let forecast: IssuedForecast
    }

    let price: Double
    let observedAt: Timestamp
    /// How many days it looks ahead, from the next midnight on.
    let days: Int
    /// The deviation of a day's logarithm that is expected over them.
    let volatility: Double
    /// Paths drawn, and bars they are put together from.
    let paths: Int
    let bars: Int
    /// Whether the price is within the band of a level.
    let testing: NamedLevel?
    let scenarios: [Scenario]
    /// The nearest levels on each side, whether they are touched and whether they break.
    let ahead: [Ahead]
    let fan: [SimulatedPaths.Fan]
    /// The opening of the first day ahead.
    let firstDay: Timestamp

    /// All paths are drawn from this: any number does, and the same question must have the same answer.
    private static let seed: UInt64 = 0x6f75_746c

    /// Looks ahead; `nil` where there are too few days to draw from, or no level.
    init?(
        _ chart: ChartState, levels: [NamedLevel], averageRange: Double?, jumps: [CascadeJump],
        subject: String, days: Int, paths count: Int, at asOf: Timestamp
    ) {
        let closed = chart.daily.candles
        guard let last = chart.last, let bars = PriceBars(closed),
            let pool = ResidualHistory(bars)?.pool,
            let tree = ScenarioTree(
                subject: subject, price: last.close, levels: levels, averageTrueRange: averageRange,
                closesBefore: closed.map(\.close), asOf: asOf.microseconds,
                interval: TimeSpan.day.microseconds, bars: days),
            let plain = FilteredHistoricalSimulation(pool, price: last.close, seed: Self.seed)?
                .paths(count: count, steps: days)
        else { return nil }
        let volatility = pool.volatility(overSteps: days)
        guard let estimates = ScenarioEstimate.all(tree, paths: plain, volatility: volatility)
        else { return nil }
        let jumped =
            jumps.isEmpty
            ? nil
            : FilteredHistoricalSimulation(
                pool, price: last.close, jumps: jumps, seed: Self.seed)?
                .paths(count: count, steps: days)
        price = last.close
        observedAt = last.closeTime
        self.days = days
        self.volatility = volatility
        self.paths = plain.count
        self.bars = closed.count
        testing =
            switch tree.state {
            case .testing(let level): level
            case .between: nil
            }
        fan = plain.fan(after: Array(1...days))
        let midnight = asOf.day.start
        firstDay = midnight == asOf ? midnight : asOf.day.advanced(by: 1).start
        scenarios = estimates.flatMap {
            Self.flattened($0, 0, price: last.close, jumped, asOf: asOf)
        }
        ahead = LevelClaim.all(
            subject: subject, levels: levels, averageTrueRange: averageRange, paths: plain,
            volatility: volatility, asOf: asOf.microseconds,
            interval: TimeSpan.day.microseconds, bars: days
        ).compactMap { claim in
            Self.forecast(
                .level, claim.event, claim.isBreak ? "break" : "touch", claim.simulated,
                claim.closedForm, price: last.close, asOf: asOf
            ).map { Ahead(claim: claim, forecast: $0) }
        }
    }

    /// All that it says and that bars decide.
    var forecasts: [IssuedForecast] { scenarios.map(\.forecast) + ahead.map(\.forecast) }

    private static func forecast(
        _ kind: IssuedForecast.Kind, _ event: ForecastEvent, _ label: String,
        _ simulated: SimulatedPaths.Share, _ closedForm: Double?, price: Double, asOf: Timestamp
    ) -> IssuedForecast? {
        let probabilities = [
            IssuedForecast.Probability(.simulation, simulated.smoothed),
            closedForm.flatMap { IssuedForecast.Probability(.closedForm, $0) },
        ]
        return IssuedForecast(
            kind, event: event, label: label, asOf: asOf.microseconds,
            issuedAt: asOf.microseconds, price: price,
            probabilities: probabilities.compactMap { $0 })
    }

    private static func flattened(
        _ estimate: ScenarioEstimate, _ depth: Int, price: Double, _ jumped: SimulatedPaths?,
        asOf: Timestamp
    ) -> [Scenario] {
        let event = estimate.branch.event
        let forecast = forecast(
            .scenario, event, estimate.branch.kind.rawValue, estimate.simulated,
            estimate.closedForm, price: price, asOf: asOf)
        let own = forecast.map { forecast in
            Scenario(
                estimate: estimate,
                withCascades: jumped.flatMap {
                    $0.share(of: event.condition, within: event.expectedBars)
                }, depth: depth, forecast: forecast)
        }
        return (own.map { [$0] } ?? [])
            + estimate.followers.flatMap {
                flattened($0, depth + 1, price: price, jumped, asOf: asOf)
            }
    }
}

extension PriceBars {
    /// Whole bars as columns; `nil` where they are not of one length, in order and consistent.
    init?(_ candles: [Candle]) {
        guard let interval = candles.first?.interval,
            candles.allSatisfy({ $0.interval == interval })
        else { return nil }
        self.init(
            interval: interval.microseconds, openTimes: candles.map(\.openTime.microseconds),
            opens: candles.map(\.open), highs: candles.map(\.high), lows: candles.map(\.low),
            closes: candles.map(\.close))
    }
}
