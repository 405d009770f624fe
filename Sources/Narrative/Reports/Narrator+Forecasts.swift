internal import Evidence
public import Market

extension Narrator {
    /// What became of forecasts in the store.
    public func forecastReport(sources: [Source]) -> Report {
        Report(
            title: "What became of the forecasts. As of \(asOfFact)", asOf: asOf, window: "24h",
            headline: forecastHeadline, lead: [],
            sections: [scoreSection, dueSection].compactMap { $0 }, book: book, gaps: forecastGaps,
            sources: sources)
    }

    private func count(_ name: String) -> Fact? { fact(Measure("forecasts.\(name)"), .question) }

    private var forecastHeadline: Sentence {
        guard let due = count("due"), let waiting = count("waiting") else {
            return "No forecast has been issued"
        }
        return "\(due) forecasts have come due, \(waiting) are waiting"
    }

    private var scoreSection: Section? {
        let rows = ["inTime", "hindsight"].flatMap { group -> [[Sentence]] in
            let words: Sentence =
                group == "inTime" ? "before their time began" : "in hindsight: no proof"
            return book.all(Measure("score.\(group).brier")).map { brier in
                func cell(_ name: String, _ style: FactStyle = .fine) -> Sentence {
                    self.cell(fact(Measure("score.\(group).\(name)"), brier.subject), style)
                }
                return [
                    words, cell("name", .plain), cell("count", .plain), "\(brier, .fine)",
                    cell("reliability"), cell("resolution"), cell("uncertainty"), cell("log"),
                    cell("skill", .signed),
                ]
            }
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "scores",
            "Lower scores are better; skill is against a forecast of how often they came true",
            columns: [
                .words("Written down"), .words("By"), .numbers("Forecasts"), .numbers("Brier"),
                .numbers("Reliability"), .numbers("Resolution"), .numbers("Uncertainty"),
                .numbers("Log"), .numbers("Skill"),
            ], rows: rows)
        return Section("scores", "How good they were", [.table(table)])
    }

    private var dueSection: Section? {
        let outcomes = (1...).lazy.map { self.book.all(Measure("forecast.\($0).outcome")).first }
            .prefix { $0 != nil }.compactMap { $0 }
        let rows = outcomes.enumerated().map { place, outcome -> [Sentence] in
            func cell(_ name: String, _ style: FactStyle = .plain) -> Sentence {
                self.cell(fact(Measure("forecast.\(place + 1).\(name)"), outcome.subject), style)
            }
            return [
                cell("id"), cell("series"), cell("event"), cell("simulation"), cell("closedForm"),
                "\(outcome)", cell("issued", .date), cell("due", .date),
            ]
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "due", "Every forecast that has come due, the earliest first",
            columns: [
                .words("Name"), .words("Of"), .words("What was said"), .numbers("Simulation"),
                .numbers("Steady walk"), .words("What happened"), .words("Written down"),
                .words("Due"),
            ], rows: Array(rows))
        return Section("due", "One by one", [.table(table)])
    }

    private var forecastGaps: [ReportGap] {
        var gaps: [ReportGap] = []
        if let unreadable = count("unreadable"), (unreadable.number ?? 0) > 0 {
            gaps.append(
                ReportGap(
                    "unreadable-forecasts", .thin,
                    """
                    \(unreadable) forecasts are not what was issued, or speak of bars that are not in the store.
                    """))
        }
        if let late = count("inHindsight"), (late.number ?? 0) > 0 {
            gaps.append(
                ReportGap(
                    "hindsight", .note,
                    "\(late) forecasts were written down after their time had begun: they prove nothing."
                ))
        }
        gaps.append(
            ReportGap(
                "same-day", .note,
                "Forecasts of one chart and time depend on one another; few times tell little."))
        return gaps
    }
}
