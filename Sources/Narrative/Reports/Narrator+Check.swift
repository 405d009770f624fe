internal import Evidence
public import Market

extension Narrator {
    /// What became of an article's claims.
    public func checkReport(sources: [Source]) -> Report {
        let claims = ClaimNotes(book: book)
        return Report(
            title: "The article’s claims. As of \(asOfFact)", asOf: asOf, window: "24h",
            headline: checkHeadline, lead: checkLead,
            sections: [faultSection(claims), claimSection(claims)].compactMap { $0 }, book: book,
            gaps: checkGaps, sources: sources)
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

    private func faultSection(_ claims: ClaimNotes) -> Section? {
        let faults = claims.rows.filter(\.isFault)
        guard !faults.isEmpty else { return nil }
        let table = Table(
            "faults",
            "Refuted, contradictory, wrongly defined, undecidable, or better said otherwise",
            columns: [
                .numbers("Note"), .words("The article says"), .words("Verdict"),
                .numbers("The data say"), .words("Why"), .words("A careful writer"),
            ],
            rows: faults.map { row in
                [
                    "\(row.number)", "\(row.words)", "\(row.verdict)",
                    row.isCause ? "" : row.measured.map { "\($0, claims.style($0))" } ?? "",
                    claims.reason(row) ?? "", claims.remedy(row) ?? "",
                ]
            })
        return Section("faults", "What a careful reader should know", [.table(table)])
    }

    private func claimSection(_ claims: ClaimNotes) -> Section? {
        let article = AnnotatedArticle(passages: claims.passages, notes: claims.notes)
        guard !article.passages.isEmpty else { return nil }
        return Section("claims", "Claim by claim", [.article(article)])
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
        if fact("claims.cut", .question) != nil {
            gaps.append(
                ReportGap("cut-short", .note, "The article is longer than what was read of it."))
        }
        if let names = listed("claims.lookalike") {
            gaps.append(
                ReportGap(
                    "lookalikes", .note,
                    "Names written with letters of other scripts were not taken for what they look like: \(names)."
                ))
        }
        if let names = listed("claims.formerName") {
            gaps.append(
                ReportGap(
                    "former-names", .note,
                    "The article uses names that had been given up by then; they were read as: \(names)."
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

    /// Numbered names, parted by commas.
    private func listed(_ measure: String) -> Sentence? {
        let names: [Sentence] = (1...).lazy
            .map { self.fact(Measure("\(measure).\($0)"), .question) }
            .prefix { $0 != nil }.compactMap { $0 }.map { "\($0)" }
        guard let first = names.first else { return nil }
        return names.dropFirst().reduce(first) { "\($0), \($1)" }
    }
}
