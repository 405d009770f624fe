internal import Evidence
internal import Market

extension Narrator {
    /// What is missing, the gaps that thin the answer first.
    var gaps: [ReportGap] {
        let found = [
            windowGap, staleGap, holeGap, ownGap, coverageGap, disagreementGap, strengthGap,
            averageGap, liquidationGap, partialGap, everywhereGap, forcedGap, supplyGap, sectorGap,
            groupGap, newsGap, causeGap, tetherGap,
        ].compactMap { $0 }
        return found.filter { $0.severity == .thin } + found.filter { $0.severity == .note }
    }

    private var windowGap: ReportGap? {
        guard fact(.change(window), .total) == nil else { return nil }
        return ReportGap(
            "no-total-change", .thin,
            "TOTAL has no bar near both ends of the window, so its change \(overWindow) is not known."
        )
    }

    private var staleGap: ReportGap? {
        guard let cap = fact(.cap, .total), let asOf = fact("asOf", .question),
            let observed = cap.observedAt, cap.asOf - observed > .hour
        else { return nil }
        return ReportGap(
            "stale-total", .thin,
            "The last bar of TOTAL closed at \(observed: cap), well before \(asOf): its level is that old."
        )
    }

    private var holeGap: ReportGap? {
        guard let missing = fact(Measure("bars.missing").dot(window), .total),
            let hours = missing.number, hours > 0
        else { return nil }
        return ReportGap(
            "missing-hours", .thin,
            """
            TOTAL lacks \(missing) of hourly bars within the window: its highest and lowest hour \
            may be among them.
            """)
    }

    private var ownGap: ReportGap? {
        guard fact(.change(window), .own) == nil else { return nil }
        return ReportGap(
            "no-own-index", .thin,
            """
            There are no prices or no supplies for this window, so no index of our own, no \
            contributions and no sectors.
            """)
    }

    private var coverageGap: ReportGap? {
        guard let unpriced = fact("unpriced", .own), (unpriced.number ?? 0) > 0,
            let coverage = fact(.coverage, .own), let share = coverage.number
        else { return nil }
        let names = (1...5).compactMap { fact(Measure("unpriced.\($0)"), .own) }
        let list = names.dropFirst().reduce(cell(names.first)) { list, name in
            "\(list), \(name)"
        }
        return ReportGap(
            "unpriced", share < 0.9 ? .thin : .note,
            """
            \(unpriced) assets of the snapshot have no contract in this data and are not in our \
            index, which holds \(coverage) of the capitalisation; the largest are \(list).
            """)
    }

    /// Venues that disagree on a price.
    var disagreementGap: ReportGap? {
        guard let count = fact("disagreeing", .own) else { return nil }
        let names = (1...5).compactMap { fact(Measure("disagreeing.\($0)"), .own) }
        let list = names.dropFirst().reduce(cell(names.first)) { "\($0), \($1)" }
        return ReportGap(
            "prices-disagree", .note,
            "The venues' prices of \(count) assets lie too far apart for one thing; first of them \(list)."
        )
    }

    private var strengthGap: ReportGap? {
        guard fact(.relativeStrength(14), .total) == nil else { return nil }
        return ReportGap(
            "no-strength", .thin,
            "There are too few daily bars for the relative strength index to have warmed up.")
    }

    private var averageGap: ReportGap? {
        guard fact(.average(days: 50), .total) == nil || fact(.average(days: 100), .total) == nil
        else { return nil }
        return ReportGap(
            "no-average", .thin, "There are too few daily bars for both moving averages.")
    }

    private var liquidationGap: ReportGap? {
        guard fact(.totalLiquidations(window), .venue("binance")) == nil else { return nil }
        return ReportGap(
            "no-liquidations", .thin,
            "No liquidation bar lies wholly inside the window: nothing is known, which is not zero."
        )
    }

    var partialGap: ReportGap? {
        guard let coverage = fact(.liquidationCoverage(window), .venue("binance", asset: "BTC")),
            let share = coverage.number, share < 1
        else { return nil }
        return ReportGap(
            "partial-liquidations", .note,
            """
            Liquidation bars that lie wholly inside the window cover \(coverage) of it; the rest is \
            left out, not filled in.
            """)
    }

