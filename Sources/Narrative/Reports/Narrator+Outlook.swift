public import Evidence
public import Market

extension Narrator {
    /// What may become of a chart within some days, and how likely.
    public func outlookReport(of subject: Subject, sources: [Source]) -> Report {
        let words = OutlookWords(narrator: self, subject: subject)
        return Report(
            title: "What may come next. As of \(asOfFact)", asOf: asOf, window: "24h",
            headline: words.headline, lead: words.lead,
            sections: [words.scenarios, ahead(of: subject), words.fan].compactMap { $0 },
            book: book, gaps: words.gaps,
            sources: sources)
    }
}

/// The words of an outlook on one chart.
private struct OutlookWords {
    let narrator: Narrator
    let subject: Subject

    private func fact(_ measure: Measure) -> Fact? { narrator.fact(measure, subject) }

    private func part(_ scenario: Fact, _ name: String) -> Fact? {
        fact(scenario.measure.dot(name))
    }

    /// The scenarios in the order of the tree.
    private var all: [Fact] {
        (1...).lazy.map { self.fact(Measure("scenario.\($0)")) }.prefix { $0 != nil }
            .compactMap { $0 }
    }

    private func isFirst(_ scenario: Fact) -> Bool { part(scenario, "depth")?.number == 0 }

    // MARK: Headline and lead

    var headline: Sentence {
        guard let days = fact("outlook.days"),
            let first = all.filter({ isFirst($0) }).max(by: { ($0.number ?? 0) < ($1.number ?? 0) }
            ),
            let what = event(first)
        else { return "There is no level to look ahead to" }
        return "Within \(days) \(subject: first) \(what) in \(first) of simulated paths"
    }

    /// `breaks down through $3.20T (round number)`.
    private func event(_ scenario: Fact) -> Sentence? {
        guard let kind = part(scenario, "kind"), let level = part(scenario, "level"),
            let name = fact(level.measure.dot("name"))
        else { return nil }
        guard let target = part(scenario, "target"), let last = fact(target.measure.dot("name"))
        else { return "\(kind) \(level, .fine) (\(name))" }
        return isFirst(scenario)
            ? "\(kind) \(level, .fine) (\(name)) and \(target, .fine) (\(last))"
            : "\(kind) \(target, .fine) (\(last))"
    }

    var lead: [Sentence] {
        var lead: [Sentence] = []
        if let level = fact("outlook.testing"), let name = fact("outlook.testing.name") {
            lead.append(
                """
                The price stands within the band of \(level, .fine) (\(name)): it tests that level, and which side \
                it is on is not decided.
                """)
        }
        lead += all.enumerated().compactMap { place, scenario in
            guard !isFirst(scenario), let given = part(scenario, "given"),
                let what = event(scenario),
                let parent = all[..<place].last(where: { isFirst($0) }), let before = event(parent)
            else { return nil }
            return "If it \(before), it \(what) in \(given) of those paths."
        }
        return lead
    }

    // MARK: Sections

    var scenarios: Section? {
        let all = all
        guard !all.isEmpty, let days = fact("outlook.days"), let paths = fact("outlook.paths"),
            let history = fact("outlook.history"), let volatility = fact("outlook.volatility")
        else { return nil }
        let hasCascades = all.contains { part($0, "cascades") != nil }
        let table = Table(
            "scenarios", "Within \(days), whole days from the next midnight on",
            columns: [
                .words("What"), .numbers("Likely"), .numbers("Of the paths before it"),
                .numbers("Steady walk"),
            ] + (hasCascades ? [.numbers("With cascades")] : []) + [.words("Name")],
            rows: all.map { scenario in
                [
                    event(scenario) ?? "", "\(scenario)", narrator.cell(part(scenario, "given")),
                    narrator.cell(part(scenario, "closedForm")),
                ] + (hasCascades ? [narrator.cell(part(scenario, "cascades"))] : [])
                    + [narrator.cell(part(scenario, "id"))]
            })
        let words: [Sentence] = [
            """
            \(paths) paths, put together from \(history) past days, each scaled to a volatility of \(volatility) a \
            day; no drift. A level breaks with a close beyond it by its band or with two closes in a row beyond it.
            """,
            """
            The steady walk is a formula without jumps, there to hold the paths against. Breaks down and up do not \
            exclude each other.
            """,
        ]
        return Section(
            "scenarios", "Scenarios", [.paragraph(words), .table(table)])
    }

    var fan: Section? {
        guard let fan = narrator.book.series("outlook.fan", subject) else { return nil }
        let seen = all.filter { isFirst($0) }.flatMap { scenario in
            [part(scenario, "level"), part(scenario, "target")].compactMap { $0 }
        }
        var names: Set<String> = []
        let levels = seen.compactMap { level -> PricePlot.Level? in
            guard let name = fact(level.measure.dot("name")),
                names.insert("\(level.number ?? 0)").inserted
            else { return nil }
            return PricePlot.Level(value: level, label: name)
        }
        let chart = Chart(
            "fan", "Where the price may go",
            summary: """
                The last days’ closes, then the middle half and the middle nine tenths of the simulated paths, with \
                the nearest levels.
                """,
            plot: .fan(
                FanPlot(
                    line: narrator.book.series("outlook.before", subject), fan: fan,
                    levels: levels)))
        return Section("fan", "The range of paths", [.chart(chart)])
    }

    // MARK: Gaps

    var gaps: [ReportGap] {
        [
            ReportGap(
                "past-days-only", .note,
                "What the history does not hold, no path does: news, and moves larger than any seen."
            ),
            ReportGap(
                "rest-of-today", .note,
                """
                The rest of the running day counts for nothing; how such probabilities have fared is what the \
                commands score and backtest tell.
                """),
        ]
    }
}
