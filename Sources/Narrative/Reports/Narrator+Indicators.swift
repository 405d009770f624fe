public import Evidence
public import Market

extension Narrator {
    /// What the usual indicators read on a chart, closed and live.
    public func indicatorReport(of subject: Subject, sources: [Source]) -> Report {
        let gaps = [
            chartGap(subject), liveGap(subject), yearGap(subject), volumeGap(subject),
        ].compactMap { $0 }
        return Report(
            title: "Indicators of \(chartName(subject)). As of \(asOfFact)", asOf: asOf,
            window: window, headline: indicatorHeadline(subject), lead: indicatorLead(subject),
            sections: [
                indicatorSection("averages", "Averages", subject),
                indicatorSection("trend", "Trend", subject),
                indicatorSection("bands", "Bands", subject),
                indicatorSection("oscillators", "Oscillators", subject),
                indicatorSection("volume", "Volume", subject), chartSection(subject),
            ].compactMap { $0 }, book: book, gaps: gaps, sources: sources)
    }

    /// The indicators of a kind, in the order in which they are read.
    private static let kinds: [String: [Measure]] = [
        "averages": [
            "sma.20", "sma.50", "sma.100", "sma.200", "ema.20", "ema.50", "ema.100", "ema.200",
            "wma.20", "dema.20", "tema.20", "kama.10",
        ],
        "trend": [
            "macd.line", "macd.signal", "macd.histogram", "adx.14", "di.plus.14", "di.minus.14",
            "aroon.up.25", "aroon.down.25", "superTrend.10", "sar", "ichimoku.conversion.9",
            "ichimoku.base.26", "ichimoku.leadingA", "ichimoku.leadingB.52",
            "regression.value.20", "regression.slope.20",
        ],
        "bands": [
            "bollinger.upper.20", "bollinger.lower.20", "donchian.upper.20", "donchian.lower.20",
            "keltner.upper.20", "keltner.lower.20", "atr.14", "deviation.20",
        ],
        "oscillators": [
            "rsi.14", "strength.simpleMean.14", "strength.fromFirstMove.14",
            "strength.weightedMean.14", "stochastic.k.14", "stochastic.d.14", "williamsR.14",
            "cci.20", "roc.10",
        ],
        "volume": ["obv", "mfi.14", "vwap.year"],
    ]

    private func indicatorSection(_ kind: String, _ title: Sentence, _ subject: Subject)
        -> Section?
    {
        let readings = (Self.kinds[kind] ?? []).filter {
            fact(.reading($0, live: false), subject) != nil
        }
        guard !readings.isEmpty else { return nil }
        let ranked = readings.contains {
            fact(.reading($0, live: false).dot("rank"), subject) != nil
        }
        let columns: [Table.Column] =
            [.words("Indicator"), .numbers("Last closed day"), .numbers("With today so far")]
            + (ranked ? [.numbers("Days at or below it")] : [])
        let rows = readings.map { measure in
            indicatorRow(measure, subject) + (ranked ? [rankCell(measure, subject)] : [])
        }
        let ranks: Sentence =
            fact("bars.ranked", subject).map { count in
                ranked ? "; days at or below it, of the last \(count)" : ""
            } ?? ""
        let caption: Sentence = "\(title) of \(chartName(subject)), on daily bars\(ranks)"
        return Section(kind, title, [.table(Table(kind, caption, columns: columns, rows: rows))])
    }

    private func indicatorRow(_ measure: Measure, _ subject: Subject) -> [Sentence] {
        let closed = fact(.reading(measure, live: false), subject)
        let style = priceStyle(subject)
        return [
            liveOrClosed(measure, subject).map { "\(measure: $0)" } ?? "", cell(closed, style),
            cell(fact(.reading(measure, live: true), subject), style),
        ]
    }

    private func rankCell(_ measure: Measure, _ subject: Subject) -> Sentence {
        cell(fact(.reading(measure, live: false).dot("rank"), subject))
    }

