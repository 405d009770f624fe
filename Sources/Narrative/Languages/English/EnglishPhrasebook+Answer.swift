internal import Evidence

extension EnglishPhrasebook {
    func question(asOf: Fact) -> Sentence {
        "Why did the crypto market move? As of \(asOf)"
    }

    func over(_ span: Fact?) -> Sentence {
        span.map { "in \($0)" } ?? "since midnight UTC"
    }

    func moved(_ change: Fact) -> Sentence {
        guard let number = change.number, number != 0 else { return "did not move" }
        return number < 0 ? "fell \(change, .magnitude)" : "rose \(change, .magnitude)"
    }

    func headline(
        _ change: Fact, over: Sentence, to level: Fact?, _ sector: SectorChange?
    ) -> Sentence {
        let moves = move(change, fall: "falls", rise: "rises")
        let start: Sentence = "Crypto market \(moves) \(over)"
        let level: Sentence = level.map { " to \($0)" } ?? ""
        let sector: Sentence =
            sector.map { "; \($0.title) \(move($0.change, fall: "down", rise: "up"))" } ?? ""
        return "\(start)\(level)\(sector)"
    }

    var noHeadline: Sentence { "No measure of the whole market covers this window" }

    /// What a change does, where it does anything.
    private func move(_ change: Fact, fall: Sentence, rise: Sentence) -> Sentence {
        guard let number = change.number, number != 0 else { return "did not move" }
        return "\(number < 0 ? fall : rise) \(change, .magnitude)"
    }

    func level(_ cap: Fact, day: Fact?, sinceMidnight: Fact?) -> Sentence {
        let day: Sentence = day.map { ", \($0, .signed) in a day" } ?? ""
        let midnight: Sentence =
            sinceMidnight.map { " and \($0, .signed) since midnight UTC" } ?? ""
        return
            "The total market capitalisation stood at \(cap) at \(observed: cap)\(day)\(midnight)."
    }

    func largestCoins(bitcoin: Fact, ether: Fact, of own: Fact) -> Sentence {
        """
        Bitcoin made \(bitcoin, .signed) and Ether \(ether, .signed) of the \(own, .signed) that \
        our own index of the market moved.
        """
    }

    func sectorMove(_ sector: SectorChange, _ group: GroupMove?) -> Sentence {
        let beyond: Sentence =
            group.map {
                """
                ; the group "\($0.title)" among them moved \($0.abnormal, .signed) beyond what \
                its beta to the market explains (\($0.abnormal, .interval))
                """
            } ?? ""
        return "\(sector.title) \(moved(sector.change))\(beyond)."
    }

    func bitcoinLiquidations(long: Fact, short: Fact) -> Sentence {
        """
        On Binance at least \(long, .magnitude) of long and \(short, .magnitude) of short \
        Bitcoin positions were liquidated; the venue does not publish every one.
        """
    }

    func averageAndStrength(distance: Fact, _ average: Fact, strength: Fact?) -> Sentence {
        let strength: Sentence = strength.map { "; \(measure: $0) reads \($0)" } ?? ""
        return """
            The index is \(distance, .magnitude) \(side(distance)) its \(measure: average) of \
            \(average)\(strength).
            """
    }

    /// `below` or `above`.
    func side(_ distance: Fact) -> Sentence { (distance.number ?? 0) < 0 ? "below" : "above" }

    var noCauseTested: Sentence {
        """
        No cause is tested in this report, so none is named: the whole of the move stands \
        unexplained.
        """
    }

    func risingTerm(_ term: Fact, before count: Fact, turn: Fact) -> Sentence {
        """
        The move coincided with a rise of "\(term)" in headlines (before the turn at \(turn): \
        \(count)).
        """
    }
}
