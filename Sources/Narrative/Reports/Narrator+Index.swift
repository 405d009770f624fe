public import Evidence
public import Market

extension Narrator {
    /// What an index did, what made its change, and how its kin fared.
    public func indexReport(
        of subject: Subject, family: [Subject], window spelled: String, sources: [Source]
    ) -> Report {
        Report(
            title: "The index \"\(indexTitle(subject))\". As of \(asOfFact)", asOf: asOf,
            window: spelled, headline: indexHeadline(subject), lead: indexLead(subject),
            sections: [
                effectsSection(subject), membersSection(subject), dominanceSection(subject),
                familySection([subject] + family), indexHistorySection(subject),
                reconciliationSection(subject), suppliesSection(subject),
                definitionSection(subject),
            ].compactMap { $0 }, book: book,
            gaps: [
                indexGap(subject), indexCoverageGap(subject), reconciliationGap(subject),
                survivorGap(subject),
            ]
            .compactMap { $0 }, sources: sources)
    }

    private func indexTitle(_ subject: Subject) -> Sentence { cell(fact(.title, subject)) }

    private func indexHeadline(_ subject: Subject) -> Sentence {
        guard let change = fact(Measure("indexChange").dot(window), subject),
            let cap = fact(.cap, subject)
        else { return "Too little of the index is priced to measure it" }
        return "\(indexTitle(subject)) \(moved(change)) \(overWindow); its members are worth \(cap)"
    }

    private func indexLead(_ subject: Subject) -> [Sentence] {
        guard let level = fact(Measure("indexChange").dot(window), subject),
            let cap = fact(.change(window), subject), let id = fact("definition", subject),
            let beyond = fact(Measure("beyondPrice").dot(window), subject),
            let members = fact(.members, subject), let coverage = fact(.coverage, subject)
        else { return [] }
        return [
            """
            The level, which only prices move, \(moved(level)); what its members are worth changed \
            by \(cap, .signed). The difference, \(beyond, .signed), is coins issued or burned, \
            members that came or went, and weights other than capitalisation.
            """,
            """
            It holds \(members) priced members with \(coverage) of its universe's capitalisation \
            (definition \(id)).
            """,
        ]
    }

    private func effect(_ name: String, _ subject: Subject) -> Fact? {
        fact(Measure("effect.\(name)").dot(window), subject)
    }

    private func effectPoints(_ name: String, _ subject: Subject) -> Fact? {
        fact(Measure("effect.\(name)").dot(window).dot("points"), subject)
    }

    private func effectsSection(_ subject: Subject) -> Section? {
        guard let sum = effect("sum", subject), let residual = effect("residual", subject) else {
            return nil
        }
        let names: [(String, Sentence)] = [
            ("price", "prices, at the mean of the supplies before and after"),
            ("supply", "supplies, at the mean of the prices before and after"),
            ("stablecoins", "stablecoins minted or burned"), ("entered", "members that came"),
            ("left", "members that went"),
        ]
        let rows = names.compactMap { name, words -> [Sentence]? in
            effect(name, subject).map {
                [words, "\($0, .signed)", cell(effectPoints(name, subject), .signed)]
            }
        }
        let table = Table(
            "effects", "Where the change of capitalisation came from",
            columns: [.words("Source"), .numbers("Dollars"), .numbers("Points")],
            rows: rows + [
                ["All", "\(sum, .signed)", cell(fact(.change(window), subject), .signed)]
            ], endsWithTotal: true)
        return Section(
            "effects", "What made the change",
            [
                .table(table),
                .paragraph([
                    "The parts add up; what is left over is \(residual), from rounding."
                ]), .table(groupTable(subject)),
            ])
    }

    private func groupTable(_ subject: Subject) -> Table {
        let groups = parts("effect.sum", kind: "group", of: subject)
        return Table(
            "groups", "By sector; an asset counts in the first of its sectors by name",
            columns: [
                .words("Sector"), .numbers("Members"), .numbers("Worth before"),
                .numbers("Price"), .numbers("Supply"), .numbers("Came or went"),
                .numbers("Together"),
            ],
            rows: groups.map { group in
                let part = group.subject
                return [
                    cell(fact(.title, part)), cell(fact(.members, part)),
                    cell(fact(.base(window), part)), cell(effectPoints("price", part), .signed),
                    cell(effectPoints("supply", part), .signed),
                    cell(effectPoints("membership", part), .signed),
                    cell(effectPoints("sum", part), .signed),
                ]
            })
    }

    /// The parts of a subject that have a measure over the window, the furthest from zero first.
    private func parts(_ name: String, kind: String, of subject: Subject) -> [Fact] {
        book.all(Measure(name).dot(window))
            .filter { $0.subject.kind == kind && $0.subject.parent == subject && $0.number != nil }
            .sorted {
                (abs($1.number ?? 0), $0.subject) < (abs($0.number ?? 0), $1.subject)
            }
    }