    var everywhereGap: ReportGap? {
        guard let everywhere = book[.totalLiquidations(window), .venue("all")],
            everywhere.standing == .undecidable,
            let floor = fact(.totalLiquidations(window), .venue("binance"))
        else { return nil }
        return ReportGap(
            "all-venues", .note,
            """
            What all venues liquidated together cannot be computed from one venue's sample; it was \
            at least \(floor, .magnitude), and this data gives no upper bound.
            """)
    }

    private var supplyGap: ReportGap? {
        guard let observed = fact("supplies.observed", .own) else { return nil }
        return ReportGap(
            "held-supply", .note,
            """
            Supplies are those of \(observed, .date), the latest known: coins issued or burned \
            since then are not counted.
            """)
    }

    private var sectorGap: ReportGap? {
        guard let sector = exposed, let members = fact(.members, sector.subject),
            let weighted = fact(Measure.members.dot("weighted"), sector.subject),
            let listed = members.number, let used = weighted.number, used < listed
        else { return nil }
        return ReportGap(
            "sector-supplies", .note,
            """
            Of the \(members) assets listed as \(sector.title), \(weighted) have both a price and a supply \
            here and make up the sector's capitalisation; its level cannot be compared with another list's.
            """)
    }

    private var groupGap: ReportGap? {
        let moves = book.all(.abnormal(window)).map(\.subject).filter {
            ($0.parent ?? $0).kind == "sector"
        }
        let divided = Set(moves.compactMap(\.parent))
        guard !divided.isEmpty else { return nil }
        let whole = moves.filter { $0.parent == nil && !divided.contains($0) }
            .compactMap { fact(.title, $0) }
        guard let first = whole.first else { return nil }
        let list = whole.dropFirst().reduce("\(first)" as Sentence) { list, title in
            "\(list), \(title)"
        }
        return ReportGap(
            "sector-groups", .note,
            """
            Not every sector is divided into groups in the list used here (\(list): no group large \
            enough); a part of one of them may have moved further than the groups shown.
            """)
    }

    private var newsGap: ReportGap? {
        guard fact("term", .question) == nil else {
            return ReportGap(
                "news-selection", .note,
                """
                The headlines are those that later lists kept: how widely a story was read at the \
                time is not known.
                """)
        }
        return ReportGap(
            "no-news", .note,
            "No headline on the themes of the sector in focus rose before the turn.")
    }

    private var causeGap: ReportGap? {
        guard fact("cause.1.adjusted", .question) != nil || fact("cause.1", .question) != nil else {
            return ReportGap(
                "no-cause", .note,
                """
                No test of a cause is made: order in time and exposure are shown, and the share that \
                either explains is not known.
                """)
        }
        if let dates = fact("cause.1.dates", .question)?.number,
            let level = fact("cause.level", .question), let value = level.number,
            case let tests = Double(causeTestCount), tests / (dates + 1) > value
        {
            return ReportGap(
                "weak-test", .note,
                """
                There are too few earlier days for any of so many tests to fall below \(level): here a cause can be \
                ruled out and not shown. A cause is tested on one event of one day, by who was exposed and by order \
                in time.
                """)
        }
        return ReportGap(
            "one-event", .note,
            """
            A cause is tested on one event of one day: by who was exposed and by order in time, not by repetition. \
            Other news of the day shares its window, betas are unsteady in a fall, and the day is looked at \
            because it moved.
            """)
    }

    /// How many candidates were tested.
    private var causeTestCount: Int {
        (1...).lazy.map { Measure("cause.\($0)") }
            .prefix { self.fact($0, .question) != nil }
            .count { self.fact($0.dot("p"), .question) != nil }
    }

    private var tetherGap: ReportGap? {
        guard fact(.cap, .own) != nil else { return nil }
        return ReportGap(
            "tether", .note,
            """
            Contracts are quoted in tether, which is taken as one US dollar; stablecoins are one \
            dollar by definition.
            """)
    }
}
