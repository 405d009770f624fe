public import Evidence
public import Market

extension Narrator {
    /// The levels of a chart, what became of them, and whether their kind is more than chance.
    public func levelReport(of subject: Subject, sources: [Source]) -> Report {
        Report(
            title: "Levels of \(chartName(subject)). As of \(asOfFact)", asOf: asOf,
            window: window, headline: levelHeadline(subject), lead: levelLead(subject),
            sections: [
                zoneSection(subject), averageSection(subject), lineSection(subject),
                studySection(subject), levelChartSection(subject),
            ].compactMap { $0 }, book: book,
            gaps: [levelGap(subject), studyGap(subject)].compactMap { $0 }, sources: sources)
    }

    private func zones(_ subject: Subject) -> [Fact] {
        (1...).lazy.map { self.fact(Measure("zone.\($0)"), subject) }
            .prefix { $0 != nil }.compactMap { $0 }
    }

    private func levelHeadline(_ subject: Subject) -> Sentence {
        guard let price = fact(.price, subject), let number = price.number else {
            return "No bar of \(chartName(subject)) is known"
        }
        let zones = zones(subject)
        let style = priceStyle(subject)
        let tested = zones.filter { isTested($0, subject) }
        let free = zones.filter { !isTested($0, subject) }
        let above = free.last { ($0.number ?? 0) > number }
        let below = free.first { ($0.number ?? 0) <= number }
        let test: Sentence = tested.first.map { ", testing \($0, style)" } ?? ""
        let sides: Sentence
        switch (below, above) {
        case (let below?, let above?):
            sides = "; next below \(below, style), next above \(above, style)"
        case (let below?, nil): sides = "; next below \(below, style), nothing above"
        case (nil, let above?): sides = "; nothing below, next above \(above, style)"
        case (nil, nil): sides = ""
        }
        return "\(chartName(subject)) at \(price, style)\(test)\(sides)"
    }

    private func isTested(_ zone: Fact, _ subject: Subject) -> Bool {
        fact(zone.measure.dot("status"), subject)?.value == .text("testing")
    }

    private func levelLead(_ subject: Subject) -> [Sentence] {
        guard let price = fact(.price, subject) else { return [] }
        let range: Sentence? = fact("atr.14", subject).map {
            "A day carries \($0, priceStyle(subject)) by its average true range."
        }
        let words: Sentence =
            studies(subject).contains { isProven($0, subject) }
            ? """
            "Support" and "resistance" are said of levels whose kind turned prices more often than levels \
            drawn by chance; of others only the side is said.
            """
            : """
            No kind of level turned prices more often than levels drawn by chance, so none is called \
            support or resistance.
            """
        return ["The last price is of \(observed: price).", range, words].compactMap { $0 }
    }

    private func zoneSection(_ subject: Subject) -> Section? {
        let zones = zones(subject)
        guard let price = fact(.price, subject), let number = price.number, !zones.isEmpty else {
            return nil
        }
        let style = priceStyle(subject)
        let here: [[Sentence]] = [
            ["\(price, style)", "the price now", "", "", "", "", "", ""]
        ]
        let above = zones.filter { ($0.number ?? 0) >= number }
        let below = zones.filter { ($0.number ?? 0) < number }
        let table = Table(
            "zones", "Levels, merged where they overlap, from the highest to the lowest",
            columns: [
                .numbers("Level"), .words("What lies there"), .numbers("Distance"),
                .numbers("In ranges"), .numbers("In sigmas"), .numbers("Strength"),
                .numbers("Touches"), .words("Status"),
            ],
            rows: above.map { zoneRow($0, subject) } + here + below.map { zoneRow($0, subject) })
        return Section(
            "zones", "Where the levels lie",
            [.table(levelTable(levelFacts(of: subject), price: price)), .table(table)])
    }

    private func zoneRow(_ zone: Fact, _ subject: Subject) -> [Sentence] {
        func part(_ name: String, _ style: FactStyle = .plain) -> Sentence {
            cell(fact(zone.measure.dot(name), subject), style)
        }
        return [
            "\(zone, priceStyle(subject))", part("kinds"), part("distance", .signed),
            part("distance.ranges", .signed), part("distance.sigmas", .signed), part("strength"),
            part("touches"), part("status"),
        ]
    }

    private func averageSection(_ subject: Subject) -> Section? {
        let averages = [20, 50, 100, 200].compactMap { fact(Measure("break.sma.\($0)"), subject) }
        guard !averages.isEmpty else { return nil }
        let rows = averages.map { average -> [Sentence] in
            let measure = average.measure
            return [
                "\(measure: average)", "\(average, priceStyle(subject))",
                cell(fact(measure.dot("standing"), subject)),
                cell(fact(measure.dot("event"), subject)),
                cell(fact(measure.dot("event.day"), subject), .date),
            ]
        }
        let table = Table(
            "averages", "What became of the averages, on closed days",
            columns: [
                .words("Average"), .numbers("At"), .words("Standing"), .words("Last event"),
                .words("On"),
            ], rows: rows)
        let held = [20, 50, 100, 200].compactMap { heldWords($0, subject) }
        return Section(
            "averages", "The averages",
            [
                .paragraph([
                    """
                    Broken is a close beyond a quarter of the average true range or half a percent, \
                    whichever is more, or a second close beyond; within that band it is being tested.
                    """
                ]), .table(table),
            ] + (held.isEmpty ? [] : [.items(held)]))
    }

