internal import Evidence
internal import Market

extension Narrator {
    // MARK: When it began

    private static let onsetNames = [
        "market", "exposed-less-market", "volume", "open-interest", "liquidations",
    ]

    /// When the market and what belongs to it began to move, and in which order.
    var onsets: Section? {
        let known = Self.onsetNames.map { Measure("onset.\($0)") }
            .filter { fact($0.dot("name"), .question) != nil }
        guard !known.isEmpty else { return nil }
        let table = Table(
            "onsets",
            "When each began to differ from before, the stretch holding nine tenths of it",
            columns: [
                .words("What"), .words("Likeliest from"), .words("Between"), .words("and"),
                .numbers("Odds of a change"), .words("Without one"),
            ],
            rows: known.map { measure in
                [
                    cell(fact(measure.dot("name"), .question)),
                    cell(fact(measure, .question), .moment),
                    cell(fact(measure.dot("earliest"), .question), .moment),
                    cell(fact(measure.dot("latest"), .question), .moment),
                    cell(fact(measure.dot("odds"), .question), .rough),
                    cell(fact(measure.dot("silence"), .question)),
                ]
            })
        var blocks: [Block] = [.paragraph(onsetWords), .table(table)]
        if let chart = timeline { blocks.append(.chart(chart)) }
        return Section("onsets", "When it began", blocks)
    }

    private var onsetWords: [Sentence] {
        let places = Self.onsetNames.compactMap { fact(Measure("onset.\($0).place"), .question) }
        let groups = Set(places.compactMap(\.number))
        let order: Sentence =
            groups.count > 1
            ? """
            Which came first is decided, at nine to one, between groups of them: they are numbered in the facts.
            """
            : "No order among them is decided at nine to one: bars of hours do not tell which came first."
        return places.isEmpty ? ["Nothing stands out from before."] : [order]
    }

    private var timeline: Chart? {
        let onsets = Self.onsetNames.compactMap { name -> TimelinePlot.Entry? in
            let measure = Measure("onset.\(name)")
            guard let label = fact(measure.dot("name"), .question),
                let time = fact(measure, .question), time.value.instant != nil
            else { return nil }
            return TimelinePlot.Entry(
                label: label, time: time, earliest: fact(measure.dot("earliest"), .question),
                latest: fact(measure.dot("latest"), .question))
        }
        guard !onsets.isEmpty else { return nil }
        var tracks = [TimelinePlot.Track("Began to differ from before", onsets)]
        let stories = causeStories(1)
        if !stories.isEmpty { tracks.append(TimelinePlot.Track("Stories", stories)) }
        return Chart(
            "timeline", "What began when, and which stories came when",
            summary: """
                A dot where it is likeliest to have begun, a bar over the stretch that holds nine tenths; below, the \
                stories of the first candidate cause.
                """, plot: .timeline(TimelinePlot(tracks)))
    }

    /// The stories of a cause by its place.
    private func causeStories(_ place: Int) -> [TimelinePlot.Entry] {
        (1...).lazy.map { Measure("cause.\(place).story.\($0)") }
            .map { (time: self.fact($0, .question), title: self.fact($0.dot("title"), .question)) }
            .prefix { $0.time != nil && $0.title != nil }
            .compactMap { story in
                story.time.flatMap { time in
                    story.title.map { TimelinePlot.Entry(label: $0, time: time) }
                }
            }
    }

    // MARK: What may have caused it

    /// The candidates with a place, from the first.
    private var causeCandidates: [Fact] {
        (1...).lazy.map { self.fact(Measure("cause.\($0)"), .question) }.prefix { $0 != nil }
            .compactMap { $0 }
    }

    private func part(_ cause: Fact, _ name: String) -> Fact? {
        fact(cause.measure.dot(name), .question)
    }

    private func verdict(_ cause: Fact) -> String {
        guard case .text(let verdict)? = part(cause, "verdict")?.value else { return "" }
        return verdict
    }

    /// Candidate causes with the tests behind each, and what is left unexplained.
    var causes: Section? {
        let candidates = causeCandidates
        let names = nameTable
        guard !candidates.isEmpty || names != nil else { return nil }
        var blocks: [Block] = [.paragraph(causeWords)]
        if let names { blocks.append(.table(names)) }
        if !candidates.isEmpty { blocks.append(.table(causeTable(candidates))) }
        if let table = shareTable { blocks.append(.table(table)) }
        if let chart = bandChart { blocks.append(.chart(chart)) }
        return Section("causes", "What may have caused it", blocks)
    }

