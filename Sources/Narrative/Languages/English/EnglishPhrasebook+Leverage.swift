internal import Evidence

extension EnglishPhrasebook {
    func liquidations(long: Fact, short: Fact, coins: Fact, rule: Fact?) -> Sentence {
        let rule: Sentence =
            rule.map {
                " On that day the venue published only \($0), so each figure is a floor."
            } ?? " The rule by which the venue publishes is not known, so each figure is a floor."
        return """
            Binance published liquidations of at least \(long, .magnitude) of long and \
            \(short, .magnitude) of short positions in \(coins) coins.\(rule)
            """
    }

    func positions(_ interest: StockChange, openedInFall: Bool) -> Sentence {
        let reading: Sentence =
            openedInFall
            ? " Positions were opened on balance while the price fell: this was not a pure unwinding."
            : ""
        return """
            Open interest in Bitcoin contracts margined in stablecoins went from \(interest.before) to \
            \(interest.after) (\(interest.change, .signed)).\(reading)
            """
    }

    func bids(_ bids: StockChange) -> Sentence {
        """
        Resting bids near the price of Bitcoin futures went from \(bids.before) to \(bids.after) \
        (\(bids.change, .signed)).
        """
    }

    func forced(_ move: Fact, share: Fact, laws: [LawShare], over: Sentence) -> Sentence {
        let (kind, direction): (Sentence, Sentence) =
            (move.number ?? 0) < 0
            ? ("Forced selling", "fall") : ("Forced buying", "rise")
        let each = laws.map { "\($0.share, .rough) by the \($0.law)" as Sentence }
        return """
            \(kind) can account for \(share, .rough) of \(subject: move)’s \(direction) of \(move, .magnitude) \
            \(over), as far as one venue’s figures tell: \(each.joined(by: ", ")) law of impact.
            """
    }

    var noLawIsKnown: Sentence {
        """
        No law is known to hold, so the range goes from the lowest end of any to the highest; each holds nine \
        tenths of the worlds that fit, and what came from outside is what it leaves over.
        """
    }

    func silentLaws(_ laws: [Fact]) -> Sentence {
        let names = laws.map { "\($0)" as Sentence }
        return "Too few worlds fit by the \(names.joined(by: " and the ")) law to tell."
    }
}
