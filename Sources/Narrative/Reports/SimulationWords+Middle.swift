internal import Evidence
internal import Market

/// What the cascade in the middle of what is held would do, and where the price may wander by it.
extension SimulationWords {
    // MARK: The middle

    enum Way: String, CaseIterable { case fall, rise }

    /// The coins whose middle is known, and the ways it is told for: of one coin both, of several, where
    /// rows would be too many, the way the whole went.
    var middles: (coins: [Subject], ways: [Way]) {
        let all = Way.allCases.flatMap {
            narrator.book.all(Measure("cascade.middle.squareRoot.\($0.rawValue).gain"))
        }
        let coins = Set(all.map(\.subject)).sorted()
        return (coins, coins == [subject] ? Way.allCases : [fell ? .fall : .rise])
    }

    var middle: Section? {
        let (coins, ways) = middles
        let isOne = coins == [subject]
        let shocks = (1...2).compactMap {
            narrator.fact(Measure("cascade.middle.shock.\($0)"), .question)
        }
        let found = coins.flatMap { coin in
            Self.laws.flatMap { law in ways.compactMap { Middle(self, coin, law, $0) } }
        }
        guard !found.isEmpty else { return nil }
        let first: [Table.Column] = [.words(isOne ? "Way" : "Coin"), .words("Law")]
        let names = found.map { middle -> [Sentence] in
            let way: Sentence = middle.way == .fall ? "down" : "up"
            return [isOne ? way : "\(subject: middle.gain)", "\(middle.law)"]
        }
        let now = Table(
            "middle",
            isOne
                ? "One cascade, every unknown at its median: a single curve without a range"
                : "One cascade a coin, every unknown at its median: single curves without a range",
            columns: first + [
                .numbers("Gain"), .numbers("Amplified"), .numbers("Carries itself from"),
            ], rows: zip(names, found).map { name, middle in name + middle.now })
        let rests = Table(
            "rests", "Where a move from outside would come to rest",
            columns: first + shocks.map { .numbers("After \($0)") },
            rows: zip(names, found).map { $0 + $1.rests(shocks.count) })
        let direction: Sentence = isOne ? "move" : fell ? "fall" : "rise"
        let words: [Sentence] = [
            """
            The gain is how much more a further \(direction) brings by force alone; from one on it carries \
            itself. Where a second price stands after a slash, that one would hold itself too: an overshoot \
            would not come back, and the market is fragile.
            """
        ]
        return Section(
            "middle", "At the middle of what is held",
            [.paragraph(words), .table(now), .table(rests)])
    }

    /// What one law makes of one coin's moves one way.
    private struct Middle {
        let way: Way
        let law: Fact
        let gain: Fact
        private let fact: (String) -> Fact?

        init?(_ words: SimulationWords, _ coin: Subject, _ law: String, _ way: Way) {
            let measure = Measure("cascade.middle.\(law).\(way.rawValue)")
            let fact = { (name: String) in words.narrator.fact(measure.dot(name), coin) }
            guard let gain = fact("gain"), let name = words.fact(Measure("cascade.\(law).law"))
            else { return nil }
            self.way = way
            self.law = name
            self.gain = gain
            self.fact = fact
        }

        /// The gain, the amplification, the trigger.
        var now: [Sentence] {
            let trigger: Sentence? = fact("trigger").map { price in
                fact("trigger.distance").map { "\(price, .fine) (\($0, .signed))" }
                    ?? "\(price, .fine)"
            }
            return [
                "\(gain, .rough)",
                fact("amplification").map { "\($0) times" } ?? "without end",
                trigger ?? "nowhere",
            ]
        }

        /// Where each move ends.
        func rests(_ count: Int) -> [Sentence] {
            (0..<count).map { place in
                guard let first = fact("rest.\(place + 1)") else { return "" }
                return fact("rest.\(place + 1).furthest").map { "\(first, .fine) / \($0, .fine)" }
                    ?? "\(first, .fine)"
            }
        }
    }

    // MARK: Paths

    var fans: Section? {
        guard let hours = fact("cascade.fan.hours"), let paths = fact("cascade.fan.paths"),
            let volatility = fact("cascade.fan.volatility")
        else { return nil }
        let before = narrator.book.series("cascade.fan.before", subject)
        let charts = Self.laws.compactMap { law -> Chart? in
            guard let fan = narrator.book.series(Measure("cascade.fan.\(law)"), subject),
                let name = fact(Measure("cascade.\(law).law"))
            else { return nil }
            return Chart(
                "fan-\(law)", "The next \(hours) by the \(name) law",
                summary: """
                    Hourly closes before, then the middle half and the middle nine tenths of \(paths) paths, with the \
                    levels near them.
                    """,
                plot: .fan(
                    FanPlot(
                        line: before, fan: fan,
                        levels: levels(near: [fan, before].compactMap { $0 }))))
        }
        guard !charts.isEmpty else { return nil }
        let words: [Sentence] = [
            """
            Paths wander by \(volatility) an hour, as in the week before, without drift and without news. Where \
            one goes further than it has been, what is liquidated there in the middle of what is held pushes it \
            on, and the push fades. Below the middle the bands are of paths that liquidate longs, above it of \
            paths that liquidate shorts. They are what would be usual, not a forecast of a fall.
            """
        ]
        return Section(
            "paths", "Where it may wander", [.paragraph(words)] + charts.map { .chart($0) })
    }

    /// The levels ahead that are on the scale of some runs, or not far off it.
    private func levels(near runs: [SeriesFact]) -> [PricePlot.Level] {
        let values = runs.flatMap(\.columns).flatMap(\.values).compactMap { $0 }
        guard let low = values.min(), let high = values.max() else { return [] }
        let scale = (low - 0.4 * (high - low))...(high + 0.4 * (high - low))
        return breaks.compactMap { level in
            guard let value = level.number, scale.contains(value) else { return nil }
            return fact(level.measure.dot("name")).map { PricePlot.Level(value: level, label: $0) }
        }
    }
}
