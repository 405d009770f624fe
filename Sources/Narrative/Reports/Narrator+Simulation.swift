public import Evidence
public import Market

extension Narrator {
    /// How much of a move forced selling can account for, and what the next levels would set off.
    public func simulationReport(
        of subject: Subject, window spelled: String, sources: [Source]
    ) -> Report {
        let simulation = SimulationWords(narrator: self, subject: subject)
        return Report(
            title: "What forced selling can account for. As of \(asOfFact)", asOf: asOf,
            window: spelled, headline: simulation.headline, lead: simulation.lead,
            sections: [
                simulation.forced, simulation.ahead, simulation.middle, simulation.fans,
                simulation.ground,
            ].compactMap { $0 }, book: book, gaps: simulation.gaps, sources: sources)
    }
}

/// The words of a simulation of one coin or index.
struct SimulationWords {
    let narrator: Narrator
    let subject: Subject

    static let laws = ["linear", "squareRoot", "saturating"]

    private var window: String { narrator.window }

    func fact(_ measure: Measure) -> Fact? { narrator.fact(measure, subject) }

    private var change: Fact? { fact(.change(window)) }

    private var share: Fact? { fact(Measure("cascade.share").dot(window)) }

    var fell: Bool { (change?.number ?? 0) < 0 }

    private var selling: Sentence { fell ? "Forced selling" : "Forced buying" }

    // MARK: Headline and lead

    var headline: Sentence {
        guard let change, let share else {
            return "What was forced of the move cannot be told from what is known"
        }
        return """
            \(selling) could account for \(share, .rough) of \(subject: change)’s \
            \(fell ? "fall" : "rise") of \(change, .magnitude) \(narrator.overWindow), by \(lawNames)
            """
    }

    /// The laws that a range over all of them goes over: `the book, square root and saturating laws`.
    private var lawNames: Sentence {
        let names = Self.laws.compactMap { law -> Fact? in
            let measure = Measure("cascade.\(law)")
            return fact(measure.dot("share")).flatMap { _ in fact(measure.dot("law")) }
        }
        let list = names.dropFirst().enumerated().reduce(narrator.cell(names.first)) {
            list, entry in
            "\(list)\(entry.offset == names.count - 2 ? " and" : ",") \(entry.element)"
        }
        return names.count == 1 ? "the \(list) law" : "the \(list) laws"
    }

    var lead: [Sentence] {
        var lead: [Sentence] = []
        if let coverage = fact("cascade.coverage"), (coverage.number ?? 1) < 0.999 {
            lead.append(
                """
                That is what coins with known positions, \(coverage) of the market, could add to it; the rest is \
                not counted.
                """)
        }
        if let dominant {
            lead.append(
                """
                The range is wide because no law of impact is known to hold and nobody sees the positions; by \
                the \(dominant.law) law most of the width comes from \(dominant.unknown).
                """)
        }
        lead += [nearest(.long), nearest(.short)].compactMap { $0 }
        return lead
    }

    /// The first law whose widest unknown is known.
    private var dominant: (law: Fact, unknown: Fact)? {
        ["squareRoot", "linear"].lazy.compactMap { law in
            fact(Measure("cascade.\(law).unknown")).flatMap { unknown in
                fact(Measure("cascade.\(law).law")).map { (law: $0, unknown: unknown) }
            }
        }.first
    }

    private enum Side: String { case long = "longs", short = "shorts" }

    private func nearest(_ side: Side) -> Sentence? {
        let breaks = breaks.filter {
            fact($0.measure.dot("side"))?.value == .text(side.rawValue)
        }
        guard let level = breaks.first, let dollars = fact(level.measure.dot("liquidatable")),
            let name = fact(level.measure.dot("name")),
            let extra = fact(level.measure.dot("extra.squareRoot"))
        else { return nil }
        let (direction, kind): (Sentence, Sentence) =
            side == .long ? ("down", "longs") : ("up", "shorts")
        return """
            Were \(level, .fine) (\(name)) reached, \(dollars, .rough) of \(kind) would be liquidatable, \
            which by the square-root law takes the price \(extra, .rough) further \(direction).
            """
    }

