internal import Evidence

extension Narrator {
    /// Whether a day's move stands out from the days before it.
    var unusual: Section? {
        let change = Measure.change("24h")
        guard let move = fact(change, .total), fact(change.dot("deviations"), .total) != nil,
            let table = rankTable(change)
        else { return nil }
        let words = [
            volatilityWords(move), placeWords(move), garchWords(move), bootstrapWords,
            tailWords(move),
        ].compactMap { $0 }
        return Section("unusual", "Is it unusual?", [.paragraph(words), .table(table)])
    }

    private func volatilityWords(_ move: Fact) -> Sentence? {
        guard let deviations = fact(move.measure.dot("deviations"), .total),
            let volatility = fact("volatility.daily", .total)
        else { return nil }
        return """
            Set against the volatility of the days before, \(volatility) a day, the \(measure: move) \
            is \(deviations, .magnitude) times as large.
            """
    }

    private func placeWords(_ move: Fact) -> Sentence? {
        guard let further = fact(move.measure.dot("further"), .total),
            let compared = fact(move.measure.dot("compared"), .total)
        else { return nil }
        let way: Sentence = (move.number ?? 0) < 0 ? "fell as far" : "rose as far"
        let last: Sentence =
            fact(move.measure.dot("further").dot("last"), .total).map {
                ", the last on \($0, .date)"
            } ?? ""
        return "Of the \(compared) days before, \(further) \(way)\(last)."
    }

    private func garchWords(_ move: Fact) -> Sentence? {
        let measure = move.measure.dot("garch")
        if let refusal = fact(measure.dot("refusal"), .total) {
            return "No model of volatility in spells is fitted: \(refusal)."
        }
        guard let deviations = fact(measure.dot("deviations"), .total),
            let probability = fact(measure.dot("p"), .total),
            let degrees = fact(measure.dot("degreesOfFreedom"), .total)
        else { return nil }
        return """
            By a model of volatility in spells with fat tails (GARCH of order one and one, Student's t with \
            \(degrees) degrees of freedom) it is \(deviations, .magnitude) times as large as expected, and \
            a day as far has a probability of \(probability).
            """
    }

    private var bootstrapWords: Sentence? {
        let measure = Measure("bootstrap")
        guard let probability = fact(measure.dot("p"), .total),
            let draws = fact(measure.dot("draws"), .total),
            let length = fact(measure.dot("blockLength"), .total)
        else { return nil }
        guard let span = fact("window.days", .question) else {
            return """
                Of \(draws) days drawn from that history, \(probability) (\(probability, .interval)) went as far.
                """
        }
        return """
            Of \(draws) stretches of \(span) put together from that history in blocks of \(length) days in \
            the mean, \(probability) (\(probability, .interval)) went as far as this window.
            """
    }

    private func tailWords(_ move: Fact) -> Sentence? {
        guard let period = fact(move.measure.dot("returnPeriod"), .total) else { return nil }
        return """
            By the tail of such days, each measured in its own volatility, one as far is to be expected \
            every \(period). A market is written about because it moved: that choice is in no probability here.
            """
    }

    private func rankTable(_ change: Measure) -> Table? {
        let windows: [(String, Sentence)] = [
            ("30d", "days before"), ("90d", "days before"), ("180d", "days before"),
            ("365d", "days before"), ("all", "days before, all there are"),
            ("standardized", "days, each in its own volatility"),
        ]
        let rows = windows.compactMap { name, words -> [Sentence]? in
            let measure = change.dot("rank.\(name)")
            guard let compared = fact(measure.dot("compared"), .total) else { return nil }
            return [
                "\(compared) \(words)", cell(fact(measure.dot("place"), .total)),
                cell(fact(measure.dot("percentile"), .total)),
                cell(fact(measure.dot("deviations"), .total), .signed),
                cell(fact(measure.dot("p"), .total)),
                cell(fact(measure.dot("last"), .total), .date),
            ]
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            "unusual", "The move of the last day among the days before it",
            columns: [
                .words("Among"), .numbers("Place"), .numbers("Percentile"),
                .numbers("From the mean"), .numbers("p"), .words("Last as far"),
            ], rows: rows)
    }
}
