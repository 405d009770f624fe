internal import Evidence

extension EnglishPhrasebook {
    var nothingBegan: Sentence { "Nothing stands out from before." }

    func onsetOrder(isDecided: Bool) -> Sentence {
        isDecided
            ? """
            Which came first is decided, at nine to one, between groups of them: they are numbered in the facts.
            """
            : "No order among them is decided at nine to one: bars of hours do not tell which came first."
    }

    func supported(_ cause: SupportedCause) -> Sentence {
        """
        \(cause.name) moved the market: those it bears on went \(cause.effect, .signed) beyond what the rest of the \
        market explains (p \(cause.adjusted, .rough)), \(cause.direct, .signed) of the move; \(cause.unexplained) \
        of it is not explained by that.
        """
    }

    var noStory: Sentence {
        "No story is known that bears on a sector: the move is unexplained."
    }

    func untested(_ name: Fact, seen: Fact) -> Sentence {
        """
        The move coincided with news of \(name), first seen \(seen, .moment); it could not be tested, and the \
        move is unexplained.
        """
    }

    func coincided(_ name: Fact, seen: Fact, probability: Fact) -> Sentence {
        """
        The move coincided with news of \(name), first seen \(seen, .moment): those it bears on did not go \
        further than chance explains (p \(probability, .rough)), so the move is unexplained.
        """
    }

    func waited(_ lead: Fact) -> Sentence {
        """
        Its first story came \(lead) before the earliest moment at which the move may have begun: whoever \
        names it as the cause has to say why the market waited.
        """
    }

    func testRules(days: Fact, dates: Fact, level: Fact) -> Sentence {
        """
        Tested are sectors and groups as they were written down before: their mean return beyond what the \
        rest of the market explains, with betas of \(days), against the same on \(dates) earlier dates. \
        All p-values are made larger for being several; below \(level) a causal verb is allowed, if the \
        story came before the move.
        """
    }

    func directEffect(of name: Sentence) -> Sentence { "Direct effect of \(name)" }

    func abnormalChart(of name: Fact) -> Sentence {
        "What \(name) did beyond the market, hour by hour"
    }
}
