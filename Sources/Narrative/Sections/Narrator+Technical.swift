internal import Evidence
internal import Market

extension Narrator {
    /// Where the market stands on the chart.
    var technical: Section? {
        guard let cap = fact(.cap, .total) else { return nil }
        var blocks: [Block] = [
            .paragraph([averageWords, strengthWords].compactMap { $0 })
        ]
        let levels = levelFacts()
        if !levels.isEmpty { blocks.append(.table(levelTable(levels, price: cap))) }
        if !strengthRows.isEmpty { blocks.append(.table(strengthTable)) }
        if let table = indicatorTable { blocks.append(.table(table)) }
        if let chart = priceChart(levels) { blocks.append(.chart(chart)) }
        return section("technical", .technical, blocks)
    }

    /// Where TOTAL stands to its averages.
    var averageWords: Sentence? {
        let parts = [50, 100].compactMap { days -> AverageDistance? in
            let measure = Measure.average(days: days)
            guard let average = fact(measure, .total),
                let distance = fact(measure.dot("distance"), .total), distance.number != nil
            else { return nil }
            return AverageDistance(average: average, distance: distance)
        }
        return parts.isEmpty ? nil : phrases.averages(parts, isLastBarOpen: isLastBarOpen)
    }

    /// Whether the last value is a day's close or a day still open: it changes every reading.
    private var isLastBarOpen: Bool {
        guard let observed = fact(.cap, .total)?.observedAt else { return false }
        return observed != observed.day.start
    }

    /// What relative strength reads, and what it rests on.
    var strengthWords: Sentence? {
        let measured = Measure.relativeStrength(14)
        guard let strength = fact(measured, .total),
            let closes = fact(measured.dot("closes"), .total)
        else { return nil }
        return phrases.strength(
            StrengthReading(
                strength: strength, closes: closes,
                seedSpread: fact(measured.dot("seedSpread"), .total), past: highestRecentStrength,
                isLive: isLastBarOpen))
    }

    /// The highest closed reading of the last days, where the live one has come down from it.
    private var highestRecentStrength: (reading: Fact, day: Fact)? {
        let readings = book.history(.closedRelativeStrength(14), .total).prefix(5)
        guard let highest = readings.max(by: { ($0.number ?? 0) < ($1.number ?? 0) }),
            let live = fact(.relativeStrength(14), .total)?.number,
            let number = highest.number, number > live, let day = closedDay(of: highest)
        else { return nil }
        return (highest, day)
    }

    /// The day whose close a reading was taken at.
    func closedDay(of reading: Fact) -> Fact? {
        book.history(Measure("rsi.14.closed.day"), .total)
            .first { $0.observedAt == reading.observedAt }
    }

    /// The levels nearest to the price, from the highest to the lowest.
    func levelFacts(of subject: Subject = .total) -> [Fact] {
        let above = (1...).lazy.map { self.fact(Measure("level.above.\($0)"), subject) }
            .prefix { $0 != nil }.compactMap { $0 }
        let below = (1...).lazy.map { self.fact(Measure("level.below.\($0)"), subject) }
            .prefix { $0 != nil }.compactMap { $0 }
        return above.reversed() + Array(below)
    }

    func levelTable(_ levels: [Fact], price: Fact) -> Table {
        let number = price.number ?? 0
        let above = levels.filter { ($0.number ?? 0) >= number }
        let below = levels.filter { ($0.number ?? 0) < number }
        let style = priceStyle(price.subject)
        let now = phrases.label(price.subject == .total ? .indexNow : .priceNow)
        let here: [[Sentence]] = [["\(price, style)", now, "", ""]]
        return Table(
            "levels", phrases.levelsCaption(around: price),
            columns: [
                figures(.level), words(.whatItIs), figures(.distance), words(.status),
            ], rows: above.map(levelRow) + here + below.map(levelRow))
    }

    private func levelRow(_ level: Fact) -> [Sentence] {
        let kind: Sentence = cell(fact(level.measure.dot("kind"), level.subject))
        return [
            "\(level, priceStyle(level.subject))", kind,
            cell(fact(level.measure.dot("distance"), level.subject), .signed),
            cell(fact(level.measure.dot("status"), level.subject)),
        ]
    }

    private var strengthRows: [[Sentence]] {
        book.history(.closedRelativeStrength(14), .total).compactMap { reading in
            closedDay(of: reading).map { ["\($0, .date)", "\(reading)"] }
        }
    }

    private var strengthTable: Table {
        Table(
            "strength", phrases.caption(.strength),
            columns: [words(.day), figures(.reading)], rows: strengthRows)
    }

    /// The usual indicators, by kind: averages, trend, bands, oscillators.
    private static let indicators: [Measure] = [
        "ema.20", "ema.50", "ema.200", "kama.10", "macd.line", "macd.signal", "macd.histogram",
        "adx.14", "di.plus.14", "di.minus.14", "aroon.up.25", "aroon.down.25", "superTrend.10",
        "sar", "bollinger.upper.20", "bollinger.lower.20", "donchian.upper.20",
        "donchian.lower.20", "atr.14", "stochastic.k.14", "stochastic.d.14", "williamsR.14",
        "cci.20", "roc.10",
    ]

    private var indicatorTable: Table? {
        let readings = Self.indicators.compactMap { fact($0, .total) }
        guard let first = readings.first else { return nil }
        return Table(
            "indicators", phrases.indicatorsCaption(until: first),
            columns: [words(.indicator), figures(.reading)],
            rows: readings.map { ["\(measure: $0)", "\($0)"] })
    }

    private func priceChart(_ levels: [Fact]) -> Chart? {
        guard let bars = book.series("bars.1d", .total) else { return nil }
        let overlays = [50, 100].compactMap { book.series(.average(days: $0), .total) }
        let marked = levels.compactMap { level -> PricePlot.Level? in
            guard let label = fact(level.measure.dot("kind"), .total),
                case .text(let kind) = label.value, !kind.hasSuffix("average")
            else { return nil }  // The averages are drawn as lines of their own.
            return PricePlot.Level(value: level, label: label)
        }
        return Chart(
            "price", phrases.caption(.priceChart),
            summary: averageWords ?? phrases.summary(.price),
            plot: .price(
                PricePlot(
                    bars: bars, overlays: overlays, levels: marked,
                    oscillator: book.series(.relativeStrength(14), .total))))
    }
}
