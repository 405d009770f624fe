internal import Evidence
public import Market

extension Narrator {
    /// What became of forecasts in the store.
    public func forecastReport(sources: [Source]) -> Report {
        Report(
            title: "What became of the forecasts. As of \(asOfFact)", asOf: asOf, window: "24h",
            headline: forecastHeadline, lead: [],
            sections: [
                scoreSection, confirmationSection, dueSection, dueAlertSection, claimSection,
            ].compactMap { $0 }, book: book, gaps: forecastGaps,
            sources: sources)
    }

    private func count(_ name: String) -> Fact? { fact(Measure("forecasts.\(name)"), .question) }

    private var forecastHeadline: Sentence {
        guard let due = count("due"), let waiting = count("waiting") else {
            return "No forecast has been issued"
        }
        let claims = ["due", "waiting"].compactMap { fact(Measure("reviews.\($0)"), .question) }
        guard claims.count == 2, claims.contains(where: { ($0.number ?? 0) > 0 }) else {
            return "\(due) forecasts have come due, \(waiting) are waiting"
        }
        return """
            \(due) forecasts have come due, \(waiting) are waiting; of claims about causes \(claims[0]) have come \
            due, \(claims[1]) are waiting
            """
    }

    private var scoreSection: Section? {
        let groups = ["", "levels.", "alerts."].flatMap { kind in
            ["inTime", "hindsight"].map { kind + $0 }
        }
        let rows = groups.flatMap { group -> [[Sentence]] in
            let words: Sentence =
                group.hasSuffix("inTime") ? "before their time began" : "in hindsight: no proof"
            let kind: Sentence =
                group.hasPrefix("levels")
                ? "levels" : group.hasPrefix("alerts") ? "alerts" : "scenarios"
            return book.all(Measure("score.\(group).brier")).map { brier in
                func cell(_ name: String, _ style: FactStyle = .fine) -> Sentence {
                    self.cell(fact(Measure("score.\(group).\(name)"), brier.subject), style)
                }
                return [
                    kind, words, cell("name", .plain), cell("count", .plain), "\(brier, .fine)",
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
                .words("Of"), .words("Written down"), .words("By"), .numbers("Forecasts"),
                .numbers("Brier"),
                .numbers("Reliability"), .numbers("Resolution"), .numbers("Uncertainty"),
                .numbers("Log"), .numbers("Skill"),
            ], rows: rows)
        let alerts = [
            recordVerdict(
                "score.alerts.inTime.beside", .question, "Alerts written down before their time"),
            recordVerdict("score.alerts.hindsight.beside", .question, "Alerts in hindsight"),
        ].compactMap { $0 }
        return Section(
            "scores", "How good they were",
            (alerts.isEmpty ? [] : [.paragraph(alerts)]) + [.table(table)])
    }

    /// How often what was said of causes was confirmed, by what was said.
    private var confirmationSection: Section? {
        let rows = ["inTime", "hindsight"].flatMap { group -> [[Sentence]] in
            let words: Sentence =
                group == "inTime" ? "before the week after began" : "in hindsight: no proof"
            let measure = Measure("score.causes.\(group)")
            return book.all(measure.dot("rate")).map { rate in
                [
                    words, cell(fact(measure.dot("name"), rate.subject)),
                    cell(fact(measure.dot("count"), rate.subject)),
                    cell(fact(measure.dot("confirmed"), rate.subject)), "\(rate)",
                ]
            }
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "confirmations", "How often those exposed still stood apart a week later",
            columns: [
                .words("Written down"), .words("What was said"), .numbers("Claims"),
                .numbers("Confirmed"), .numbers("Share"),
            ], rows: rows)
        let words: [Sentence] = [
            """
            A claim about a cause has no probability, so it has no such score. It is confirmed where those it bears \
            on, over the days of the move and the week after, still went further to the market’s side than on all but \
            one in twenty of earlier stretches as long: chance confirms about that many of any kind.
            """
        ]
        return Section(
            "confirmations", "What became of causes", [.paragraph(words), .table(table)])
    }

    private var claimSection: Section? {
        let outcomes = (1...).lazy.map { self.book.all(Measure("review.\($0).outcome")).first }
            .prefix { $0 != nil }.compactMap { $0 }
        let rows = outcomes.enumerated().map { place, outcome -> [Sentence] in
            func cell(_ name: String, _ style: FactStyle = .plain) -> Sentence {
                self.cell(fact(Measure("review.\(place + 1).\(name)"), outcome.subject), style)
            }
            return [
                cell("id"), cell("name"), cell("verdict"), cell("effect", .signed),
                cell("p", .rough), cell("later.effect", .signed), cell("later.p", .rough),
                "\(outcome)", cell("issued", .date), cell("due", .date),
            ]
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "claims", "Every claim about a cause that has come due, the earliest first",
            columns: [
                .words("Name"), .words("Cause"), .words("What was said"), .numbers("Effect"),
                .numbers("p"), .numbers("A week later"), .numbers("p"), .words("Those exposed"),
                .words("Written down"), .words("Due"),
            ], rows: Array(rows))
        return Section("claims", "Causes, one by one", [.table(table)])
    }

    /// What became of each forecast, with the measure that it stands under.
    private func outcomes(ofAlerts isOfAlerts: Bool) -> [(outcome: Fact, measure: Measure)] {
        let all = (1...).lazy.map { self.book.all(Measure("forecast.\($0).outcome")).first }
            .prefix { $0 != nil }.compactMap { $0 }
        return all.enumerated().map { ($1, Measure("forecast.\($0 + 1)")) }.filter { row in
            (fact(row.1.dot("rule"), row.0.subject) != nil) == isOfAlerts
        }
    }

    private var dueAlertSection: Section? {
        let rows = outcomes(ofAlerts: true).map { outcome, measure -> [Sentence] in
            func cell(_ name: String, _ style: FactStyle = .plain) -> Sentence {
                self.cell(fact(measure.dot(name), outcome.subject), style)
            }
            return [
                cell("id"), cell("rule"), cell("series"), cell("event"), cell("firings"),
                cell("climatology"), "\(outcome)", cell("issued", .date), cell("due", .date),
            ]
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "due-alerts", "Every alert that has come due, the earliest first",
            columns: [
                .words("Name"), .words("Rule"), .words("Of"), .words("What was said"),
                .numbers("By earlier alerts"), .numbers("After any bar"),
                .words("What happened"), .words("Written down"), .words("Due"),
            ], rows: rows)
        return Section("due-alerts", "Alerts, one by one", [.table(table)])
    }

    private var dueSection: Section? {
        let rows = outcomes(ofAlerts: false).map { outcome, measure -> [Sentence] in
            func cell(_ name: String, _ style: FactStyle = .plain) -> Sentence {
                self.cell(fact(measure.dot(name), outcome.subject), style)
            }
            return [
                cell("id"), cell("kind"), cell("series"), cell("event"), cell("simulation"),
                cell("closedForm"),
                "\(outcome)", cell("issued", .date), cell("due", .date),
            ]
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "due", "Every forecast that has come due, the earliest first",
            columns: [
                .words("Name"), .words("Kind"), .words("Of"), .words("What was said"),
                .numbers("Simulation"),
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
