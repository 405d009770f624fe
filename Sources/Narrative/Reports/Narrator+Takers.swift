internal import Evidence

/// What takers traded over the bars of liquidations: no more can be forced upon them than they traded.
extension Narrator {
    /// A side of positions, by the word that its measures have, with what readers call it and its closing.
    private typealias Side = (name: String, liquidated: Sentence, traded: Sentence, did: Sentence)

    private static let sides: [Side] = [
        ("long", "longs", "sold", "takers sold"), ("short", "shorts", "bought", "takers bought"),
    ]

    /// What takers sold, by coin, the most first.
    private var takersSold: [Fact] {
        book.all(Measure("takers.sold").dot(window))
            .sorted { ($1.number ?? 0, $0.subject) < ($0.number ?? 0, $1.subject) }
    }

    private func taker(_ name: String, _ subject: Subject) -> Fact? {
        fact(Measure("takers").dot(name).dot(window), subject)
    }

    private func taker(_ side: Side, _ part: String, _ subject: Subject) -> Fact? {
        fact(Measure("takers").dot(side.name).dot(window).dot(part), subject)
    }

    /// Whether a bar's shares of takers are known.
    func takerShares(_ bar: Fact) -> [Sentence] {
        Self.sides.map { cell(fact(bar.measure.dot($0.name).dot("share"), bar.subject)) }
    }

    /// Whether takers are known of any bar.
    var hasTakers: Bool { !takersSold.isEmpty }

    /// How much of what takers traded was forced, in the coin of which they sold most.
    var takerLead: [Sentence] {
        guard let sold = takersSold.first, let long = taker("long", sold.subject)?.number,
            let short = taker("short", sold.subject)?.number
        else { return [] }
        let side = Self.sides[long < short ? 1 : 0]
        guard let share = taker(side, "share", sold.subject),
            let highest = taker(side, "highest.share", sold.subject)
        else { return [] }
        return [
            """
            Of what takers \(side.traded) in \(subject: sold) over the same bars, liquidated \(side.liquidated) are at \
            least \(share, .magnitude), and \(highest, .magnitude) in the highest bar.
            """
        ]
    }

    /// Liquidations held against what takers traded.
    var takerSection: Section? {
        guard hasTakers else { return nil }
        let blocks: [Block] =
            takerContradictions.isEmpty ? [] : [.items(takerContradictions)]
        return Section(
            "takers", "Against what takers traded",
            blocks + [.paragraph(takerWords), .table(takerTable), .table(leanTable)])
    }

    private var takerWords: [Sentence] {
        let rule: [Sentence] = [
            """
            Who is liquidated trades as a taker: a long is sold, a short is bought back. So liquidated longs can be \
            no more than takers sold in the same bars, and shorts no more than they bought.
            """,
            "What was liquidated is a floor, and so is its share.",
        ]
        guard takersSold.contains(where: { taker("contract", $0.subject) != nil }) else {
            return rule
        }
        return rule + [
            """
            Where takers of one contract alone are known, its share is told of them, while liquidations may be of \
            more contracts; coins count at the prices of their bar.
            """
        ]
    }

    private var takerTable: Table {
        Table(
            "takers", "Liquidated, as a share of what takers traded that way",
            columns: [
                .words("Coin"), .words("Liquidated"), .numbers("At least"),
                .numbers("Takers that way"), .numbers("Share"), .numbers("Highest in a bar"),
                .words("From"), .words("Bound"),
            ],
            rows: takersSold.flatMap { sold in
                Self.sides.map { side in
                    let subject = sold.subject
                    return [
                        "\(subject: sold)", side.liquidated,
                        cell(taker(side.name, subject)),
                        side.name == "long" ? "\(sold)" : cell(taker("bought", subject)),
                        cell(taker(side, "share", subject)),
                        cell(taker(side, "highest.share", subject)),
                        cell(taker(side, "highest.opened", subject), .moment),
                        cell(taker(side, "check", subject)),
                    ]
                }
            })
    }

    private var leanTable: Table {
        Table(
            "lean", "Where takers leaned: bought less sold, as a share of both",
            columns: [
                .words("Coin"), .words("Contracts"), .numbers("Bars"), .numbers("Balance"),
                .words("Mostly liquidated"), .words("Takers leaned"),
            ],
            rows: takersSold.map { sold in
                let subject = sold.subject
                return [
                    "\(subject: sold)", contracts(subject), cell(taker("bars", subject)),
                    cell(taker("net", subject), .signed),
                    cell(taker("mostly", subject)), cell(taker("lean", subject)),
                ]
            })
    }

    /// Bars in which more was liquidated than takers can have traded.
    var takerContradictions: [Sentence] {
        takersSold.map(\.subject).flatMap { subject in
            Self.sides.compactMap { side in contradiction(side, subject) }
        }
    }

    private func contracts(_ subject: Subject) -> Sentence {
        taker("contract", subject).map { "\($0)" } ?? "all of the venue"
    }

    private func contradiction(_ side: Side, _ subject: Subject) -> Sentence? {
        guard let liquidated = taker(side, "highest", subject),
            let traded = taker(side, "highest.traded", subject),
            let opened = taker(side, "highest.opened", subject),
            let most = traded.high ?? traded.number, let least = liquidated.number, least > most
        else { return nil }
        let share = taker(side, "highest.share", subject).map { ", \($0) of it" as Sentence } ?? ""
        let verdict: Sentence =
            taker("contract", subject) == nil
            ? "That cannot be: a unit, a side or a time is wrong in one of the sources."
            : "Either liquidations are of more contracts, or one of the sources is wrong."
        return """
            \(subject: liquidated), the bar from \(opened, .moment) on: at least \(liquidated, .magnitude) of \
            \(side.liquidated) liquidated\(share), while \(side.did) \(traded, .magnitude) \
            (contracts: \(contracts(subject))). \(verdict)
            """
    }

    /// That sources contradict each other.
    var contradictedGap: ReportGap? {
        guard let first = takerContradictions.first else { return nil }
        let isCertain = takersSold.map(\.subject).contains { subject in
            taker("contract", subject) == nil
                && Self.sides.contains { contradiction($0, subject) != nil }
        }
        return ReportGap("takers-contradicted", isCertain ? .thin : .note, first)
    }

    /// That takers are not known, or not of every bar.
    var takerGap: ReportGap? {
        let floors = book.all(.totalLiquidations(window)).filter {
            $0.subject.parent != nil && $0.number != nil
        }
        let none = floors.filter { taker("sold", $0.subject) == nil }
        let some = floors.compactMap { taker("unknown", $0.subject) }
        var words: [Sentence] = []
        if !none.isEmpty {
            let names = none.prefix(Self.namedCoins).map { "\(subject: $0)" as Sentence }
            let rest: Sentence = none.count > Self.namedCoins ? " and others" : ""
            words.append(
                """
                What takers traded is not known for \(names.joined(by: ", "))\(rest): liquidations are not held \
                against it.
                """)
        }
        for unknown in some.prefix(Self.namedCoins) {
            words.append("Bars of \(subject: unknown) whose takers are not known: \(unknown).")
        }
        return words.isEmpty ? nil : ReportGap("no-takers", .note, words.joined(by: " "))
    }

    private static let namedCoins = 5
}