    private func membersSection(_ subject: Subject) -> Section? {
        let members = parts("effect.sum", kind: "asset", of: subject)
        guard let first = members.first else { return nil }
        let table = Table(
            "members", "The members that moved it most, in points of its earlier worth",
            columns: [
                .words("Member"), .numbers("Dollars"), .numbers("Price"), .numbers("Supply"),
                .numbers("Came or went"), .numbers("Together"),
            ],
            rows: members.map { member in
                let part = member.subject
                return [
                    "\(subject: member)", "\(member, .signed)",
                    cell(effectPoints("price", part), .signed),
                    cell(effectPoints("supply", part), .signed),
                    cell(effectPoints("membership", part), .signed),
                    cell(effectPoints("sum", part), .signed),
                ]
            })
        let chart = Chart(
            "members", "What each member added",
            summary:
                "Horizontal bars, one a member: \(subject: first) made \(cell(effectPoints("sum", first.subject), .signed)).",
            plot: .bars(BarPlot(members.compactMap { effectPoints("sum", $0.subject) })))
        return Section("members", "Which members did it", [.table(table), .chart(chart)])
    }

    private func dominanceSection(_ subject: Subject) -> Section? {
        let shares = book.all("dominance").filter { $0.subject.parent == subject }
            .sorted { ($1.number ?? 0, $0.subject) < ($0.number ?? 0, $1.subject) }
        guard !shares.isEmpty else { return nil }
        let table = Table(
            "dominance", "Shares of the index's capitalisation",
            columns: [.words("Member"), .numbers("Share"), .numbers("Change")],
            rows: shares.map { share in
                [
                    "\(subject: share)", "\(share)",
                    cell(fact(Measure("dominance.change").dot(window), share.subject), .signed),
                ]
            })
        return Section("dominance", "Dominance", [.table(table)])
    }

    private func familySection(_ family: [Subject]) -> Section? {
        let rows = family.compactMap { subject -> [Sentence]? in
            guard let title = fact(.title, subject), let cap = fact(.cap, subject) else {
                return nil
            }
            return [
                "\(title)", cell(fact("definition", subject)), cell(fact(.members, subject)),
                "\(cap)", cell(fact(.change(window), subject), .signed),
                cell(fact(Measure("indexChange").dot(window), subject), .signed),
            ]
        }
        guard !rows.isEmpty else { return nil }
        let table = Table(
            "family", "Indices over the same window, each by its own definition",
            columns: [
                .words("Index"), .words("Definition"), .numbers("Members"), .numbers("Worth"),
                .numbers("Worth, change"), .numbers("Level, change"),
            ], rows: rows)
        return Section("family", "Its kin", [.table(table)])
    }

    private func indexHistorySection(_ subject: Subject) -> Section? {
        guard let caps = book.series("cap.1d", subject),
            let levels = book.series("level.1d", subject)
        else { return nil }
        let chart = Chart(
            "history", "What the members are worth, and the level",
            summary: """
                Two lines over days: what the members are worth, which supplies and membership move \
                too, and the level, which only prices move.
                """, plot: .panels([caps, levels]))
        return Section("history", "Day by day", [.chart(chart)])
    }

    private func suppliesSection(_ subject: Subject) -> Section? {
        let rows = restatementRows
        let twice = excludedRows(subject)
        guard !rows.isEmpty || !twice.isEmpty else { return nil }
        var blocks: [Block] = []
        if !rows.isEmpty {
            blocks.append(
                .table(
                    Table(
                        "restatements", "Supplies that changed faster than coins are minted",
                        columns: [
                            .words("Asset"), .words("Seen"), .numbers("Before"),
                            .numbers("After"), .numbers("A day"), .words("State"),
                        ], rows: rows)))
        }
        if !twice.isEmpty {
            blocks.append(
                .table(
                    Table(
                        "excluded", "Left out because they stand for something counted already",
                        columns: [.words("Asset"), .words("Class"), .numbers("Worth")],
                        rows: twice)))
        }
        return Section("supplies", "Supplies and exclusions", blocks)
    }

    private var restatementRows: [[Sentence]] {
        (1...).lazy.map { place in
            self.book.all(Measure("restatement.\(place).after")).first.map { ($0, place) }
        }
        .prefix { $0 != nil }.compactMap { $0 }
        .map { after, place in
            let measure = Measure("restatement.\(place)")
            let subject = after.subject
            return [
                "\(subject: after)", "\(observed: after, .date)",
                cell(fact(measure.dot("before"), subject)), "\(after)",
                cell(fact(measure.dot("perDay"), subject), .signed),
                cell(fact(measure.dot("state"), subject)),
            ]
        }
    }

    private func excludedRows(_ subject: Subject) -> [[Sentence]] {
        (1...).lazy.map { self.fact(Measure("excluded.\($0)"), subject) }
            .prefix { $0 != nil }.compactMap { $0 }
            .map { asset in
                [
                    "\(asset)", cell(fact(asset.measure.dot("class"), subject)),
                    cell(fact(asset.measure.dot("cap"), subject)),
                ]
            }
    }

    private func definitionSection(_ subject: Subject) -> Section? {
        guard let id = fact("definition", subject) else { return nil }
        let rules: [(Measure, Sentence)] = [
            ("definition.universe", "Members"), ("definition.weighting", "Weights"),
            ("definition.prices", "Prices"), ("definition.supplies", "Supplies"),
        ]
        let rows = rules.compactMap { measure, name -> [Sentence]? in
            fact(measure, subject).map { [name, "\($0)"] }
        }
        return Section(
            "definition", "What the index is",
            [
                .table(
                    Table(
                        "definition", "\(indexTitle(subject)), definition \(id)",
                        columns: [.words("Rule"), .words("In words")], rows: rows))
            ])
    }
}
