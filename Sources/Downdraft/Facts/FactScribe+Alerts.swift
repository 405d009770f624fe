internal import Evidence
internal import Market
internal import Outlook
internal import Series
internal import Store

extension FactScribe {
    /// Which alerts have gone off, how each rule stands, and how good its claims were.
    mutating func recordAlerts(_ board: AlertBoard) {
        let fired = board.fired
        let everything = board.rows.map(\.sources).joined
        let counts = [
            ("rules", board.rows.count), ("fired", fired.count),
            ("active", board.rows.count { $0.walk?.activeSince != nil }),
            ("silent", board.rows.count { $0.walk == nil }),
        ]
        for (name, count) in counts {
            record(
                Measure("alerts.\(name)"), of: .question, Double(count), .count,
                at: question.asOf, .alertWalk, from: everything)
        }
        for (place, row) in board.rows.enumerated() { record(row, place + 1) }
        // Each rule counts its own: what another does renames nothing.
        var told: [String: Int] = [:]
        for alert in fired {
            told[alert.row.rule.name, default: 0] += 1
            record(alert.row, alert.firing, told[alert.row.rule.name, default: 0])
        }
        if let score = board.score {
            record(score, "alerts.record", of: .question, .alertWalk, from: everything)
        }
    }

    /// How good what alerts said was, beside how often the same follows any bar.
    mutating func record(
        _ score: AlertScore, _ measure: Measure, of subject: Subject, _ method: Method,
        from sources: Provenance
    ) {
        let figures: [(String, Double, Unit)] = [
            ("count", Double(score.count), .count), ("hits", Double(score.hits), .count),
            ("brier", score.brier, .coefficient), ("log", score.logScore, .coefficient),
            ("climatology.brier", score.climatologyBrier, .coefficient),
            ("climatology.log", score.climatologyLogScore, .coefficient),
        ]
        for (name, value, unit) in figures {
            record(
                measure.dot(name), of: subject, value, unit, at: question.asOf, method,
                from: sources)
        }
        recordText(
            measure.dot("verdict"), of: subject, score.verdict.rawValue, at: question.asOf, method,
            from: sources)
        guard let skill = score.skill else { return }
        record(
            measure.dot("skill"), of: subject, skill.skill, .ratio, low: skill.lower,
            high: skill.upper, at: question.asOf, method, from: sources, standing: .simulated)
    }

    // MARK: Rules

    private mutating func record(_ row: AlertBoard.Row, _ place: Int) {
        let (rule, measure) = (row.rule, Measure("alert.\(place)"))
        let subject = Subject("rule:\(rule.name)")
        let words = [
            ("rule", rule.canonicalText), ("of", rule.subject), ("watches", rule.watchTitle),
            ("when", rule.threshold.comparison.title), ("promise", rule.promiseTitle),
        ]
        for (name, text) in words {
            recordText(measure.dot(name), of: subject, text, .asked, from: [])
        }
        let (name, unit) = rule.quantity.measured
        for (edge, value) in [("enter", rule.threshold.enter), ("exit", rule.threshold.exit)] {
            record(
                measure.dot(name).dot(edge), of: subject, value, unit, at: nil, .asked, from: [])
        }
        record(
            measure.dot("bars"), of: subject, Double(row.bars), .count, at: row.lastClose,
            .alertWalk, from: row.sources)
        guard let walk = row.walk else { return }
        if let first = row.firstBar {
            record(
                measure.dot("from"), of: subject, .instant(first), .instant, at: row.lastClose,
                .alertWalk, from: row.sources)
        }
        if let value = walk.value {
            record(
                measure.dot(name), of: subject, value, unit, at: row.lastClose, .alertWalk,
                from: row.sources)
        }
        if let since = walk.activeSince {
            record(
                measure.dot("since"), of: subject, .instant(Timestamp(microseconds: since)),
                .instant, at: row.lastClose, .alertWalk, from: row.sources)
        }
        recordPast(walk, row, measure, of: subject)
    }