    /// What may be said of a cause, in one sentence: a causal verb only where the test stands behind it.
    var causeSentence: Sentence? {
        let candidates = causeCandidates
        guard let first = candidates.first,
            let unexplained = fact("move.unexplained.share", .question)
        else { return nil }
        if verdict(first) == "supported", let effect = part(first, "effect"),
            let adjusted = part(first, "adjusted"), let direct = fact("move.direct", .question)
        {
            return """
                \(first) moved the market: those it bears on went \(effect, .signed) beyond what the rest of the market \
                explains (p \(adjusted, .rough)), \(direct, .signed) of the move; \(unexplained) of it is not \
                explained by that.
                """
        }
        let told = candidates.first { part($0, "firstSeen") != nil }
        guard let told, let seen = part(told, "firstSeen") else {
            return "No story is known that bears on a sector: the move is unexplained."
        }
        guard let adjusted = part(told, "p") else {
            return """
                The move coincided with news of \(told), first seen \(seen, .moment); it could not be tested, and the \
                move is unexplained.
                """
        }
        return """
            The move coincided with news of \(told), first seen \(seen, .moment): those it bears on did not go \
            further than chance explains (p \(adjusted, .rough)), so the move is unexplained.
            """
    }

    private var causeWords: [Sentence] {
        var words: [Sentence] = []
        if let sentence = causeSentence { words.append(sentence) }
        if let told = causeCandidates.first(where: { part($0, "lead") != nil }),
            let lead = part(told, "lead"), (lead.number ?? 0) >= 1.5
        {
            words.append(
                """
                Its first story came \(lead) before the earliest moment at which the move may have begun: whoever \
                names it as the cause has to say why the market waited.
                """)
        }
        if let days = fact("cause.estimation", .question),
            let level = fact("cause.level", .question),
            let dates = fact("cause.1.dates", .question)
        {
            words.append(
                """
                Tested are sectors and groups as they were written down before: their mean return beyond what the \
                rest of the market explains, with betas of \(days), against the same on \(dates) earlier dates. \
                All p-values are made larger for being several; below \(level) a causal verb is allowed, if the \
                story came before the move.
                """)
        }
        return words
    }

    private var nameTable: Table? {
        let names = Array(
            (1...).lazy.map { self.fact(Measure("name.\($0)"), .question) }
                .prefix { $0 != nil }.compactMap { $0 })
        guard !names.isEmpty else { return nil }
        return Table(
            "names", "Names that rose in the headlines, found without a list",
            columns: [
                .words("Name"), .numbers("Headlines"), .numbers("In"), .numbers("Expected"),
                .numbers("p"), .words("Speaks of, by its company"),
            ],
            rows: names.map { name in
                [
                    "\(name)", cell(part(name, "recent")), cell(part(name, "days")),
                    cell(part(name, "expected")), cell(part(name, "p"), .rough),
                    cell(part(name, "themes")),
                ]
            })
    }

    private func causeTable(_ candidates: [Fact]) -> Table {
        Table(
            "candidates", "Candidate causes, the strongest evidence first",
            columns: [
                .words("What"), .words("Verdict"), .words("First story"), .numbers("Effect"),
                .numbers("p"), .numbers("p of several"), .numbers("Among the furthest quarter"),
                .words("Because"),
            ],
            rows: candidates.map { cause in
                [
                    "\(cause)", cell(part(cause, "verdict")),
                    cell(part(cause, "firstSeen"), .moment), cell(part(cause, "effect"), .signed),
                    cell(part(cause, "p"), .rough), cell(part(cause, "adjusted"), .rough),
                    cell(part(cause, "match")), cell(part(cause, "reasons")),
                ]
            })
    }

    private var shareTable: Table? {
        guard let total = fact("move.total", .question) else { return nil }
        let parts = Array(
            (1...).lazy.map { self.fact(Measure("move.part.\($0)"), .question) }
                .prefix { $0 != nil }.compactMap { $0 })
        var rows: [[Sentence]] = parts.map { part in
            [
                "Direct effect of \(cell(fact(part.measure.dot("name"), .question)))",
                "\(part, .signed)",
            ]
        }
        let others: [(Sentence, Measure)] = [
            ("What betas to the rest of the market make of it", "move.broad"),
            ("What single assets did beyond that", "move.remainder"),
        ]
        for (name, measure) in others {
            guard let share = fact(measure, .question) else { continue }
            rows.append([name, "\(share, .signed)"])
        }
        rows.append(["The move of the assets that were tested", "\(total, .signed)"])
        return Table(
            "shares", "What the move is made of", columns: [.words("Part"), .numbers("Points")],
            rows: rows, endsWithTotal: true)
    }

    private var bandChart: Chart? {
        guard let band = book.series("cause.band", .question),
            let path = book.series("cause.path", .question), let first = causeCandidates.first
        else { return nil }
        return Chart(
            "abnormal", "What \(first) did beyond the market, hour by hour",
            summary: """
                The mean return of the exposed beyond what the rest of the market explains, added up over the window, \
                and the band that holds nine tenths of earlier stretches scaled to this one’s violence.
                """, plot: .fan(FanPlot(line: path, fan: band)))
    }
}
