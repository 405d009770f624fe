internal import Evidence
public import Market

extension Narrator {
    /// How often the test of causes finds something where nothing is to be found, and where the market moved.
    public func causeBacktestReport(sources: [Source]) -> Report {
        Report(
            title: "How often a cause is found. As of \(asOfFact)", asOf: asOf, window: "24h",
            headline: causeBacktestHeadline, lead: causeBacktestLead,
            sections: [causeBacktestSection].compactMap { $0 }, book: book,
            gaps: [
                ReportGap(
                    "fixed-groups", .note,
                    """
                    Sectors are those of today and hold for all days, as do the weights; assets that are gone are \
                    not in the store.
                    """)
            ], sources: sources)
    }

    private var causeBacktestHeadline: Sentence {
        guard let found = fact("causes.placebo.found", .question) else {
            return "There were too few quiet days to test"
        }
        return "On days on which nothing happened the test finds a cause \(found) of the time"
    }

    private var causeBacktestLead: [Sentence] {
        guard let threshold = fact("causes.threshold", .question),
            let dates = fact("causes.dates", .question), let days = fact("causes.days", .question)
        else { return [] }
        return [
            "One time in twenty is what a test at that level should find by chance.",
            """
            A day counts as quiet where the market moved less than \(threshold). There are \(days) days; each is \
            tested that has \(dates) earlier ones to be compared with, on which the same could be measured.
            """,
        ]
    }

    private var causeBacktestSection: Section? {
        let rows = book.all("causes.placebo.days").filter { $0.subject.kind == "sector" }
        guard !rows.isEmpty else { return nil }
        func row(_ name: Sentence, _ days: Fact?) -> [Sentence] {
            let subject = days?.subject ?? .question
            return [
                name, cell(days), cell(fact("causes.placebo.found", subject)),
                cell(fact("causes.moves.days", subject)),
                cell(fact("causes.moves.found", subject)),
            ]
        }
        let table = Table(
            "found", "Sectors tested every day, and how often a cause was found",
            columns: [
                .words("Sector"), .numbers("Quiet days"), .numbers("Found"),
                .numbers("Days of a move"), .numbers("Found"),
            ],
            rows: rows.map { row("\(subject: $0)", $0) }
                + [row("All", fact("causes.placebo.days", .question))], endsWithTotal: true)
        return Section("found", "How often a cause is found", [.table(table)])
    }
}
