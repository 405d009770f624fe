public import Evidence
public import Market

extension Narrator {
    /// How good an outlook's probabilities were over all history of a chart.
    public func scorecardReport(of subject: Subject, sources: [Source]) -> Report {
        let words = ScorecardWords(narrator: self, subject: subject)
        let fewTimes =
            words.isThin
            ? [
                ReportGap(
                    "few-times", .thin,
                    "So few times have come due that a score is chance: neighbouring days see the same moves."
                )
            ] : []
        return Report(
            title: "How good the probabilities were. As of \(asOfFact)", asOf: asOf, window: "24h",
            headline: words.headline, lead: words.lead, sections: words.sections, book: book,
            gaps: fewTimes + [
                ReportGap(
                    "one-history", .note,
                    "One history of one thing: its next years need not be like it.")
            ], sources: sources)
    }
}

/// The words of one scorecard.
private struct ScorecardWords {
    let narrator: Narrator
    let subject: Subject

    private static let methods = ["simulation", "recalibrated", "closedForm", "climatology"]

    /// Fewer times than this decide nothing: neighbours see the same days.
    private static let fewestTimes = 60.0

    private func fact(_ measure: Measure) -> Fact? { narrator.fact(measure, subject) }

    /// The horizons that were scored, ascending.
    private var horizons: [Measure] {
        narrator.book.facts.filter {
            $0.subject == subject && $0.measure.text.hasPrefix("backtest.")
        }
        .filter { $0.measure.text.hasSuffix("d.days") }
        .sorted { ($0.number ?? 0) < ($1.number ?? 0) }
        .map { Measure(String($0.measure.text.dropLast(5))) }
    }

    /// Whether some horizon has come due too few times to tell anything.
    var isThin: Bool {
        horizons.contains { horizon in
            fact(horizon.dot("times")).flatMap(\.number).map { $0 < Self.fewestTimes } ?? true
        }
    }

    var headline: Sentence {
        guard let longest = horizons.last, let days = fact(longest.dot("days")),
            let skill = fact(longest.dot("simulation.skill.climatology")),
            let low = skill.low, let high = skill.high
        else { return "Nothing has come due that could be scored" }
        guard let times = fact(longest.dot("times")), (times.number ?? 0) >= Self.fewestTimes else {
            return "Too few times have come due over \(days) to judge the probabilities"
        }
        let verdict: Sentence =
            low > 0
            ? "are better than knowing how often such things happen"
            : high < 0
                ? "are worse than knowing how often such things happen"
                : "are no better than knowing how often such things happen"
        return "Over \(days) the probabilities \(verdict): skill \(skill, .interval)"
    }

    var lead: [Sentence] {
        horizons.compactMap { horizon in
            guard let days = fact(horizon.dot("days")),
                let outside = fact(horizon.dot("simulation.outside")),
                let probability = fact(horizon.dot("simulation.reliable.p"))
            else { return nil }
            return """
                Over \(days), \(outside) of the bins of the simulation lie outside what chance allows right \
                probabilities (p \(probability, .fine)).
                """
        }
    }

    var sections: [Section] {
        let horizons = horizons
        guard !horizons.isEmpty else { return [] }
        let diagrams = horizons.compactMap(diagram)
        return [
            Section("scores", "Scores", [.table(scores(horizons))]),
            Section("parts", "What the scores are made of", [.table(parts(horizons))]),
        ] + [branches(horizons)].compactMap { $0 }
            + (diagrams.isEmpty
                ? [] : [Section("reliability", "Reliability", diagrams.map { .chart($0) })])
    }

    private func rows(
        _ horizons: [Measure], _ cells: (Measure, Measure) -> [Sentence]
    ) -> [[Sentence]] {
        horizons.flatMap { horizon in
            Self.methods.compactMap { method in
                let measure = horizon.dot(method)
                guard fact(measure.dot("brier")) != nil,
                    let name = fact(Measure("backtest.\(method).name"))
                else { return nil }
                return [narrator.cell(fact(horizon.dot("days"))), "\(name)"]
                    + cells(horizon, measure)
            }
        }
    }

