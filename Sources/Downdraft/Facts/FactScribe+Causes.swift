#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Catalysts
internal import Evidence
internal import Market
internal import Store

extension FactScribe {
    /// When things began, what rose in the news, and what the tests of causes found.
    mutating func recordCauses(_ state: CauseState, _ inputs: DayInputs, _ causes: CauseInputs) {
        let tested = Self.tested(inputs, causes)
        let prices = causes.hours.sources + inputs.totalHourly.sources + tested
        let leverage = inputs.openInterest.sources + inputs.liquidations.sources
        for finding in state.onset.findings { record(finding, from: prices + leverage) }
        for (place, group) in state.onset.order.groups.enumerated() {
            for onset in group {
                record(
                    Self.onset(onset.name).dot("place"), of: .question, Double(place + 1), .count,
                    at: question.asOf, .onsetOrder, from: prices + leverage)
            }
        }
        for (place, name) in state.names.enumerated() {
            record(name, place + 1, from: inputs.headlines.sources + tested)
        }
        guard let ranking = state.ranking else { return }
        let sources = inputs.dailyCloses.sources + prices + causes.labels.sources
        for (place, test) in ranking.tests.enumerated() {
            record(test, place + 1, state, from: sources + inputs.headlines.sources)
        }
        for (place, claim) in state.claims.enumerated() {
            recordText(
                Measure("cause.\(place + 1).id"), of: .question, claim.id, at: question.asOf,
                .causeTest, from: sources + inputs.headlines.sources)
        }
        recordShares(ranking, from: sources)
        if let rules = state.rules { record(rules) }
    }

    /// Whom a name bears on, and so every test, hangs on all words and definitions.
    private static func tested(_ inputs: DayInputs, _ causes: CauseInputs) -> Provenance {
        Provenance(
            [],
            rows: inputs.pricing.rows + inputs.supplies.sources.rows
                + inputs.sectorMembers.sources.rows + causes.labels.sources.rows
                + inputs.themeTerms.sources.rows + inputs.headlines.sources.rows
                + inputs.totalDaily.sources.rows)
    }

    // MARK: Onsets

    private static func onset(_ name: String) -> Measure {
        Measure("onset.\(name.replacing(" ", with: "-"))")
    }

    private mutating func record(_ finding: OnsetFinding, from sources: Provenance) {
        let measure = Self.onset(finding.name)
        recordText(
            measure.dot("name"), of: .question, finding.name, at: question.asOf, .onset,
            from: sources)
        switch finding {
        case .undated(_, let silence):
            recordText(
                measure.dot("silence"), of: .question, silence.title, at: question.asOf, .onset,
                from: sources)
        case .dated(let interval):
            let moments = [
                (measure, interval.likeliest.range.start),
                (measure.dot("earliest"), interval.credible.range.start),
                (measure.dot("latest"), interval.credible.range.end),
            ]
            for (measure, moment) in moments {
                record(
                    measure, of: .question, .instant(moment), .instant, at: moment, .onset,
                    from: sources, standing: .estimated)
            }
            let figures: [(String, Double, Unit)] = [
                ("odds", exp(min(interval.logBayesFactor, 30)), .coefficient),
                ("shift", interval.shift, .coefficient),
                ("held", interval.credible.probability, .ratio),
            ]
            for (name, value, unit) in figures {
                record(
                    measure.dot(name), of: .question, value, unit, at: question.asOf, .onset,
                    from: sources, standing: .estimated)
            }
        }
    }

    // MARK: Names

    private mutating func record(
        _ name: StoryBoard.Name, _ place: Int, from sources: Provenance
    ) {
        let measure = Measure("name.\(place)")
        recordText(
            measure, of: .question, name.burst.name, at: question.asOf, .nameBurst, from: sources)
        recordText(
            measure.dot("themes"), of: .question, name.themes.joined(separator: ", "),
            at: question.asOf, .themeTie, from: sources)
        let figures: [(String, Double, Unit)] = [
            ("recent", Double(name.burst.recent), .count),
            ("expected", name.burst.expected, .coefficient),
            ("days", name.burst.recentSpan.inHours / 24, .days),
            ("p", name.burst.adjusted, .coefficient),
        ]
        for (part, value, unit) in figures {
            record(
                measure.dot(part), of: .question, value, unit, at: question.asOf, .nameBurst,
                from: sources)
        }
    }

    // MARK: Tests