    private func indicatorHeadline(_ subject: Subject) -> Sentence {
        guard let price = fact(.price, subject) else {
            return "No bar of \(chartName(subject)) is known"
        }
        let strength: Sentence =
            liveOrClosed("rsi.14", subject).map { "; \(measure: $0) reads \($0)" } ?? ""
        return "\(chartName(subject)) at \(price, priceStyle(subject))\(strength)"
    }

    private func indicatorLead(_ subject: Subject) -> [Sentence] {
        guard let price = fact(.price, subject), let number = price.number else { return [] }
        let sides = Self.kinds["averages", default: []].prefix(8).compactMap { measure in
            liveOrClosed(measure, subject)
        }
        let above = sides.filter { ($0.number ?? 0) < number }
        let below = sides.filter { ($0.number ?? 0) >= number }
        func list(_ averages: [Fact]) -> Sentence {
            let names = averages.map { "\(measure: $0)" as Sentence }
            return names.dropFirst().reduce(names.first ?? "") { "\($0), \($1)" }
        }
        return [
            "The last price, at \(observed: price), is \(price, priceStyle(subject)).",
            above.isEmpty ? "" : "It stands above its \(list(above)).",
            below.isEmpty ? "" : "It stands at or below its \(list(below)).",
        ].filter { !$0.isEmpty }
    }

    /// The reading with today's bar so far, or else that of the last closed day.
    func liveOrClosed(_ measure: Measure, _ subject: Subject) -> Fact? {
        fact(.reading(measure, live: true), subject)
            ?? fact(.reading(measure, live: false), subject)
    }

    private func chartSection(_ subject: Subject) -> Section? {
        guard let bars = book.series("bars.1d", subject) else { return nil }
        let overlays = [50, 100, 200].compactMap { book.series(.average(days: $0), subject) }
        let chart = Chart(
            "price", "\(chartName(subject)), daily, with averages and relative strength",
            summary: indicatorHeadline(subject),
            plot: .price(
                PricePlot(
                    bars: bars, overlays: overlays,
                    oscillator: book.series(.relativeStrength(14), subject))))
        return Section("chart", "The chart", [.chart(chart)])
    }
}

extension Narrator {
    /// What a chart shows: `TOTAL`, `BTC`.
    func chartName(_ subject: Subject) -> Sentence {
        book[.price, subject].map { "\(subject: $0)" } ?? "the chart"
    }

    /// A market's dollars by the trillion; a coin's with as many digits as tell one price from the next.
    func priceStyle(_ subject: Subject) -> FactStyle {
        subject.kind == "asset" ? .fine : .plain
    }

    private func chartGap(_ subject: Subject) -> ReportGap? {
        guard fact(.price, subject) == nil else { return nil }
        return ReportGap(
            "no-chart", .thin, "There is no bar of \(chartName(subject)) known by then.")
    }

    private func liveGap(_ subject: Subject) -> ReportGap? {
        guard let price = fact(.price, subject), fact("sma.20.closed", subject) != nil,
            fact("sma.20", subject) == nil, let observed = price.observedAt,
            observed != observed.day.start
        else { return nil }
        return ReportGap(
            "no-hours", .note,
            "Today's bar so far is not known from its first hour on, so no live reading is given.")
    }

    private func yearGap(_ subject: Subject) -> ReportGap? {
        guard let count = fact("bars.count", subject), let first = fact("bars.first", subject),
            fact("rsi.14.closed.rank", subject) == nil
        else { return nil }
        return ReportGap(
            "no-year", .note,
            """
            The chart holds \(count) daily bars, from \(first, .date) on: too few to rank a reading.
            """)
    }

    private func volumeGap(_ subject: Subject) -> ReportGap? {
        guard subject == .total else { return nil }
        return ReportGap(
            "index-volume", .note,
            "An index's volume is its provider's estimate: no indicator of volume is read.")
    }
}
