internal import Evidence
internal import Market
internal import Outlook
internal import Series

extension FactScribe {
    /// A backtest's scores, horizon by horizon: of levels by themselves, and of each branch of the tree.
    mutating func recordScorecard(
        _ walk: WalkForward, bars: Int, of subject: Subject, from sources: Provenance
    ) {
        record(
            "backtest.bars", of: subject, Double(bars), .count, at: question.asOf, .walkForward,
            from: sources)
        for method in IssuedForecast.Method.ofOutlooks {
            recordText(
                Measure("backtest.\(method.word).name"), of: subject, method.title,
                at: question.asOf, .walkForward, from: [])
        }
        for row in Scorecard(walk, selection: { !$0.isBranch }).rows {
            let measure = Measure("backtest.\(row.horizon)d")
            record(
                measure.dot("days"), of: subject, Double(row.horizon), .days, at: question.asOf,
                .walkForward, from: sources)
            record(row, measure, of: subject, from: sources)
            recordTransforms(row, measure, of: subject, from: sources)
        }
        for rule in ForecastClass.Rule.ofBranches {
            let card = Scorecard(walk) { $0.isBranch && $0.rule == rule }
            for row in card.rows {
                let measure = Measure("backtest.\(row.horizon)d").dot(rule.rawValue)
                recordText(
                    measure, of: subject, rule.title, at: question.asOf, .walkForward, from: [])
                record(row, measure, of: subject, from: sources)
            }
        }
    }

    private mutating func record(
        _ row: Scorecard.Row, _ measure: Measure, of subject: Subject, from sources: Provenance
    ) {
        func put(_ name: String, _ value: Double, _ unit: Unit) {
            record(
                measure.dot(name), of: subject, value, unit, at: question.asOf, .walkForward,
                from: sources)
        }
        put("forecasts", Double(row.forecasts), .count)
        put("times", Double(row.times), .count)
        put("undecidable", Double(row.undecidable), .count)
        put("rate", row.rate, .ratio)
        for score in row.methods { record(score, measure, of: subject, from: sources) }
    }

    private mutating func recordTransforms(
        _ row: Scorecard.Row, _ measure: Measure, of subject: Subject, from sources: Provenance
    ) {
        guard let transforms = row.transforms else { return }
        record(
            measure.dot("transforms.p"), of: subject, transforms.probability, .coefficient,
            at: question.asOf, .walkForward, from: sources)
        recordCurve(
            measure.dot("transforms"), of: subject, "share of the distribution",
            transforms.counts.indices.map { (Double($0) + 0.5) / 10 },
            [("count", .count, transforms.counts.map { Double($0) })], from: sources)
    }

    private mutating func record(
        _ score: MethodScore, _ horizon: Measure, of subject: Subject, from sources: Provenance
    ) {
        let measure = horizon.dot(score.method.word)
        let parts: [(String, Double?)] = [
            ("brier", score.brier.score), ("reliability", score.brier.reliability),
            ("resolution", score.brier.resolution), ("uncertainty", score.brier.uncertainty),
            ("log", score.logScore), ("reliable.p", score.reliability?.probability),
            ("skill.calm", score.skillByRegime[0]), ("skill.middle", score.skillByRegime[1]),
            ("skill.wild", score.skillByRegime[2]),
            ("climatology.p", score.comparedToClimatology?.probability),
            ("closedForm.p", score.comparedToClosedForm?.probability),
        ]
        for (name, value) in parts {
            guard let value else { continue }
            record(
                measure.dot(name), of: subject, value, .coefficient, at: question.asOf,
                .walkForward,
                from: sources)
        }
        let skills = [
            ("skill.climatology", score.againstClimatology),
            ("skill.closedForm", score.againstClosedForm),
        ]
        for (name, skill) in skills {
            guard let skill else { continue }
            record(
                measure.dot(name), of: subject, skill.skill, .ratio, low: skill.lower,
                high: skill.upper, at: question.asOf, .walkForward, from: sources,
                standing: .simulated)
        }
        guard let table = score.reliability else { return }
        record(
            measure.dot("outside"), of: subject, Double(table.outside), .count,
            at: question.asOf, .walkForward, from: sources)
        recordCurve(
            measure.dot("diagram"), of: subject, "probability", table.bins.map(\.forecast),
            [
                ("rate", .ratio, table.bins.map(\.rate)),
                ("low", .ratio, table.bins.map(\.lower)),
                ("high", .ratio, table.bins.map(\.upper)),
                ("count", .count, table.bins.map { Double($0.count) }),
            ], from: sources)
    }

    private mutating func recordCurve(
        _ measure: Measure, of subject: Subject, _ axis: String, _ places: [Double],
        _ columns: [(String, Unit, [Double?])], from sources: Provenance
    ) {
        record(
            CurveFact(
                measure, of: subject, axis: CurveFact.Axis(axis, .ratio, places),
                columns: columns.map { CurveFact.Column($0.0, $0.1, $0.2) }, asOf: question.asOf,
                method: .walkForward, sources: sources))
    }
}

extension ForecastClass.Rule {
    /// The branch for readers.
    fileprivate var title: String {
        switch self {
        case .breaks: "the nearest level breaks"
        case .hold: "the nearest levels hold"
        case .next: "the next level is reached"
        case .comeback: "a break is taken back"
        case .touch: "touched"
        case .close: "closed beyond"
        }
    }
}

extension IssuedForecast.Method {
    /// The method as a word of a measure.
    var word: String {
        switch self {
        case .closedForm: "closedForm"
        case .simulation: "simulation"
        case .climatology: "climatology"
        case .recalibrated: "recalibrated"
        case .firings: "firings"
        }
    }

    /// The method for readers.
    var title: String {
        switch self {
        case .closedForm: "steady walk"
        case .simulation: "simulation"
        case .climatology: "base rate"
        case .recalibrated: "corrected"
        case .firings: "earlier alerts"
        }
    }
}
