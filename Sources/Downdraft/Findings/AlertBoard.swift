internal import Evidence
internal import Market
internal import Outlook
internal import Store

/// Rules of alerts, walked: which have gone off over a window, how each stands, and how good their claims were.
struct AlertBoard {
    /// A rule with what came of walking it.
    struct Row {
        let rule: AlertRule
        /// `nil` where there are no bars, or none of late.
        let walk: AlertWalk?
        let bars: Int
        let firstBar: Timestamp?
        let lastClose: Timestamp?
        /// Alerts of the window, the earliest first.
        let recent: [AlertFiring]
        let sources: Provenance
    }

    let rows: [Row]

    /// Walks every rule over its bars.
    init(_ inputs: AlertInputs) {
        rows = inputs.watched.map { Self.row($0, inputs) }
    }

    private static func row(_ watched: AlertInputs.Watched, _ inputs: AlertInputs) -> Row {
        let rule = watched.rule
        let candles = watched.chart?.bars.rows ?? []
        let window = inputs.question.range
        let last = candles.last?.closeTime
        // What a chart did long ago is no state of today.
        let isFresh = last.map { window.end - $0 <= Engine.reach } ?? false
        var walk: AlertWalk?
        if let chart = watched.chart, let series = chart.series, isFresh,
            let bars = PriceBars(candles)
        {
            let values = AlertValues(chart.charted, inputs).values(rule.quantity, over: bars)
            walk = AlertWalk(rule, over: bars, values: values, series: series.text)
        }
        let recent = (walk?.firings ?? []).filter {
            $0.firedAt > window.start.microseconds && $0.firedAt <= window.end.microseconds
        }
        return Row(
            rule: rule, walk: walk, bars: walk == nil ? 0 : candles.count,
            firstBar: candles.first?.openTime, lastClose: last, recent: recent,
            sources: sources(rule, watched.chart, inputs))
    }

    private static func sources(
        _ rule: AlertRule, _ chart: AlertInputs.Chart?, _ inputs: AlertInputs
    ) -> Provenance {
        let priced = (chart?.bars.sources ?? []) + inputs.instruments
        return switch rule.quantity {
        case .liquidated: priced + inputs.liquidations.sources
        case .openInterest: priced + inputs.openInterest.sources
        case .move, .swings, .distance, .strength: priced
        }
    }

    /// Alerts of the window with their rules, the earliest first, those of one moment in the order of the rules.
    var fired: [(row: Row, firing: AlertFiring)] {
        rows.enumerated().flatMap { place, row in
            row.recent.map { (place: place, row: row, firing: $0) }
        }
        .sorted { ($0.firing.firedAt, $0.place) < ($1.firing.firedAt, $1.place) }
        .map { ($0.row, $0.firing) }
    }

    /// What alerts of the window claim, as it can be written down.
    var forecasts: [IssuedForecast] { fired.compactMap(\.firing.forecast) }

    /// How good the claims of all rules were together; `nil` where none rests on earlier alerts.
    var score: AlertScore? {
        let decided = rows.flatMap { $0.walk?.firings ?? [] }.sorted { $0.firedAt < $1.firedAt }
        return AlertScore(
            decided.compactMap { firing in
                firing.outcome.flatMap { firing.forecast?.scored($0) }
            })
    }
}
