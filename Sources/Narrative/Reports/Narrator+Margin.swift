public import Evidence
public import Market

extension Narrator {
    /// When a position is liquidated, how that follows, and what the venue does then.
    public func marginReport(of subject: Subject, sources: [Source]) -> Report {
        Report(
            title: "A position at \(cell(fact("venue", subject))). As of \(asOfFact)", asOf: asOf,
            window: window, headline: marginHeadline(subject), lead: marginLead(subject),
            sections: [stepSection(subject), breachSection(subject), marginSourceSection(subject)]
                .compactMap { $0 },
            book: book, gaps: caveatGaps(subject), sources: sources)
    }

    private func marginHeadline(_ subject: Subject) -> Sentence {
        if let below = fact("liquidation.below", subject),
            let distance = fact("liquidation.below.distance", subject)
        {
            return "Liquidated at \(below, .fine), \(distance, .magnitude) below the mark price"
        }
        if let above = fact("liquidation.above", subject),
            let distance = fact("liquidation.above.distance", subject)
        {
            return "Liquidated at \(above, .fine), \(distance, .magnitude) above the mark price"
        }
        return fact("outcome", subject).map { "The position is \($0)" }
            ?? "The position cannot be judged"
    }

    private func marginLead(_ subject: Subject) -> [Sentence] {
        guard let side = fact("side", subject), let size = fact("size", subject),
            let entry = fact("entry", subject), let mode = fact("mode", subject)
        else { return [] }
        let mark: Sentence =
            fact("mark", subject).map { mark in
                mark.observedAt == nil
                    ? ", marked at \(mark, .fine)"
                    : ", marked at \(mark, .fine), the last price of \(observed: mark)"
            } ?? ""
        let used: Sentence? = fact("margin.used", subject).map {
            "\($0) of the margin is used; at a hundred percent it is liquidated."
        }
        let bankruptcy: Sentence? = fact("bankruptcy", subject).map {
            "Nothing is left of it at \($0, .fine)."
        }
        return [
            """
            A \(side) position of \(size, .fine) on \(subject: size), opened at \(entry, .fine)\(mark), with \
            \(mode) margin.
            """, used, bankruptcy,
        ].compactMap { $0 }
    }

    private func stepSection(_ subject: Subject) -> Section? {
        let names: [Fact] = (1...).lazy.map { self.fact(Measure("step.\($0).name"), subject) }
            .prefix { $0 != nil }.compactMap { $0 }
        guard !names.isEmpty else { return nil }
        let rows = names.map { name -> [Sentence] in
            let step = Measure(String(name.measure.text.dropLast(5)))
            return [
                "\(name)", cell(fact(step.dot("formula"), subject)),
                cell(fact(step, subject), .fine),
                cell(fact(step.dot("currency"), subject)),
            ]
        }
        let table = Table(
            "steps", "Each line follows from the lines before",
            columns: [.words("What"), .words("How"), .numbers("Value"), .words("Unit")], rows: rows)
        return Section("steps", "How it follows", [.table(table)])
    }

    private func breachSection(_ subject: Subject) -> Section? {
        let steps = texts("breach", subject)
        let rules: [Sentence] = [
            ("rule.mark", "Mark price" as Sentence), ("rule.insurance", "Insurance fund"),
            ("rule.deleveraging", "Deleveraging"),
        ].compactMap { measure, name in
            fact(Measure(measure), subject).map { "\(name): \($0)." }
        }
        guard !steps.isEmpty || !rules.isEmpty else { return nil }
        return Section(
            "breach", "What the venue does at that price",
            [.items(steps.map { "\($0)." }), .items(rules)].filter { $0 != .items([]) })
    }

    private func marginSourceSection(_ subject: Subject) -> Section? {
        let citations = texts("citation", subject)
        let tiers: Sentence? = fact("maintenance.source", subject).map {
            "Maintenance margin: \($0)."
        }
        let items = [tiers].compactMap { $0 } + citations.map { "\($0)." as Sentence }
        return items.isEmpty ? nil : Section("rules", "Where the rules are from", [.items(items)])
    }

    /// Numbered texts, in their order.
    private func texts(_ name: String, _ subject: Subject) -> [Fact] {
        (1...).lazy.map { self.fact(Measure("\(name).\($0)"), subject) }
            .prefix { $0 != nil }.compactMap { $0 }
    }

    private func caveatGaps(_ subject: Subject) -> [ReportGap] {
        texts("caveat", subject).map { caveat in
            ReportGap(caveat.measure.text.replacing(".", with: "-"), .note, "\(caveat)")
        }
    }
}
