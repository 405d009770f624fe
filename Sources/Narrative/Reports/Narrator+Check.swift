internal import Evidence
public import Market

extension Narrator {
    /// What became of an article's claims.
    public func checkReport(sources: [Source]) -> Report {
        Report(
            title: "The article’s claims. As of \(asOfFact)", asOf: asOf, window: "24h",
            headline: checkHeadline, lead: checkLead,
            sections: [faultSection, claimSection].compactMap { $0 }, book: book, gaps: checkGaps,
            sources: sources)
    }

    private func counted(_ verdict: String) -> Fact? {
        fact(Measure("claims.\(verdict)"), .question).flatMap { $0.number == 0 ? nil : $0 }
    }

    private var checkHeadline: Sentence {
        guard let all = fact("claims.all", .question), all.number != 0 else {
            return "The article states nothing that could be checked"
        }
        return "\(all) claims: \(verdictCounts)"
    }

    private var verdictCounts: Sentence {
        let named: [(String, Sentence)] = [
            ("confirmed", "confirmed"), ("approximatelyRight", "about right"),
            ("refuted", "refuted"), ("internallyInconsistent", "in contradiction to the rest"),
            ("definitionError", "wrong as definitions"),
            ("undecidableAtPrecision", "undecidable at their precision"),
            ("noData", "without data"), ("notCheckable", "not checkable"),
        ]
        let parts = named.compactMap { verdict, words -> Sentence? in
            counted(verdict).map { "\($0) \(words)" }
        }
        return parts.dropFirst().reduce(parts.first ?? "") { "\($0), \($1)" }
    }

    private var checkLead: [Sentence] {
        [
            "Figures are held against the closes of this hour and of the three before, whichever fit best."
        ]
    }

    private struct Row {
        let words: Fact
        let verdict: Fact
        let reason: Fact?
        let measured: Fact?

        /// Whether a reader of the article should know.
        var isFault: Bool {
            [
                .text("refuted"), .text("wrong definition"), .text("contradicts itself"),
                .text("undecidable at this precision"),
            ].contains(verdict.value)
        }
    }

    private var claimRows: [Row] {
        (1...).lazy.map { Measure("claim.\($0)") }
            .map { (measure: $0, words: self.fact($0, .question)) }
            .prefix { $0.words != nil }
            .compactMap { found in
                guard let words = found.words,
                    let verdict = self.fact(found.measure.dot("verdict"), .question)
                else { return nil }
                return Row(
                    words: words, verdict: verdict,
                    reason: self.fact(found.measure.dot("reason"), .question),
                    measured: self.book.all(found.measure.dot("measured")).first)
            }
    }

    private func claimTable(_ id: String, _ caption: Sentence, _ rows: [Row]) -> Table {
        Table(
            id, caption,
            columns: [
                .words("The article says"), .words("Verdict"), .numbers("The data say"),
                .words("Why"),
            ],
            rows: rows.map { row in
                [
                    "\(row.words)", "\(row.verdict)", cell(row.measured, .signed),
                    cell(row.reason),
                ]
            })
    }

    private var faultSection: Section? {
        let faults = claimRows.filter(\.isFault)
        guard !faults.isEmpty else { return nil }
        return Section(
            "faults", "What a careful reader should know",
            [
                .table(
                    claimTable(
                        "faults", "Refuted, contradictory, wrongly defined or undecidable", faults))
            ])
    }

    private var claimSection: Section? {
        let rows = claimRows
        guard !rows.isEmpty else { return nil }
        return Section(
            "claims", "Claim by claim",
            [.table(claimTable("claims", "Every claim, in the order of the article", rows))])
    }

    private var checkGaps: [ReportGap] {
        var gaps: [ReportGap] = []
        if fact("claims.alone", .question) != nil {
            gaps.append(
                ReportGap(
                    "no-market-data", .thin,
                    "The store holds nothing near that time: the article is held against itself alone."
                ))
        }
        if let name = fact("claims.lookalike.1", .question) {
            gaps.append(
                ReportGap(
                    "lookalikes", .note,
                    "Names written with letters of other scripts were not taken for what they look like: \(name)."
                ))
        }
        gaps.append(
            ReportGap(
                "own-universe", .note,
                """
                Providers differ in what they add up and when they look: a figure of another provider may be right \
                and still not be ours.
                """))
        return gaps
    }
}
