internal import Evidence

extension Narrator {
    /// Whether a day's move stands out from the days before it.
    var unusual: Section? {
        let change = Measure.change("24h")
        guard let move = fact(change, .total), fact(change.dot("deviations"), .total) != nil,
            let table = rankTable(change)
        else { return nil }
        let sentences = [
            volatilityWords(move), placeWords(move), garchWords(move), bootstrapWords,
            tailWords(move),
        ].compactMap { $0 }
        return section("unusual", .unusual, [.paragraph(sentences), .table(table)])
    }

    func volatilityWords(_ move: Fact) -> Sentence? {
        guard let deviations = fact(move.measure.dot("deviations"), .total),
            let volatility = fact("volatility.daily", .total)
        else { return nil }
        return phrases.againstVolatility(move, volatility: volatility, deviations: deviations)
    }

    func placeWords(_ move: Fact) -> Sentence? {
        guard let further = fact(move.measure.dot("further"), .total),
            let compared = fact(move.measure.dot("compared"), .total)
        else { return nil }
        return phrases.asFar(
            move, further: further, compared: compared,
            last: fact(move.measure.dot("further").dot("last"), .total))
    }

    private func garchWords(_ move: Fact) -> Sentence? {
        let measure = move.measure.dot("garch")
        if let refusal = fact(measure.dot("refusal"), .total) {
            return phrases.noSpellModel(refusal)
        }
        guard let deviations = fact(measure.dot("deviations"), .total),
            let probability = fact(measure.dot("p"), .total),
            let degrees = fact(measure.dot("degreesOfFreedom"), .total)
        else { return nil }
        return phrases.spellModel(
            SpellModel(deviations: deviations, probability: probability, degrees: degrees))
    }

    private var bootstrapWords: Sentence? {
        let measure = Measure("bootstrap")
        guard let probability = fact(measure.dot("p"), .total),
            let draws = fact(measure.dot("draws"), .total),
            let length = fact(measure.dot("blockLength"), .total)
        else { return nil }
        return phrases.draws(
            HistoryDraws(
                probability: probability, draws: draws, blockLength: length,
                span: fact("window.days", .question)))
    }

    func tailWords(_ move: Fact) -> Sentence? {
        fact(move.measure.dot("returnPeriod"), .total).map { phrases.returnPeriod($0) }
    }

    private func rankTable(_ change: Measure) -> Table? {
        let windows: [(String, RankWindow)] = [
            ("30d", .recent), ("90d", .recent), ("180d", .recent), ("365d", .recent), ("all", .all),
            ("standardized", .standardized),
        ]
        let rows = windows.compactMap { name, window -> [Sentence]? in
            let measure = change.dot("rank.\(name)")
            guard let compared = fact(measure.dot("compared"), .total) else { return nil }
            return [
                phrases.compared(compared, window), cell(fact(measure.dot("place"), .total)),
                cell(fact(measure.dot("percentile"), .total)),
                cell(fact(measure.dot("deviations"), .total), .signed),
                cell(fact(measure.dot("p"), .total)),
                cell(fact(measure.dot("last"), .total), .date),
            ]
        }
        guard !rows.isEmpty else { return nil }
        return Table(
            "unusual", phrases.caption(.unusual),
            columns: [
                words(.among), figures(.place), figures(.percentile), figures(.fromTheMean),
                figures(.probability), words(.lastAsFar),
            ], rows: rows)
    }
}
