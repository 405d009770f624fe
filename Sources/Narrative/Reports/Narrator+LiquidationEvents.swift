internal import Evidence

/// What single liquidations add to the report: floors, what sampling hides, and what the times say.
extension Narrator {
    /// Whether the store holds single forced closes of the window.
    var hasEvents: Bool { !venuesOfEvents.isEmpty }

    /// How many events with dollars each venue published, by venue.
    private var venuesOfEvents: [Fact] {
        book.all(Measure("events.count").dot(window)).filter { $0.subject.kind == "venue" }
    }

    private var assetsOfEvents: [Fact] {
        book.all(Measure("events.total").dot(window)).filter { $0.subject.kind == "asset" }
            .sorted { ($1.number ?? 0, $0.subject) < ($0.number ?? 0, $1.subject) }
    }

    private static let shownRows = 12

    /// Facts that are numbered from one on, up to the first that is not there.
    private func numbered(_ find: (Int) -> Fact?) -> [Fact] {
        var found: [Fact] = []
        while let fact = find(found.count + 1) { found.append(fact) }
        return found
    }

    /// The floors of single events, by venue, coin and hour.
    var eventSection: Section? {
        guard hasEvents else { return nil }
        let blocks: [Block?] = [
            .items(venuesOfEvents.flatMap(venueItems) + largestEvent), assetTable, hourTable,
        ]
        return Section("events", "Event by event", blocks.compactMap { $0 })
    }

    private func venueItems(_ count: Fact) -> [Sentence] {
        let venue = count.subject
        let sums = ["long", "short"].compactMap { fact(Measure("events.\($0)").dot(window), venue) }
        guard sums.count == 2 else { return [] }
        var items: [Sentence] = [
            """
            \(subject: count): at least \(sums[0], .magnitude) of longs and \(sums[1], .magnitude) of shorts in \
            \(count) events with dollars.\(unsided(venue))\(reach(venue))
            """
        ]
        items += quarantine(venue)
        items += others(venue)
        return items
    }

    private func unsided(_ venue: Subject) -> Sentence {
        guard let dollars = fact(Measure("events.unsided").dot(window), venue),
            dollars.number != 0
        else { return "" }
        return " Of another \(dollars, .magnitude) the venue does not say the side."
    }

    private func reach(_ venue: Subject) -> Sentence {
        guard let first = fact(Measure("events.first").dot(window), venue),
            let last = fact(Measure("events.last").dot(window), venue),
            let share = fact(Measure("events.coverage").dot(window), venue)
        else { return "" }
        return """
             The first is of \(first, .moment), the last of \(last, .moment), \(share) of the window apart; \
            nothing tells a quiet stretch from one that was not recorded.
            """
    }

    private func quarantine(_ venue: Subject) -> [Sentence] {
        numbered { fact(Measure("events.quarantined.\($0)").dot(window), venue) }.compactMap {
            count in
            guard let reason = fact(count.measure.dot("reason"), venue) else { return nil }
            return """
                \(subject: count): events counted and not added, for the reason "\(reason)": \(count).
                """
        }
    }

    private func others(_ venue: Subject) -> [Sentence] {
        let words: [(String, Sentence)] = [
            ("deleveraged", "closed by automatic deleveraging"),
            ("takenOver", "taken over by an insurance fund"),
        ]
        return words.compactMap { name, words in
            let measure = Measure("events.\(name)").dot(window)
            guard let dollars = fact(measure, venue), let count = fact(measure.dot("count"), venue)
            else { return nil }
            return """
                \(subject: dollars): at least \(dollars, .magnitude) \(words), which is no part of what was \
                liquidated; events: \(count).
                """
        }
    }

    private var largestEvent: [Sentence] {
        guard let largest = book.all(Measure("events.largest").dot(window)).first else { return [] }
        let side = fact(largest.measure.dot("side"), largest.subject)
        let whose: Sentence = side.map { " of a \($0)" } ?? ""
        return [
            """
            The largest single event is a liquidation\(whose) in \(subject: largest) at \
            \(observed: largest, .moment): \(largest, .magnitude).
            """
        ]
    }

    /// The venue that a coin's or a contract's fact is of.
    private func venueCell(_ fact: Fact) -> Sentence {
        venuesOfEvents.first { $0.subject == fact.subject.parent }.map { "\(subject: $0)" } ?? ""
    }

    private var assetTable: Block? {
        let rows = assetsOfEvents
        guard !rows.isEmpty else { return nil }
        return .table(
            Table(
                "event-assets", "Floors by coin, the largest first",
                columns: [
                    .words("Venue"), .words("Coin"), .numbers("Long"), .numbers("Short"),
                    .numbers("Together"), .numbers("Events"),
                ],
                rows: rows.prefix(Self.shownRows).map { total in
                    [venueCell(total), "\(subject: total)"]
                        + ["long", "short", "total", "count"].map {
                            cell(fact(Measure("events.\($0)").dot(window), total.subject))
                        }
                }))
    }