    // MARK: Sections

    /// Rows of what each law makes of the move, the law's name first.
    private func rows(_ cells: (Measure) -> [Sentence]?) -> [[Sentence]] {
        Self.laws.compactMap { law in
            let measure = Measure("cascade.\(law)")
            guard let name = fact(measure.dot("law")), let cells = cells(measure) else {
                return nil
            }
            return ["\(name)"] + cells
        }
    }

    var forced: Section? {
        let shares = rows { measure in
            guard let draws = fact(measure.dot("effectiveDraws")) else { return nil }
            let share = fact(measure.dot("share"))
            return [
                share.map { "\($0, .rough)" } ?? "too few fit", narrator.cell(share), "\(draws)",
            ]
        }
        guard !shares.isEmpty else { return nil }
        let rebounds = rows { measure in
            guard let hour = fact(measure.dot("rebound.1h")),
                let day = fact(measure.dot("rebound.24h"))
            else { return nil }
            return ["\(hour, .rough)", "\(day, .rough)"]
        }
        let table = Table(
            "forced",
            "What each law of impact makes of it: middle nine tenths of the worlds that fit",
            columns: [
                .words("Law"), .numbers("Share of the move"), .numbers("Median"),
                .numbers("Worlds"),
            ], rows: shares)
        let returns = Table(
            "rebound",
            "What of the price would come back, since force says nothing about worth",
            columns: [.words("Law"), .numbers("In an hour"), .numbers("In a day")],
            rows: rebounds)
        let words: [Sentence] = [
            """
            No law of impact is known to hold in a cascade, so each is told by itself: the book sold into at \
            once, which overstates; the square root of volume; one that saturates. Worlds are drawn from what is held \
            about leverage, depth and reporting, and weighed by how well the price, the open interest and the \
            published liquidations fit them.
            """,
            "Shares are of price moves, not causes: what came from outside is whatever the law leaves over.",
        ]
        return Section(
            "forced", "How much was forced",
            [.paragraph(words), .table(table)] + (rebounds.isEmpty ? [] : [.table(returns)]))
    }

    var breaks: [Fact] {
        (1...).lazy.map { self.fact(Measure("cascade.break.\($0)")) }.prefix { $0 != nil }
            .compactMap { $0 }
    }

    var ahead: Section? {
        let breaks = breaks
        guard !breaks.isEmpty else { return nil }
        let known = Self.laws.compactMap { law in
            fact(Measure("cascade.\(law).law")).map { (law: law, name: $0) }
        }
        let levels = Table(
            "ahead", "What breaking a level would set off, whatever breaks it",
            columns: [
                .numbers("Level"), .words("What it is"), .numbers("Away"),
                .numbers("Liquidatable"),
            ],
            rows: breaks.map { level in
                [
                    "\(level, .fine)", narrator.cell(fact(level.measure.dot("name"))),
                    narrator.cell(fact(level.measure.dot("distance")), .signed),
                    narrator.cell(fact(level.measure.dot("liquidatable")), .rough),
                ]
            })
        let further = Table(
            "further", "How much further that takes the price, by each law of impact",
            columns: [.numbers("Level")] + known.map { .numbers("By \($0.name)") },
            rows: breaks.map { level in
                ["\(level, .fine)"]
                    + known.map {
                        narrator.cell(fact(level.measure.dot("extra").dot($0.law)), .rough)
                    }
            })
        let words: [Sentence] = [
            """
            From the positions of now by what is held about them, not by what was seen: a break has not \
            happened yet.
            """
        ]
        return Section(
            "ahead", "What the next levels would set off",
            [.paragraph(words), .table(levels), .table(further)] + responses.map { .chart($0) })
    }