    private mutating func recordPast(
        _ walk: AlertWalk, _ row: AlertBoard.Row, _ measure: Measure, of subject: Subject
    ) {
        let seen = walk.experience
        let counts = [
            ("fired", walk.firings.count), ("muted", walk.muted), ("followed.count", seen.count),
            ("followed", seen.hits), ("climatology.count", walk.climatology.count),
        ]
        for (name, count) in counts {
            record(
                measure.dot(name), of: subject, Double(count), .count, at: row.lastClose,
                .alertWalk, from: row.sources)
        }
        for (name, experience) in [("followed", seen), ("climatology", walk.climatology)]
        where experience.count > 0 {
            record(
                measure.dot(name).dot("rate"), of: subject,
                Double(experience.hits) / Double(experience.count), .ratio, at: row.lastClose,
                .alertWalk, from: row.sources)
        }
        if let score = walk.score {
            record(score, measure.dot("record"), of: subject, .alertWalk, from: row.sources)
        }
    }

    // MARK: Alerts

    private mutating func record(_ row: AlertBoard.Row, _ firing: AlertFiring, _ place: Int) {
        let measure = Measure("fired.\(place)")
        let subject = Subject("rule:\(row.rule.name)")
        let at = Timestamp(microseconds: firing.firedAt)
        let (name, unit) = row.rule.quantity.measured
        func put(_ name: String, _ value: Double, _ unit: Unit) {
            record(
                measure.dot(name), of: subject, value, unit, at: at, .alertWalk, from: row.sources)
        }
        record(
            measure.dot("at"), of: subject, .instant(at), .instant, at: at, .alertWalk,
            from: row.sources)
        put(name, firing.value, unit)
        put("price", firing.price, .usd)
        put("earlier", Double(firing.firings.count), .count)
        put("bars", Double(firing.climatology.count), .count)
        guard let forecast = firing.forecast else { return }
        for probability in forecast.probabilities {
            put(probability.method.word, probability.value, .ratio)
        }
        let words = [
            ("basis", firing.isOfFirings ? "earlier alerts" : "any bar"),
            ("event", forecast.event.condition.canonicalText), ("id", forecast.id),
        ]
        for (name, text) in words {
            recordText(
                measure.dot(name), of: subject, text, at: at, .alertWalk, from: row.sources)
        }
        for (name, moment) in [("start", forecast.event.start), ("due", forecast.event.end)] {
            record(
                measure.dot(name), of: subject, .instant(Timestamp(microseconds: moment)),
                .instant, at: at, .alertWalk, from: row.sources)
        }
        guard let outcome = firing.outcome else { return }
        recordText(
            measure.dot("outcome"), of: subject,
            (outcome ? Resolution.Outcome.happened : .didNotHappen).title, at: at, .alertWalk,
            from: row.sources)
    }
}

extension AlertQuantity {
    /// The word of a measure for what is watched, and its unit.
    fileprivate var measured: (name: String, unit: Unit) {
        switch self {
        case .move: ("move", .ratio)
        case .swings: ("swings", .coefficient)
        case .distance: ("distance", .ratio)
        case .strength: ("strength", .score)
        case .liquidated: ("liquidated", .usd)
        case .openInterest: ("openInterest", .ratio)
        }
    }
}

extension AlertRule {
    /// What it watches, for readers.
    fileprivate var watchTitle: String {
        switch quantity {
        case .move(let bars): "change over \(time(bars))"
        case .swings(let bars): "change over \(time(bars)), in usual swings"
        case .distance(.level(let level)): "distance to \(level)"
        case .distance(.simpleAverage(let length)): "distance to the \(time(length)) average"
        case .distance(.exponentialAverage(let length)):
            "distance to the \(time(length)) exponential average"
        case .strength(let period): "relative strength over \(time(period))"
        case .liquidated(.both, let bars): "liquidated over \(time(bars))"
        case .liquidated(let side, let bars): "\(side.rawValue)s liquidated over \(time(bars))"
        case .openInterest(let bars): "change of open interest over \(time(bars))"
        }
    }

    /// What it says will follow, for readers.
    fileprivate var promiseTitle: String {
        let way =
            switch promise.way {
            case .either: "to either side"
            case .further: side == .up ? "up" : "down"
            }
        let swings =
            promise.swings.rounded() == promise.swings
            ? "\(Int(promise.swings))" : "\(promise.swings)"
        return
            "\(swings) \(promise.swings == 1 ? "swing" : "swings") \(way) within \(time(promise.bars))"
    }

    /// A stretch of so many of its bars: `24 h`, `3 d`.
    private func time(_ bars: Int) -> String {
        "\(bars) " + (interval == TimeSpan.hour.microseconds ? "h" : "d")
    }
}

extension AlertThreshold.Comparison {
    /// The comparison for readers.
    fileprivate var title: String {
        switch self {
        case .atLeast: "at least"
        case .atMost: "at most"
        }
    }
}