    private var hourTable: Block? {
        let hours = numbered { book.all(Measure("events.hour.\($0)")).first }
        guard !hours.isEmpty else { return nil }
        return .table(
            Table(
                "event-hours", "Clock hours of the window, the largest first",
                columns: [
                    .words("From"), .words("Venue"), .numbers("Long"), .numbers("Short"),
                    .numbers("Together"), .numbers("Events"),
                ],
                rows: hours.map { hour in
                    [cell(fact(hour.measure.dot("opened"), hour.subject), .moment)]
                        + ["\(subject: hour)"]
                        + ["long", "short"].map {
                            cell(fact(hour.measure.dot($0), hour.subject))
                        } + ["\(hour)", cell(fact(hour.measure.dot("count"), hour.subject))]
                }))
    }

    /// What the busiest hour of each large feed was at least, and what it is estimated at.
    var sampledSection: Section? {
        let feeds = numbered { book.all(Measure("events.feed.\($0)")).first }
        guard !feeds.isEmpty else { return nil }
        let table = Table(
            "sampled", "The busiest clock hour of the largest feeds",
            columns: [
                .words("From"), .words("Venue"), .words("Contract"), .words("Published"),
                .numbers("Events"), .numbers("At least"), .numbers("Estimate"),
                .words("Nine in ten within"), .words("Support"),
            ],
            rows: feeds.map { feed in
                func part(_ word: String) -> Fact? {
                    fact(feed.measure.dot(word), feed.subject)
                }
                return [
                    cell(part("opened"), .moment), venueCell(feed), "\(subject: feed)",
                    cell(part("rule")), cell(part("count")), "\(feed)", cell(part("estimate")),
                    interval(part("estimate")), cell(part("support")),
                ]
            })
        return Section(
            "sampled", "What sampling hides",
            [
                .paragraph([
                    """
                    An estimate is of one clock hour of one contract, as far as the hour lies in the window. It \
                    follows from the time in which no event came and the sizes of the others, under the rule of \
                    that day and what the tape itself shows of it.
                    """,
                    """
                    It holds only if orders come one by one: where they come in clusters it is too low, and \
                    its interval misses the truth most of the time.
                    """,
                ]), .table(table),
            ])
    }

    /// The bounds of an estimate; nothing where they are one.
    private func interval(_ fact: Fact?) -> Sentence {
        fact.flatMap { $0.low == $0.high ? nil : "\($0, .interval)" } ?? ""
    }

    /// How much of the events is statistically attributable to earlier ones; never of the fall.
    var attributableSection: Section? {
        let instants = book.all(Measure("attributable").dot(window).dot("instants"))
        guard !instants.isEmpty else { return nil }
        let fitted = instants.filter {
            fact(Measure("attributable").dot(window), $0.subject) != nil
        }
        var blocks: [Block] = [.items(instants.flatMap(attributableItems))]
        if !fitted.isEmpty { blocks += [testTable(fitted.map(\.subject)), .items(caveats)] }
        return Section("attributable", "Whether liquidations followed liquidations", blocks)
    }

    private func attributableItems(_ instants: Fact) -> [Sentence] {
        let measure = Measure("attributable").dot(window)
        let venue = instants.subject
        if let reason = fact(measure.dot("withheld"), venue) {
            return ["\(subject: instants): no share is given; \(reason)."]
        }
        guard let share = fact(measure, venue), let sum = fact(measure.dot("sum"), venue),
            let words = fact("attributable.wording", .question),
            let opened = fact(measure.dot("opened"), venue),
            let closed = fact(measure.dot("closed"), venue)
        else { return [] }
        let whole: Sentence = """
            \(subject: share): \(share) \(words), by a model with one exponential; \(sum) by one with a sum \
            of them. Times of \(instants) instants from \(opened, .moment) to \(closed, .moment).
            """
        let episodes = numbered { fact(measure.dot("episode.\($0)"), venue) }
        return [whole]
            + episodes.compactMap { episode -> Sentence? in
                guard let count = fact(episode.measure.dot("instants"), venue),
                    let opened = fact(episode.measure.dot("opened"), venue)
                else { return nil }
                return """
                    \(subject: episode), the hour from \(opened, .moment) on, \(count) instants: \(episode) \
                    \(words).
                    """
            }
    }

    private func testTable(_ venues: [Subject]) -> Block {
        let measure = Measure("attributable").dot(window)
        let models = venues.flatMap { venue in
            [(venue, measure, "one exponential"), (venue, measure.dot("sum"), "a sum")]
                as [(Subject, Measure, Sentence)]
        }
        return .table(
            Table(
                "attributable",
                "Branching ratios, and how probable distance and dependence of the residuals are: a small one speaks against a model",
                columns: [
                    .words("Venue"), .words("Model"), .numbers("Share"), .numbers("Branching"),
                    .words("Two errors"), .numbers("Distance"), .numbers("Dependence"),
                ],
                rows: models.map { venue, measure, name in
                    let share = fact(measure, venue)
                    let branching = fact(measure.dot("branching"), venue)
                    return [
                        share.map { "\(subject: $0)" } ?? "", name, cell(share), cell(branching),
                        interval(branching),
                        cell(fact(measure.dot("distance.probability"), venue)),
                        cell(fact(measure.dot("dependence.probability"), venue)),
                    ]
                }))
    }

    private var caveats: [Sentence] {
        numbered { fact(Measure("attributable.caveat.\($0)"), .question) }.map { "\($0)" }
    }
}
