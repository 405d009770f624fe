/// A rule walked over a history of bars: when it went off, what it claimed each time, and what came of that.
///
/// - Shape: what is said of a bar depends on that bar and those before it alone, so that a longer history adds
///   alerts and changes none: batch is streaming.
/// - Input: a value a bar, `nil` where there is none.
/// - Probabilities: how often the same followed earlier alerts of the rule, of those decided by then; where there are
///   fewer than twenty, none but how often it followed any bar; where fewer than thirty bars were decided, no claim.
/// - Checked against: the same in Python, within 1e-12, `Fixtures/Outlook/alerts.csv`.
package struct AlertWalk: Hashable, Sendable {
    /// The rule.
    package let rule: AlertRule
    /// Every alert, the earliest first.
    package let firings: [AlertFiring]
    /// How many would have gone off but for the cool-down.
    package let muted: Int
    /// Since when the values have been beyond the threshold and not back at the exit, by the close of a bar in
    /// microseconds since 1970 UTC; `nil` where they are not.
    package let activeSince: Int64?
    /// The last value there is.
    package let value: Double?
    /// What followed any bar, by the end of the history.
    package let climatology: ClassExperience

    /// Fewer earlier alerts than this give no probability.
    package static let fewestFirings = 20
    /// Fewer decided bars than this give no claim at all.
    package static let fewestBars = 30

    /// Walks a rule over bars with a value each; `series` is the name of the bars that decide.
    package init(_ rule: AlertRule, over bars: PriceBars, values: [Double?], series: String) {
        precondition(values.count == bars.count, "a value a bar")
        let outcomes = AlertOutcomes(rule, over: bars, series: series)
        var machine = AlertMachine(rule)
        var seen = Seen(outcomes, closedForm: AlertClosedForm.probability(of: rule.promise))
        var found: [AlertFiring] = []
        var muted = 0
        for place in 0..<bars.count {
            let close = bars.openTimes[place] + bars.interval
            seen.take(upTo: close)
            let event = machine.update(values[place], at: close)
            if event == .muted { muted += 1 }
            guard event == .fired, let value = values[place] else { continue }
            seen.fired(at: place)
            found.append(
                AlertFiring(
                    firedAt: close, value: value, price: bars.closes[place],
                    firings: seen.firings, climatology: seen.climatology,
                    forecast: seen.forecast(rule, bars, place), outcome: outcomes.outcomes[place]))
        }
        self.rule = rule
        firings = found
        self.muted = muted
        activeSince = machine.activeSince
        value = values.last { $0 != nil } ?? nil
        climatology = seen.climatology
    }

    /// How often what was promised followed, of the alerts that have been decided.
    package var experience: ClassExperience {
        var experience = ClassExperience()
        for outcome in firings.compactMap(\.outcome) { experience.add(outcome) }
        return experience
    }

    /// How good its claims were, of those that were decided and rest on earlier alerts; `nil` where there is none.
    package var score: AlertScore? {
        AlertScore(
            firings.compactMap { firing in
                firing.outcome.flatMap { firing.forecast?.scored($0) }
            })
    }
}

/// What had been decided by a moment, of all bars and of those that an alert went off on.
private struct Seen {
    let outcomes: AlertOutcomes
    let closedForm: Double?
    private var next = 0
    private var alerts: [Int] = []
    private var nextAlert = 0
    private(set) var firings = ClassExperience()
    private(set) var climatology = ClassExperience()

    init(_ outcomes: AlertOutcomes, closedForm: Double?) {
        self.outcomes = outcomes
        self.closedForm = closedForm
    }

    /// Counts all whose window is over at a moment; windows end in the order of their bars.
    mutating func take(upTo moment: Int64) {
        while next < outcomes.events.count, isOver(next, at: moment) {
            if let outcome = outcomes.outcomes[next] { climatology.add(outcome) }
            next += 1
        }
        while nextAlert < alerts.count, isOver(alerts[nextAlert], at: moment) {
            if let outcome = outcomes.outcomes[alerts[nextAlert]] { firings.add(outcome) }
            nextAlert += 1
        }
    }

    /// A bar without a promise is over at once.
    private func isOver(_ place: Int, at moment: Int64) -> Bool {
        outcomes.events[place].map { $0.end <= moment } ?? true
    }

    /// Notes that an alert went off on a bar.
    mutating func fired(at place: Int) { alerts.append(place) }

    /// What is claimed on a bar.
    func forecast(_ rule: AlertRule, _ bars: PriceBars, _ place: Int) -> IssuedForecast? {
        guard let event = outcomes.events[place], climatology.count >= AlertWalk.fewestBars else {
            return nil
        }
        let close = bars.openTimes[place] + bars.interval
        let own = firings.count >= AlertWalk.fewestFirings ? firings.rate : nil
        return IssuedForecast(
            .alert, event: event, label: rule.canonicalText, asOf: close, issuedAt: close,
            price: bars.closes[place],
            probabilities: [
                IssuedForecast.Probability(.climatology, climatology.rate),
                own.flatMap { IssuedForecast.Probability(.firings, $0) },
                closedForm.flatMap { IssuedForecast.Probability(.closedForm, $0) },
            ].compactMap { $0 })
    }
}
