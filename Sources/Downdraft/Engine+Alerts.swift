internal import Evidence
public import Market
public import Narrative
package import Outlook
internal import Store

extension Engine {
    /// Which alerts have gone off over a window by the built-in rules, what they say will follow, and how good what
    /// they said before was.
    ///
    /// - Input: `issuedAt`, the moment at which its claims are written down in the store, so that they are judged
    ///   when they come due; `nil` writes nothing.
    /// - Throws: `EngineError.outsideData` where the store holds no bars near the as-of that any rule watches;
    ///   `StoreError`.
    public func alerts(_ question: Question, issuedAt: Timestamp? = nil) throws -> Report {
        try alerts(question, rules: nil, issuedAt: issuedAt)
    }

    /// The same by rules of the user's own; `nil` takes the built-in.
    ///
    /// - Throws: `EngineError.unknownName` and `.ambiguousName` besides, for what a rule of the user's own watches.
    package func alerts(
        _ question: Question, rules: [AlertRule]?, issuedAt: Timestamp?
    ) throws -> Report {
        let named = try (rules ?? AlertRule.catalogue).map { rule in
            // A store need not hold what the built-in rules watch.
            (
                rule: rule,
                charted: rules == nil
                    ? try? charted(rule.subject, question) : try charted(rule.subject, question)
            )
        }
        let snapshot = try StoreReader.open(path: store).snapshot(asOf: question.asOf)
        let inputs = try AlertInputs(named, question, from: snapshot)
        let board = AlertBoard(inputs)
        guard board.rows.contains(where: { $0.walk != nil }) else {
            throw EngineError.outsideData(
                asOf: question.asOf, extent: try Self.extent(of: inputs, in: snapshot))
        }
        if let issuedAt { try issue(board.forecasts, of: question, at: issuedAt) }
        var scribe = FactScribe(question)
        scribe.recordAlerts(board)
        return narrated(scribe.book, question, inputs.sources) {
            $0.alertReport(window: question.window.description, sources: $1)
        }
    }

    /// From when to when the store speaks of what rules watch, whatever the as-of.
    private static func extent(
        of inputs: AlertInputs, in snapshot: StoreSnapshot
    ) throws -> TimeRange? {
        let extents = try inputs.watched.compactMap { watched -> TimeRange? in
            guard let series = watched.chart?.series else { return nil }
            return try snapshot.extent(
                of: series, interval: TimeSpan(microseconds: watched.rule.interval))
        }
        guard let first = extents.map(\.start).min(), let last = extents.map(\.end).max() else {
            return try snapshot.extentOfTotal()
        }
        return TimeRange(from: first, to: last)
    }

    /// Writes alerts down, each once: one of the same rule, series and moment that is there already stands, whatever
    /// later rows would have made of it.
    private func issue(
        _ forecasts: [IssuedForecast], of question: Question, at instant: Timestamp
    ) throws {
        let snapshot = try StoreReader.open(path: store).snapshot(
            asOf: max(question.asOf, instant))
        let written = Set(
            try snapshot.forecasts().compactMap { stored -> AlertKey? in
                guard case .forecast(let forecast)? = stored.statement else { return nil }
                return AlertKey(forecast)
            })
        let new = forecasts.filter { forecast in
            AlertKey(forecast).map { !written.contains($0) } ?? false
        }
        guard !new.isEmpty else { return }
        try issue(new.map { .forecast($0) }, at: instant)
    }
}

/// What an alert is the same by: its rule, what it is of, and when its time begins.
private struct AlertKey: Hashable {
    let rule: String
    let subject: String
    let start: Int64

    /// `nil` for what is no alert.
    init?(_ forecast: IssuedForecast) {
        guard forecast.kind == .alert else { return nil }
        rule = forecast.label
        subject = forecast.event.subject
        start = forecast.event.start
    }
}
