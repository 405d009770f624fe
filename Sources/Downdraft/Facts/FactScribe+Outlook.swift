internal import Evidence
internal import Market
internal import Outlook
internal import Series

extension FactScribe {
    /// What may become of a chart, and how likely.
    mutating func recordOutlook(
        _ state: OutlookState, _ chart: ChartState, of subject: Subject, from sources: Provenance
    ) {
        let at = state.observedAt
        let facts: [(Measure, Double, Unit, Method)] = [
            (.price, state.price, .usd, .lastClose),
            ("outlook.days", Double(state.days), .days, .asked),
            ("outlook.paths", Double(state.paths), .count, .asked),
            ("outlook.history", Double(state.bars), .count, .bars),
            ("outlook.volatility", state.volatility, .ratio, .exponentialVolatility),
        ]
        for (measure, value, unit, method) in facts {
            record(measure, of: subject, value, unit, at: at, method, from: sources)
        }
        record(
            "outlook.start", of: subject, .instant(state.firstDay), .instant, at: at, .asked,
            from: [])
        if let level = state.testing {
            record(
                "outlook.testing", of: subject, level.price, .usd, at: at, .breakRules,
                from: sources)
            recordText(
                "outlook.testing.name", of: subject, level.name, at: at, .breakRules,
                from: sources)
        }
        for (place, scenario) in state.scenarios.enumerated() {
            record(scenario, place + 1, of: subject, at: at, from: sources)
        }
        recordAhead(state, of: subject, from: sources)
        recordFan(state, of: subject, from: sources)
        let shown = chart.daily.candles.suffix(60)
        record(
            SeriesFact(
                "outlook.before", of: subject, times: shown.map(\.openTime), interval: .day,
                columns: [SeriesFact.Column("close", .usd, shown.map(\.close))],
                asOf: question.asOf, method: .bars, sources: sources))
    }

    private mutating func record(
        _ scenario: OutlookState.Scenario, _ place: Int, of subject: Subject, at: Timestamp,
        from sources: Provenance
    ) {
        let measure = Measure("scenario.\(place)")
        let estimate = scenario.estimate
        recordShare(
            estimate.simulated, measure, of: subject, at: at, .historicalSimulation, from: sources)
        if let given = estimate.givenParent {
            recordShare(
                given, measure.dot("given"), of: subject, at: at, .historicalSimulation,
                from: sources)
        }
        if let share = scenario.withCascades {
            recordShare(
                share, measure.dot("cascades"), of: subject, at: at, .cascadedSimulation,
                from: sources)
        }
        if let closedForm = estimate.closedForm {
            record(
                measure.dot("closedForm"), of: subject, closedForm, .ratio, at: at, .firstPassage,
                from: sources, standing: .estimated)
        }
        let words = [
            ("kind", estimate.branch.kind.title), ("id", scenario.forecast.id),
            ("event", scenario.forecast.event.condition.canonicalText),
        ]
        for (name, text) in words {
            recordText(
                measure.dot(name), of: subject, text, at: at, .scenarioTree, from: sources)
        }
        record(
            measure.dot("depth"), of: subject, Double(scenario.depth), .count, at: at,
            .scenarioTree, from: sources)
        let levels = [("level", estimate.branch.level), ("target", estimate.branch.target)]
        for (name, level) in levels {
            guard let level else { continue }
            record(
                measure.dot(name), of: subject, level.price, .usd, at: at, .levelMap,
                from: sources)
            recordText(
                measure.dot(name).dot("name"), of: subject, level.name, at: at, .levelMap,
                from: sources)
        }
    }

    /// The nearest levels, whether they are touched and whether they break.
    mutating func recordAhead(
        _ state: OutlookState, of subject: Subject, from sources: Provenance
    ) {
        let at = state.observedAt
        for (place, ahead) in state.ahead.enumerated() {
            let measure = Measure("ahead.\(place + 1)")
            recordShare(
                ahead.claim.simulated, measure, of: subject, at: at, .historicalSimulation,
                from: sources)
            if let closedForm = ahead.claim.closedForm {
                record(
                    measure.dot("closedForm"), of: subject, closedForm, .ratio, at: at,
                    .firstPassage, from: sources, standing: .estimated)
            }
            record(
                measure.dot("level"), of: subject, ahead.claim.level.price, .usd, at: at,
                .levelMap, from: sources)
            let words = [
                ("level.name", ahead.claim.level.name),
                ("kind", ahead.claim.isBreak ? "breaks" : "is touched"),
                ("event", ahead.forecast.event.condition.canonicalText),
                ("id", ahead.forecast.id),
            ]
            for (name, text) in words {
                recordText(measure.dot(name), of: subject, text, at: at, .levelMap, from: sources)
            }
        }
        record(
            "ahead.days", of: subject, Double(state.days), .days, at: at, .asked, from: [])
    }

    /// How many statements an answer has written down.
    mutating func recordIssue(causes: Int, levels: Int) {
        for (name, count) in [("causes", causes), ("levels", levels)] {
            record(
                Measure("issued.\(name)"), of: .question, Double(count), .count,
                at: question.asOf, .forecastLedger, from: [])
        }
    }

    /// A share of paths, two standard errors of drawing to either side.
    private mutating func recordShare(
        _ share: SimulatedPaths.Share, _ measure: Measure, of subject: Subject, at: Timestamp,
        _ method: Method, from sources: Provenance
    ) {
        let (middle, reach) = (share.probability, 2 * share.standardError)
        record(
            measure, of: subject, middle, .ratio, low: max(0, middle - reach),
            high: min(1, middle + reach), at: at, method, from: sources, standing: .simulated)
    }

    private mutating func recordFan(
        _ state: OutlookState, of subject: Subject, from sources: Provenance
    ) {
        let names = ["low", "lower", "median", "upper", "high"]
        let columns = names.enumerated().map { place, name in
            SeriesFact.Column(name, .usd, state.fan.map { $0.prices[place] })
        }
        record(
            SeriesFact(
                "outlook.fan", of: subject,
                times: state.fan.map { state.firstDay + .days($0.step - 1) }, interval: .day,
                columns: columns, asOf: question.asOf, method: .historicalSimulation,
                sources: sources, standing: .simulated))
    }
}

extension ScenarioTree.Kind {
    /// The kind for readers.
    var title: String {
        switch self {
        case .breakDown: "breaks down through"
        case .hold: "stays between"
        case .breakUp: "breaks up through"
        case .reclaim: "reclaims"
        case .next: "then reaches"
        case .comeback: "then comes back over"
        }
    }
}