    private func scores(_ horizons: [Measure]) -> Table {
        Table(
            "scores",
            "Lower scores are better; skill is one less the ratio of two, with its interval; the base rate is how often it had happened before",
            columns: [
                .words("Within"), .words("By"), .numbers("Forecasts"), .numbers("Brier"),
                .numbers("Log"), .numbers("Against base rate"),
                .numbers("Against steady walk"),
            ],
            rows: rows(horizons) { horizon, method in
                [
                    narrator.cell(fact(horizon.dot("forecasts"))),
                    narrator.cell(fact(method.dot("brier")), .fine),
                    narrator.cell(fact(method.dot("log")), .fine),
                    narrator.cell(fact(method.dot("skill.climatology")), .interval),
                    narrator.cell(fact(method.dot("skill.closedForm")), .interval),
                ]
            })
    }

    private func parts(_ horizons: [Measure]) -> Table {
        Table(
            "parts",
            "Reliability is best at zero, resolution as large as can be; skill by third of volatility",
            columns: [
                .words("Within"), .words("By"), .numbers("Reliability"), .numbers("Resolution"),
                .numbers("Uncertainty"), .numbers("Calm"), .numbers("Middle"), .numbers("Wild"),
            ],
            rows: rows(horizons) { _, method in
                [
                    "reliability", "resolution", "uncertainty", "skill.calm", "skill.middle",
                    "skill.wild",
                ].map { narrator.cell(fact(method.dot($0)), .fine) }
            })
    }

    /// The branches of the tree, each apart: what holds, breaks, is reached next or taken back.
    private func branches(_ horizons: [Measure]) -> Section? {
        let rows = Self.branches.flatMap { branch in
            horizons.flatMap { horizon -> [[Sentence]] in
                let measure = horizon.dot(branch)
                guard let name = fact(measure) else { return [] }
                return Self.methods.compactMap { method in
                    row(name, horizon, measure, measure.dot(method), method)
                }
            }
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "branches",
            "Between the levels that a chart alone gives and round numbers; rate is how often it came true",
            columns: [
                .words("What"), .words("Within"), .words("By"), .numbers("Forecasts"),
                .numbers("Rate"), .numbers("Brier"), .numbers("Reliability"),
                .numbers("Against base rate"), .numbers("Against steady walk"),
                .numbers("p if right"),
            ], rows: rows)
        return Section("branches", "Branches of the scenarios", [.table(table)])
    }

    private static let branches = ["break", "hold", "next", "comeback"]

    private func row(
        _ name: Fact, _ horizon: Measure, _ branch: Measure, _ score: Measure, _ method: String
    ) -> [Sentence]? {
        guard let brier = fact(score.dot("brier")),
            let by = fact(Measure("backtest.\(method).name"))
        else { return nil }
        return [
            "\(name)", narrator.cell(fact(horizon.dot("days"))), "\(by)",
            narrator.cell(fact(branch.dot("forecasts"))), narrator.cell(fact(branch.dot("rate"))),
            "\(brier, .fine)", narrator.cell(fact(score.dot("reliability")), .fine),
            narrator.cell(fact(score.dot("skill.climatology")), .interval),
            narrator.cell(fact(score.dot("skill.closedForm")), .interval),
            narrator.cell(fact(score.dot("reliable.p")), .fine),
        ]
    }

    private func diagram(_ horizon: Measure) -> Chart? {
        guard let days = fact(horizon.dot("days")) else { return nil }
        let entries = ["simulation", "closedForm"].compactMap { method -> CurvePlot.Entry? in
            guard let curve = narrator.book.curve(horizon.dot(method).dot("diagram"), subject),
                let name = fact(Measure("backtest.\(method).name"))
            else { return nil }
            return CurvePlot.Entry(curve, label: name, mark: .dots)
        }
        guard !entries.isEmpty else { return nil }
        return Chart(
            "reliability-" + (horizon.text.split(separator: ".").last.map(String.init) ?? ""),
            "How often it happened where a probability was said, within \(days)",
            summary: """
                Dots on the dotted line are right; the bands are where nine tenths of right probabilities would \
                lie by chance.
                """, plot: .curves(CurvePlot(entries, hasDiagonal: true)))
    }
}