    private mutating func record(
        _ test: CauseTest, _ place: Int, _ state: CauseState, from sources: Provenance
    ) {
        let measure = Measure("cause.\(place)")
        let at = question.asOf
        let words = [
            ("", test.cause.name),
            ("verdict", test.timing == .unseen ? test.timing.title : test.verdict.title),
            ("timing", test.timing.title),
            ("reasons", test.reasons.map(\.title).joined(separator: "; ")),
        ]
        for (name, text) in words where !text.isEmpty {
            recordText(
                name.isEmpty ? measure : measure.dot(name), of: .question, text, at: at,
                .causeTest, from: sources)
        }
        let figures: [(String, Double?, Unit)] = [
            ("exposed", Double(test.cause.exposed.count), .count),
            ("tested", Double(test.tested), .count), ("coverage", test.coverage, .ratio),
            ("stories", Double(test.cause.stories), .count),
            ("match", test.exposureMatch, .ratio), ("p", test.pValue, .coefficient),
            ("adjusted", test.adjustedPValue, .coefficient),
            ("kolariPynnonen", test.kolariPynnonen?.pValue, .coefficient),
            ("dates", test.placebo.map { Double($0.placebos.count) }, .count),
            ("apart", test.placebo.map { Double($0.independent) }, .count),
            ("score", test.score, .coefficient),
        ]
        for (name, value, unit) in figures {
            guard let value else { continue }
            record(
                measure.dot(name), of: .question, value, unit, at: at, .causeTest, from: sources)
        }
        if let effect = test.effect {
            record(
                measure.dot("effect"), of: .question, expm1(effect), .ratio,
                low: test.interval.map { expm1($0.lowerBound) },
                high: test.interval.map { expm1($0.upperBound) }, at: at, .causeTest,
                from: sources, standing: .estimated)
        }
        if let seen = test.cause.firstSeen {
            record(
                measure.dot("firstSeen"), of: .question, .instant(seen), .instant, at: seen,
                .quoted, from: sources)
            record(
                measure.dot("lead"), of: .question, (state.began.start - seen).inHours / 24, .days,
                at: seen, .onsetOrder, from: sources)
        }
        let stories = state.candidates.first { $0.cause == test.cause }?.stories ?? []
        for (number, story) in stories.prefix(Self.shownStories).enumerated() {
            let part = measure.dot("story.\(number + 1)")
            record(
                part, of: .question, .instant(story.firstSeen), .instant, at: story.firstSeen,
                .quoted, from: sources)
            recordText(
                part.dot("title"), of: .question, story.cluster.first.title, at: story.firstSeen,
                from: sources)
        }
    }

    private static let shownStories = 12

    private mutating func recordShares(_ ranking: CauseRanking, from sources: Provenance) {
        let shares = ranking.shares
        let figures: [(String, Double?, Unit)] = [
            ("total", shares.total, .points), ("broad", shares.broad, .points),
            ("remainder", shares.remainder, .points), ("direct", shares.direct, .points),
            ("unexplained", shares.unexplained, .points),
            ("unexplained.share", shares.unexplainedShare, .ratio),
            ("coverage", shares.coverage, .ratio),
        ]
        for (name, value, unit) in figures {
            guard let value else { continue }
            record(
                Measure("move.\(name)"), of: .question, value, unit, at: question.asOf,
                .moveShares, from: sources, standing: .estimated)
        }
        for (place, part) in shares.parts.enumerated() {
            recordText(
                Measure("move.part.\(place + 1).name"), of: .question, part.name,
                at: question.asOf, .moveShares, from: sources)
            record(
                Measure("move.part.\(place + 1)"), of: .question, part.direct, .points,
                at: question.asOf, .moveShares, from: sources, standing: .estimated)
        }
    }

    private mutating func record(_ rules: CauseRules) {
        record(
            "cause.estimation", of: .question, Double(rules.window.estimation), .days,
            at: question.asOf, .causeTest, from: [])
        record(
            "cause.level", of: .question, rules.level, .ratio, at: question.asOf, .causeTest,
            from: [])
    }

    /// The cumulative abnormal return by the hour, and where placebo dates keep it.
    mutating func recordBand(
        _ band: AbnormalBand?, _ inputs: DayInputs, _ causes: CauseInputs
    ) {
        guard let band else { return }
        let sources =
            causes.hours.sources + causes.labels.sources + Self.tested(inputs, causes)
        let start = question.range.start
        let times = band.path.indices.map { start + .hours($0) }
        let columns: [(String, [Double])] = [("low", band.low), ("high", band.high)]
        record(
            SeriesFact(
                "cause.band", of: .question, times: times, interval: .hour,
                columns: columns.map { SeriesFact.Column($0.0, .ratio, $0.1.map { expm1($0) }) },
                asOf: question.asOf, method: .causeBand, sources: sources, standing: .simulated))
        record(
            SeriesFact(
                "cause.path", of: .question, times: times, interval: .hour,
                columns: [SeriesFact.Column("abnormal", .ratio, band.path.map { expm1($0) })],
                asOf: question.asOf, method: .causeBand, sources: sources, standing: .estimated))
        record(
            "cause.band.dates", of: .question, Double(band.count), .count, at: question.asOf,
            .causeBand, from: sources)
    }
}

extension OnsetSilence {
    /// The reason for readers.
    var title: String {
        switch self {
        case .fewBars: "too few bars"
        case .flat: "it did not vary"
        case .weak: "no change that stands out"
        }
    }
}

extension CauseVerdict {
    /// The verdict for readers.
    var title: String {
        switch self {
        case .supported: "supported"
        case .coincided: "coincided"
        case .noData: "not testable"
        case .tooLate: "too late"
        }
    }
}

extension CandidateCause.Timing {
    /// The timing for readers.
    var title: String {
        switch self {
        case .before: "before the move"
        case .within: "while it may have begun"
        case .after: "after it had begun"
        case .unseen: "no story"
        }
    }
}

extension CauseVerdict.Reason {
    /// The reason for readers.
    var title: String {
        switch self {
        case .seenAfterOnset: "first seen after the move had begun"
        case .seenWithinOnset: "first seen while the move may have begun"
        case .neverSeen: "no story is known"
        case .labelledAfterwards: "who is exposed was written down afterwards"
        case .fewMembers: "too few of the exposed are priced"
        case .thinCoverage: "too small a part of the exposed is priced"
        case .fewDates: "too few dates to compare with"
        case .notSignificant: "chance does as much too often"
        case .otherWay: "the exposed went the other way"
        case .hangsOnOne: "it hangs on one of the exposed"
        }
    }
}
