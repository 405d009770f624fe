internal import Catalysts
internal import Evidence
internal import Market

extension FactScribe {
    /// How often the test of causes found something, sector by sector and in all.
    mutating func recordCauseBacktest(
        _ backtest: CauseBacktest, bars: Int, dates: Int, threshold: Double,
        from sources: Provenance
    ) {
        let settings: [(String, Double, Unit)] = [
            ("days", Double(bars), .count), ("dates", Double(dates), .count),
            ("threshold", threshold, .ratio),
        ]
        for (name, value, unit) in settings {
            record(
                Measure("causes.\(name)"), of: .question, value, unit, at: question.asOf, .asked,
                from: sources)
        }
        for row in backtest.rows {
            let subject = Subject("sector:\(row.name)")
            record(row.placebo.days, row.placebo.found, "placebo", of: subject, from: sources)
            record(row.moves.days, row.moves.found, "moves", of: subject, from: sources)
        }
        record(
            backtest.rows.map(\.placebo.days).reduce(0, +),
            backtest.rows.map(\.placebo.found).reduce(0, +), "placebo", of: .question,
            from: sources)
        record(
            backtest.rows.map(\.moves.days).reduce(0, +),
            backtest.rows.map(\.moves.found).reduce(0, +), "moves", of: .question, from: sources)
    }

    private mutating func record(
        _ days: Int, _ found: Int, _ kind: String, of subject: Subject, from sources: Provenance
    ) {
        let measure = Measure("causes.\(kind)")
        record(
            measure.dot("days"), of: subject, Double(days), .count, at: question.asOf,
            .causeTest, from: sources)
        guard days > 0 else { return }
        record(
            measure.dot("found"), of: subject, Double(found) / Double(days), .ratio,
            at: question.asOf, .causeTest, from: sources)
    }
}
