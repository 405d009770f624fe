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
            "onsets", phrases.caption(.onsets),
            columns: [
                words(.what), words(.likeliestFrom), words(.between), words(.and), figures(.odds),
                words(.withoutOne),
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
        return section("onsets", .onsets, blocks)
    }

    private var onsetWords: [Sentence] {
        let places = Self.onsetNames.compactMap { fact(Measure("onset.\($0).place"), .question) }
        let groups = Set(places.compactMap(\.number))
        return places.isEmpty
            ? [phrases.nothingBegan] : [phrases.onsetOrder(isDecided: groups.count > 1)]
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
        var tracks = [TimelinePlot.Track(phrases.caption(.began), onsets)]
        let stories = causeStories(1)
        if !stories.isEmpty {
            tracks.append(TimelinePlot.Track(phrases.caption(.stories), stories))
        }
        return Chart(
            "timeline", phrases.caption(.timeline), summary: phrases.summary(.timeline),
            plot: .timeline(TimelinePlot(tracks)))
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
        return section("causes", .causes, blocks)
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
            return phrases.supported(
                SupportedCause(
                    name: first, effect: effect, adjusted: adjusted, direct: direct,
                    unexplained: unexplained))
        }
        let told = candidates.first { part($0, "firstSeen") != nil }
        guard let told, let seen = part(told, "firstSeen") else { return phrases.noStory }
        guard let probability = part(told, "p") else { return phrases.untested(told, seen: seen) }
        return phrases.coincided(told, seen: seen, probability: probability)
    }

    /// What may be said of a cause, how long the market waited, and what was tested.
    var causeWords: [Sentence] {
        var words: [Sentence] = []
        if let sentence = causeSentence { words.append(sentence) }
        if let waitedWords { words.append(waitedWords) }
        if let days = fact("cause.estimation", .question),
            let level = fact("cause.level", .question),
            let dates = fact("cause.1.dates", .question)
        {
            words.append(phrases.testRules(days: days, dates: dates, level: level))
        }
        return words
    }

    /// How long the market waited after the first story, where that is longer than a day and a half.
    var waitedWords: Sentence? {
        guard let told = causeCandidates.first(where: { part($0, "lead") != nil }),
            let lead = part(told, "lead"), (lead.number ?? 0) >= 1.5
        else { return nil }
        return phrases.waited(lead)
    }

    private var nameTable: Table? {
        let names = Array(
            (1...).lazy.map { self.fact(Measure("name.\($0)"), .question) }
                .prefix { $0 != nil }.compactMap { $0 })
        guard !names.isEmpty else { return nil }
        return Table(
            "names", phrases.caption(.names),
            columns: [
                words(.name), figures(.headlines), figures(.recentSpan), figures(.expected),
                figures(.probability), words(.speaksOf),
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
            "candidates", phrases.caption(.candidates),
            columns: [
                words(.what), words(.verdict), words(.firstStory), figures(.effect),
                figures(.probability), figures(.probabilityOfSeveral), figures(.furthestQuarter),
                words(.because),
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
                phrases.directEffect(of: cell(fact(part.measure.dot("name"), .question))),
                "\(part, .signed)",
            ]
        }
        let others: [(CellLabel, Measure)] = [
            (.broadShare, "move.broad"), (.remainderShare, "move.remainder"),
        ]
        for (label, measure) in others {
            guard let share = fact(measure, .question) else { continue }
            rows.append([phrases.label(label), "\(share, .signed)"])
        }
        rows.append([phrases.label(.testedMove), "\(total, .signed)"])
        return Table(
            "shares", phrases.caption(.shares), columns: [words(.part), figures(.points)],
            rows: rows, endsWithTotal: true)
    }

    private var bandChart: Chart? {
        guard let band = book.series("cause.band", .question),
            let path = book.series("cause.path", .question), let first = causeCandidates.first
        else { return nil }
        return Chart(
            "abnormal", phrases.abnormalChart(of: first), summary: phrases.summary(.abnormal),
            plot: .fan(FanPlot(line: path, fan: band)))
    }
}
