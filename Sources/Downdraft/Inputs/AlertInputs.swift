internal import Market
internal import Outlook
internal import Series
internal import Store

/// The rows that rules of alerts are walked over.
struct AlertInputs {
    /// What a rule watches, and the bars of it.
    struct Chart {
        let charted: Charted
        /// What the bars are stored as; `nil` where there are none.
        let series: SeriesID?
        let bars: Sourced<Candle>
    }

    /// A rule with its chart; `nil` where nothing by that name is known.
    struct Watched {
        let rule: AlertRule
        let chart: Chart?
    }

    let question: Question
    let watched: [Watched]
    /// Over all that rules which ask for them look back; no rows where none does.
    let liquidations: Sourced<LiquidationBar>
    let openInterest: Sourced<OpenInterestBar>
    /// What contracts are, which decides whose bars are read.
    let instruments: Provenance
    let sources: [Source]

    /// Reads what was known at the question's as-of.
    ///
    /// - Input: each rule with what its subject stands for, `nil` where nothing is called so.
    init(
        _ rules: [(rule: AlertRule, charted: Charted?)], _ question: Question,
        from snapshot: StoreSnapshot
    ) throws {
        let instruments = try snapshot.instruments()
        var charts: [Key: Chart] = [:]
        self.question = question
        watched = try rules.map { rule, charted in
            guard let charted else { return Watched(rule: rule, chart: nil) }
            let key = Key(charted: charted, interval: rule.interval)
            let chart =
                try charts[key] ?? Self.chart(key, instruments.rows, question, from: snapshot)
            charts[key] = chart
            return Watched(rule: rule, chart: chart)
        }
        let longest = TimeRange(from: question.asOf - DayInputs.history, to: question.asOf)
        func isAsked(_ asks: (AlertQuantity) -> Bool) -> Bool {
            rules.contains { asks($0.rule.quantity) }
        }
        liquidations =
            isAsked { if case .liquidated = $0 { true } else { false } }
            ? try snapshot.liquidations(longest) : Sourced(rows: [], sources: [])
        openInterest =
            isAsked { if case .openInterest = $0 { true } else { false } }
            ? try snapshot.openInterest(longest) : Sourced(rows: [], sources: [])
        self.instruments = instruments.sources
        sources = try snapshot.sources()
    }

    private struct Key: Hashable {
        let charted: Charted
        let interval: Int64
    }

    private static func chart(
        _ key: Key, _ instruments: [Instrument], _ question: Question,
        from snapshot: StoreSnapshot
    ) throws -> Chart {
        let interval = TimeSpan(microseconds: key.interval)
        let back = interval < .day ? hours : DayInputs.history
        let range = TimeRange(from: question.asOf - back, to: question.asOf)
        switch key.charted {
        case .market:
            let bars = try snapshot.candles(series: .total, interval: interval, range: range)
            return Chart(
                charted: key.charted, series: .total,
                bars: Sourced(
                    rows: bars.rows.filter(\.isConsistent), sources: bars.sources))
        case .asset(let asset):
            let named = instruments.filter { $0.asset == asset }.sorted { $0.id < $1.id }
            let longest = try ChartInputs.longest(of: named, interval, range, from: snapshot)
            let found = try ChartInputs.bars(of: longest, interval, range, from: snapshot)
            return Chart(charted: key.charted, series: found.series, bars: found.bars)
        }
    }

    /// How far back hours are walked: two years are as many bars as any rule needs.
    private static let hours = TimeSpan.days(730)
}
