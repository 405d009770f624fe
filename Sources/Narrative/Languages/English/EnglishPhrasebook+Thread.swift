internal import Evidence
internal import Market

extension EnglishPhrasebook {
    func opening(asOf: Fact) -> Sentence { "\(asOf):" }

    func briefMove(
        _ change: Fact, over: Sentence, to level: Fact?, asOf: Fact, _ sector: SectorChange?
    ) -> Sentence {
        let level: Sentence = level.map { " to \($0)" } ?? ""
        let sector: Sentence = sector.map { "; \($0.title) \(moved($0.change))" } ?? ""
        return "The crypto market \(moved(change)) \(over)\(level) as of \(asOf)\(sector)."
    }

    func briefUnknown(asOf: Fact) -> Sentence {
        "No measure of the whole market covers the window that ends at \(asOf)."
    }

    func briefCoins(bitcoin: Fact, ether: Fact, of own: Fact) -> Sentence {
        """
        of the \(own, .signed) that our own index of the market moved, Bitcoin made \(bitcoin, .signed) and \
        Ether \(ether, .signed)
        """
    }

    func briefLiquidations(long: Fact, short: Fact) -> Sentence {
        """
        on Binance at least \(long, .magnitude) of long and \(short, .magnitude) of short Bitcoin positions were \
        liquidated
        """
    }

    func briefChart(distance: Fact, _ average: Fact, strength: Fact?) -> Sentence {
        let strength: Sentence = strength.map { ", with \(measure: $0) at \($0)" } ?? ""
        return
            "TOTAL is \(distance, .magnitude) \(side(distance)) its \(measure: average)\(strength)"
    }

    var briefThin: Sentence { "something that this answer leans on is missing" }

    func briefMeasures(_ clauses: [Sentence]) -> Sentence {
        clauses.isEmpty
            ? "Neither contributions nor liquidations nor the chart are known."
            : "Measured: \(clauses.joined(by: "; "))."
    }

    func missing(_ gaps: [Sentence], isCut: Bool) -> Sentence {
        guard !gaps.isEmpty else { return "Nothing that was looked for is missing." }
        return "Not known: \(gaps.joined(by: ", "))\(isCut ? " and more" : "")."
    }

    func origins(_ sources: [Source], isCut: Bool) -> Sentence {
        let names = sources.map { "\(publisher: $0)" as Sentence }
        return "Numbers from \(names.joined(by: ", "))\(isCut ? " and others" : "")."
    }
}
