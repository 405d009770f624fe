internal import Evidence

extension EnglishPhrasebook {
    func highestHigh(days: Fact) -> Sentence { "highest high of \(days) days" }

    func ownIndex(_ index: OwnIndexMove, over: Sentence) -> Sentence {
        """
        Our own index (definition \(index.definition)) of \(index.members) assets, perpetual prices times the \
        supplies of \(index.supplies, .date), \(moved(index.change)) \(over) to \(index.cap); it holds \
        \(index.coverage) of the capitalisation that its universe had then.
        """
    }

    func breadth(_ breadth: IndexBreadth) -> Sentence {
        let rest: Sentence = breadth.advancing.map { ", \($0) gained" } ?? ""
        let mean: Sentence = breadth.mean.map { ", the mean of all \($0, .signed)" } ?? ""
        return """
            Of the \(breadth.members), \(breadth.declining) lost value\(rest); the one in the middle \
            \(moved(breadth.median))\(mean).
            """
    }

    // MARK: Whether it is unusual

    func againstVolatility(_ move: Fact, volatility: Fact, deviations: Fact) -> Sentence {
        """
        Set against the volatility of the days before, \(volatility) a day, the \(measure: move) \
        is \(deviations, .magnitude) times as large.
        """
    }

    func asFar(_ move: Fact, further: Fact, compared: Fact, last: Fact?) -> Sentence {
        let way: Sentence = (move.number ?? 0) < 0 ? "fell as far" : "rose as far"
        let last: Sentence = last.map { ", the last on \($0, .date)" } ?? ""
        return "Of the \(compared) days before, \(further) \(way)\(last)."
    }

    func noSpellModel(_ refusal: Fact) -> Sentence {
        "No model of volatility in spells is fitted: \(refusal)."
    }

    func spellModel(_ model: SpellModel) -> Sentence {
        """
        By a model of volatility in spells with fat tails (GARCH of order one and one, Student's t with \
        \(model.degrees) degrees of freedom) it is \(model.deviations, .magnitude) times as large as expected, and \
        a day as far has a probability of \(model.probability).
        """
    }

    func draws(_ draws: HistoryDraws) -> Sentence {
        guard let span = draws.span else {
            return """
                Of \(draws.draws) days drawn from that history, \(draws.probability) \
                (\(draws.probability, .interval)) went as far.
                """
        }
        return """
            Of \(draws.draws) stretches of \(span) put together from that history in blocks of \
            \(draws.blockLength) days in the mean, \(draws.probability) (\(draws.probability, .interval)) went \
            as far as this window.
            """
    }

    func returnPeriod(_ period: Fact) -> Sentence {
        """
        By the tail of such days, each measured in its own volatility, one as far is to be expected \
        every \(period). A market is written about because it moved: that choice is in no probability here.
        """
    }

    func compared(_ count: Fact, _ window: RankWindow) -> Sentence {
        switch window {
        case .recent: "\(count) days before"
        case .all: "\(count) days before, all there are"
        case .standardized: "\(count) days, each in its own volatility"
        }
    }

    // MARK: Coins

    func otherCoins(_ count: Fact) -> Sentence { "the other \(count) together" }

    func largestContribution(_ contribution: Fact) -> Sentence {
        "Horizontal bars, one a coin: \(subject: contribution) alone made \(contribution, .signed)."
    }

    func residual(_ residual: Fact) -> Sentence {
        """
        The contributions add up to the change of the index: what is left over is \
        \(residual), from rounding in the last place of the arithmetic.
        """
    }

    func breadthCaption(observed: Fact) -> Sentence {
        "Assets at the close of the last UTC day, \(observed: observed)"
    }

    func belowHigh(_ distance: Fact) -> Sentence {
        """
        The asset in the middle stood \(distance, .magnitude) below its highest close of up to a year.
        """
    }

    // MARK: Sectors

    func furthestSector(_ sector: SectorChange) -> Sentence {
        "\(sector.title) \(moved(sector.change)), further than any other sector measured."
    }

    func furthestSector(_ first: SectorChange, focus: SectorChange) -> Sentence {
        """
        \(first.title) \(moved(first.change)), the furthest of the sectors; \(focus.title) \(moved(focus.change)).
        """
    }

    func excess(_ excess: Fact) -> Sentence {
        "Against our own index that is \(excess, .signed)."
    }

    func focus(on title: Fact, _ group: GroupMove) -> Sentence {
        """
        The focus is on \(title) for what beta does not explain: the group \
        "\(group.title)" among them moved \(group.abnormal, .signed) beyond it \
        (\(group.abnormal, .interval)), the furthest of all sectors and groups.
        """
    }

    func members(of title: Fact, fell: Bool) -> Sentence {
        fell ? "\(title), the worst first" : "\(title), the best first"
    }

    func largestContributions(of title: Fact) -> Sentence {
        "\(title), the largest contributions"
    }

    func memberBars(of title: Fact, first: Fact) -> Sentence {
        "Horizontal bars, one a token of \(title): \(subject: first) \(moved(first))."
    }

    func volume(_ volume: Fact, change: Fact?, over: Sentence) -> Sentence {
        let change: Sentence =
            change.map { ", \($0, .signed) against the stretch of the same length before" } ?? ""
        return """
            Perpetual contracts on the members of our index traded \(volume) \(over)\(change). \
            The venue counts coins, not dollars: each hour is valued at its close, and the true \
            figure lies within \(volume, .interval).
            """
    }
}
