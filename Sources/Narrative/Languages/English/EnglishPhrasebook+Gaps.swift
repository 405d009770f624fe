internal import Evidence

extension EnglishPhrasebook {
    func gap(_ gap: PlainGap) -> Sentence {
        switch gap {
        case .noOwnIndex:
            """
            There are no prices or no supplies for this window, so no index of our own, no \
            contributions and no sectors.
            """
        case .noStrength:
            "There are too few daily bars for the relative strength index to have warmed up."
        case .noAverage: "There are too few daily bars for both moving averages."
        case .noLiquidations:
            "No liquidation bar lies wholly inside the window: nothing is known, which is not zero."
        case .noForcedShare:
            """
            How much of Bitcoin’s move was forced is not told: it takes open interest, prices and volumes at both \
            ends of the window, a bar of liquidations inside it, a move that an ordinary hour does not make, and enough \
            worlds that fit.
            """
        case .newsSelection:
            """
            The headlines are those that later lists kept: how widely a story was read at the \
            time is not known.
            """
        case .noNews: "No headline on the themes of the sector in focus rose before the turn."
        case .noCause:
            """
            No test of a cause is made: order in time and exposure are shown, and the share that \
            either explains is not known.
            """
        case .oneEvent:
            """
            A cause is tested on one event of one day: by who was exposed and by order in time, not by repetition. \
            Other news of the day shares its window, betas are unsteady in a fall, and the day is looked at \
            because it moved.
            """
        case .tether:
            """
            Contracts are quoted in tether, which is taken as one US dollar; stablecoins are one \
            dollar by definition.
            """
        }
    }

    func noTotalChange(over: Sentence) -> Sentence {
        "TOTAL has no bar near both ends of the window, so its change \(over) is not known."
    }

    func staleTotal(_ cap: Fact, asOf: Fact) -> Sentence {
        """
        The last bar of TOTAL closed at \(observed: cap), well before \(asOf): its level is that old.
        """
    }

    func missingHours(_ missing: Fact) -> Sentence {
        """
        TOTAL lacks \(missing) of hourly bars within the window: its highest and lowest hour \
        may be among them.
        """
    }

    func unpriced(_ count: Fact, coverage: Fact, largest: [Fact]) -> Sentence {
        """
        \(count) assets of the snapshot have no contract in this data and are not in our \
        index, which holds \(coverage) of the capitalisation; the largest are \(listed(largest)).
        """
    }

    func disagreeing(_ count: Fact, first: [Fact]) -> Sentence {
        """
        The venues' prices of \(count) assets lie too far apart for one thing; first of them \(listed(first)).
        """
    }

    func partialLiquidations(_ coverage: Fact) -> Sentence {
        """
        Liquidation bars that lie wholly inside the window cover \(coverage) of it; the rest is \
        left out, not filled in.
        """
    }

    func allVenuesUnknown(floor: Fact) -> Sentence {
        """
        What all venues liquidated together cannot be computed from one venue's sample; it was \
        at least \(floor, .magnitude), and this data gives no upper bound.
        """
    }

    func heldSupply(_ observed: Fact) -> Sentence {
        """
        Supplies are those of \(observed, .date), the latest known: coins issued or burned \
        since then are not counted.
        """
    }

    func sectorSupplies(_ title: Fact, members: Fact, weighted: Fact) -> Sentence {
        """
        Of the \(members) assets listed as \(title), \(weighted) have both a price and a supply \
        here and make up the sector's capitalisation; its level cannot be compared with another list's.
        """
    }

    func undivided(_ titles: [Fact]) -> Sentence {
        """
        Not every sector is divided into groups in the list used here (\(listed(titles)): no group large \
        enough); a part of one of them may have moved further than the groups shown.
        """
    }

    func weakTest(level: Fact) -> Sentence {
        """
        There are too few earlier days for any of so many tests to fall below \(level): here a cause can be \
        ruled out and not shown. A cause is tested on one event of one day, by who was exposed and by order \
        in time.
        """
    }

    private func listed(_ facts: [Fact]) -> Sentence {
        facts.map { "\($0)" as Sentence }.joined(by: ", ")
    }

    func shortGap(_ id: String) -> Sentence? {
        switch id {
        case "no-total-change": "the change of TOTAL"
        case "stale-total": "a fresh level of TOTAL"
        case "missing-hours": "some hours of TOTAL"
        case "no-own-index": "an index of our own"
        case "unpriced": "prices of coins without a contract"
        case "prices-disagree": "prices on which venues disagree"
        case "no-strength": "relative strength"
        case "no-average": "both averages"
        case "no-liquidations": "liquidations"
        case "partial-liquidations": "liquidations at the window's edges"
        case "all-venues": "liquidations on all venues"
        case "no-forced-share": "how much was forced"
        case "held-supply": "supplies of the day"
        case "sector-supplies": "coins of the sector without a supply"
        case "sector-groups": "groups of some sectors"
        case "no-news": "headlines on the theme"
        case "news-selection": "how widely stories were read"
        case "no-cause": "a test of causes"
        case "weak-test": "a test that could show a cause"
        case "one-event": "a second event to test the cause on"
        case "tether": "tether's own price"
        default: nil
        }
    }
}