    private func heldWords(_ days: Int, _ subject: Subject) -> Sentence? {
        let measure = Measure("held.sma.\(days)")
        guard let average = fact(Measure("break.sma.\(days)"), subject),
            let all = fact(measure.dot("days"), subject),
            let above = fact(measure.dot("closesAbove"), subject),
            let touches = fact(measure.dot("touches"), subject),
            let since = fact("held.since", subject)
        else { return nil }
        return """
            Of the \(all) days since \(since, .date) that have a \(measure: average), \(above) closed \
            above it; it was met \(touches) times.
            """
    }

    private func lineSection(_ subject: Subject) -> Section? {
        let words = [("support", "lows" as Sentence), ("resistance", "highs")].compactMap {
            lineWords($0, along: $1, subject)
        }
        return words.isEmpty ? nil : Section("lines", "Trend lines", [.items(words)])
    }

    private func lineWords(_ name: String, along turns: Sentence, _ subject: Subject) -> Sentence? {
        let measure = Measure("line.\(name)")
        if let refusal = fact(measure.dot("refusal"), subject) {
            return "No line along swing \(turns) stands: \(refusal)."
        }
        guard let line = fact(measure, subject), let anchor = fact(measure.dot("anchor"), subject),
            let touches = fact(measure.dot("touches"), subject),
            let slope = fact(measure.dot("perDay"), subject)
        else { return nil }
        return """
            A line along swing \(turns), from \(anchor, .date) on, met \(touches) turns; it stands at \
            \(line, priceStyle(subject)) and moves \(slope, .signed) a day.
            """
    }

    private func studies(_ subject: Subject) -> [Fact] {
        book.facts.filter {
            $0.subject == subject && $0.measure.text.hasPrefix("study.")
                && $0.measure.text.hasSuffix(".method")
        }
    }

    private func study(_ method: Fact, _ name: String, _ subject: Subject) -> Fact? {
        fact(Measure(String(method.measure.text.dropLast(6)) + name), subject)
    }

    private func isProven(_ method: Fact, _ subject: Subject) -> Bool {
        study(method, "verdict", subject)?.value == .text("more than chance")
    }

    private func studySection(_ subject: Subject) -> Section? {
        let methods = studies(subject)
        guard let first = methods.first, let sets = study(first, "sets", subject) else {
            return nil
        }
        let table = Table(
            "studies",
            "How often prices turned at each kind of level, against \(sets) sets of placebo levels",
            columns: [
                .words("Kind"), .numbers("Hits"), .numbers("Turned"), .numbers("Placebo"),
                .numbers("Placebo, range"), .numbers("p"), .words("Verdict"),
            ],
            rows: methods.map { method in
                [
                    "\(method)", cell(study(method, "hits", subject)),
                    cell(study(method, "rate", subject)),
                    cell(study(method, "placebo", subject)),
                    cell(study(method, "placebo", subject), .interval),
                    cell(study(method, "p", subject)), cell(study(method, "verdict", subject)),
                ]
            })
        return Section(
            "studies", "Are they more than chance?",
            [
                .table(table),
                .paragraph([
                    """
                    A placebo level lies as far from the price as those of the kind do, counted in its \
                    volatility. Each kind is tried once: of twenty that mean nothing, one would pass.
                    """
                ]),
            ])
    }

    private func levelChartSection(_ subject: Subject) -> Section? {
        guard let bars = book.series("bars.1d", subject) else { return nil }
        let levels = zones(subject).compactMap { zone -> PricePlot.Level? in
            guard let distance = fact(zone.measure.dot("distance"), subject)?.number,
                abs(distance) < Self.chartReach,
                let label = fact(zone.measure.dot("name"), subject)
            else { return nil }
            return PricePlot.Level(value: zone, label: label)
        }
        let overlays = [50, 100, 200].compactMap { book.series(.average(days: $0), subject) }
        let chart = Chart(
            "levels", "\(chartName(subject)), daily, with its levels",
            summary: levelHeadline(subject),
            plot: .price(PricePlot(bars: bars, overlays: overlays, levels: levels)))
        return Section("chart", "The chart", [.chart(chart)])
    }

    /// Levels further away than this are not drawn.
    private static let chartReach = 0.15

    private func levelGap(_ subject: Subject) -> ReportGap? {
        guard fact(.price, subject) != nil, fact("atr.14", subject) == nil else { return nil }
        return ReportGap(
            "no-range", .thin,
            "There are too few daily bars for an average true range: bands and zones are wider guesses."
        )
    }

    private func studyGap(_ subject: Subject) -> ReportGap? {
        guard let count = fact("bars.count", subject), let number = count.number, number < 200
        else { return nil }
        return ReportGap(
            "short-study", .note,
            "The studies rest on \(count) days: a kind of level can be more than chance without showing it."
        )
    }
}
