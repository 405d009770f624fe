/// What a backtest forecasts, and by which settings. All of it is fixed before the first bar.
package struct WalkForwardPlan: Hashable, Codable, Sendable {
    /// Within how many bars things may happen, ascending.
    package var horizons = [1, 5, 10]
    /// What decides: levels touched, closed beyond, broken.
    package var rules: [ForecastClass.Rule] = [.touch, .breaks]
    /// Levels on both sides at so many standard deviations of the horizon.
    package var deviations = [0.5, 1, 2]
    /// Levels on both sides at such shares of the price.
    package var changes = [0.05, 0.1]
    /// Whether the next round numbers on both sides are levels.
    package var hasRoundNumbers = true
    /// The names of levels that the caller places.
    package var names: [String] = []
    /// Whether the branches of a `ScenarioTree` are forecast too, between the named levels and the next two
    /// round numbers on each side.
    package var hasBranches = false
    /// How volatility is expected.
    package var model = VolatilityModel.daily
    /// How many of the last bars are drawn from.
    package var window = 2_000
    /// How many paths a forecast is counted in: rounded up to a multiple of 64. With 1,024 the count alone
    /// adds at most 0.00025 to a Brier score.
    package var paths = 1_024
    /// The mean length of a bootstrap block in bars.
    package var blockLength = 10.0
    /// How many bars pass before the first forecast.
    package var warmUp = 250
    /// A forecast every so many bars.
    package var stride = 1
    /// After how many forecasts the correction is fitted again.
    package var recalibrateEvery = 20
    /// How many times must have been resolved before a correction is used.
    package var leastResolved = 250
    /// What all draws follow from.
    package var seed: UInt64 = 20_170_101

    /// A plan for days, of touches and breaks.
    package init() {}

    /// The plan of the scorecard in the documentation: days, every rule, the levels of `UsualLevels`, and the
    /// branches of the tree between them.
    package static var daily: WalkForwardPlan {
        var plan = WalkForwardPlan()
        plan.rules = ForecastClass.Rule.ofLevels
        plan.names = UsualLevels.names
        plan.hasBranches = true
        return plan
    }

    /// The same for bars whose highs and lows are not known, such as those of `EqualBasket`.
    package var ofClosesAlone: WalkForwardPlan {
        var plan = self
        plan.rules = rules.filter { $0 != .touch }
        plan.hasBranches = false
        return plan
    }

    /// The plan for hours: horizons of an hour, four hours and a day, GARCH fitted again every week, 512 paths.
    package static var hourly: WalkForwardPlan {
        var plan = WalkForwardPlan()
        plan.horizons = [1, 4, 24]
        plan.rules = [.touch]
        plan.changes = [0.01, 0.03]
        plan.model = .garch(refitEvery: 168)
        plan.window = 1_000
        plan.paths = 512
        plan.warmUp = 1_100
        plan.recalibrateEvery = 24
        plan.leastResolved = 1_000
        return plan
    }

    /// Whether a backtest can follow it.
    package var isValid: Bool {
        let isOrdered = zip(horizons, horizons.dropFirst()).allSatisfy { $0 < $1 }
        let longest = horizons.last ?? 0
        let counts = [paths, stride, recalibrateEvery, leastResolved]
        return (horizons.first ?? 0) > 0 && longest <= 1_000 && isOrdered && !rules.isEmpty
            && deviations.allSatisfy { $0 > 0 && $0 <= 100 }
            && changes.allSatisfy { $0 > 0 && $0 < 1 }
            && ResidualHistory.isValid(model, window: window)
            && counts.allSatisfy { $0 > 0 && $0 <= 1_000_000 }
            && paths <= 100_000 && blockLength >= 1 && blockLength.isFinite && warmUp >= 0
            && warmUp <= 1_000_000_000
            && rules.allSatisfy(ForecastClass.Rule.ofLevels.contains)
            && (1...400).contains(classes.count)
    }

    /// Every class of forecast, those of a horizon together, in the order of the plan.
    package var classes: [ForecastClass] {
        let placements =
            deviations.map(ForecastClass.Placement.deviations)
            + changes.map(ForecastClass.Placement.change)
            + (hasRoundNumbers ? [.roundNumber] : [])
            + names.map(ForecastClass.Placement.named)
        return horizons.flatMap { horizon in
            LevelSide.allCases.flatMap { side in
                rules.flatMap { rule in
                    placements.map {
                        ForecastClass(rule: rule, side: side, placement: $0, horizon: horizon)
                    }
                }
            } + (hasBranches ? ForecastClass.branches(within: horizon) : [])
        }
    }
}