    /// What a move from outside brings on; the book's law by itself, since its scale is its own.
    private var responses: [Chart] {
        let directions: [(name: String, title: Sentence, summary: Sentence)] = [
            (
                "fall", "How much further a fall from outside would go",
                """
                What forced selling would add, over the fall that came from outside: middle nine tenths of the \
                worlds drawn.
                """
            ),
            (
                "rise", "How much further a rise from outside would go",
                """
                What forced buying would add, over the rise that came from outside: middle nine tenths of the \
                worlds drawn.
                """
            ),
        ]
        return directions.flatMap { direction in
            [["squareRoot", "saturating"], ["linear"]].compactMap { laws in
                let entries = laws.compactMap { law -> CurvePlot.Entry? in
                    let measure = Measure("cascade.response.\(direction.name)").dot(law)
                    guard let curve = narrator.book.curve(measure, subject),
                        let label = fact(Measure("cascade.\(law).law"))
                    else { return nil }
                    return CurvePlot.Entry(curve, label: label)
                }
                guard !entries.isEmpty else { return nil }
                let isBook = laws == ["linear"]
                return Chart(
                    "response-\(direction.name)" + (isBook ? "-book" : ""),
                    isBook ? "\(direction.title), all of it by the book" : direction.title,
                    summary: direction.summary,
                    plot: .curves(CurvePlot(entries)))
            }
        }
    }

    // MARK: Ground

    private var markets: [Subject] {
        narrator.book.all("cascade.openInterest").map(\.subject)
    }

    var ground: Section? {
        let markets = markets
        guard !markets.isEmpty else { return nil }
        let isOne = markets.count == 1
        let table = Table(
            "ground", "One venue’s market as the window began, and what it published since",
            columns: [
                .words("Coin"), .numbers("Open interest"), .numbers("Book against it"),
                .numbers("Traded a day"), .numbers("Volatility a day"),
                .numbers("Liquidated since"), .numbers("Closed since"),
            ] + (isOne ? [] : [.numbers("Part of the whole"), .numbers("Beta")]),
            rows: markets.map { market in
                func cell(_ measure: Measure, _ style: FactStyle = .plain) -> Sentence {
                    narrator.cell(narrator.fact(measure, market), style)
                }
                let liquidated =
                    narrator.fact(.longLiquidations(window), market)
                    ?? narrator.fact(.shortLiquidations(window), market)
                return [
                    narrator.fact("cascade.openInterest", market).map { "\(subject: $0)" } ?? "",
                    cell("cascade.openInterest"), cell("cascade.depth"), cell("cascade.volume"),
                    cell("cascade.volatility"), narrator.cell(liquidated),
                    cell(Measure("cascade.closed").dot(window), .signed),
                ] + (isOne ? [] : [cell("cascade.weight"), cell("cascade.beta")])
            })
        return Section("ground", "What it rests on", [.table(table)])
    }

    // MARK: Gaps

    var gaps: [ReportGap] {
        var gaps: [ReportGap] = []
        if markets.contains(where: { narrator.fact("cascade.depth", $0) == nil }) {
            gaps.append(
                ReportGap(
                    "no-book", .note,
                    """
                    The book of at least one coin is not known, so the law that lives on depth is left out where \
                    that coin counts.
                    """))
        }
        gaps.append(
            ReportGap(
                "one-venue", .note,
                """
                Positions, liquidations, books and volumes are those of one venue; that others are like it is \
                an assumption.
                """))
        if !middles.coins.isEmpty {
            gaps.append(
                ReportGap(
                    "no-range", .note,
                    """
                    The cascade in the middle of what is held, and the paths by it, are one case among the worlds \
                    that were drawn; its figures have no range of their own.
                    """))
        }
        gaps.append(
            ReportGap(
                "no-map", .note,
                """
                Worlds are not drawn from a map of liquidations by price: on bars of hours none has told more than \
                how far the price went. The map stands, with its score, in the report of liquidations.
                """))
        gaps.append(
            ReportGap(
                "assumed-priors", .note,
                """
                What is held about leverage, stops, hedges and how fast depth goes is partly assumption; the \
                documentation of priors names which.
                """))
        return gaps
    }
}
