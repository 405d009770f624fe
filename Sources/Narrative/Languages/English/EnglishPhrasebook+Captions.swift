extension EnglishPhrasebook {
    func caption(_ caption: Caption) -> Sentence {
        switch caption {
        case .distance: "TradingView's TOTAL, the largest coins together, in US dollars"
        case .unusual: "The move of the last day among the days before it"
        case .contributions:
            "What each coin added to the change of our own index, in percentage points"
        case .contributionChart: "Contributions to the change of the index"
        case .sectors: "Sectors and the groups of the sector in focus, weighted by capitalisation"
        case .movers: "How far the tokens of the sector moved"
        case .volume: "Traded on Binance's perpetual contracts, in US dollars"
        case .liquidations: "Liquidated on Binance in the window, as published: floors"
        case .positions:
            "Open interest on Binance, by what it is margined in, and funding across venues"
        case .liquidationChart: "Liquidations on Binance, four coins together, floors"
        case .positionChart: "Bitcoin: open interest, funding and resting orders"
        case .strength: "The relative strength index at the close of each day, latest first"
        case .priceChart: "TOTAL, daily, with averages, levels and relative strength"
        case .onsets:
            "When each began to differ from before, the stretch holding nine tenths of it"
        case .timeline: "What began when, and which stories came when"
        case .began: "Began to differ from before"
        case .stories: "Stories"
        case .names: "Names that rose in the headlines, found without a list"
        case .candidates: "Candidate causes, the strongest evidence first"
        case .shares: "What the move is made of"
        case .storiesBefore: "Before the market turned"
        case .storiesAfter: "After it had turned"
        case .newsChart: "TOTAL by the hour, with the stories before the turn"
        case .macro: "Outside crypto: the last closes known"
        case .published: "Figures printed elsewhere, beside ours"
        }
    }

    func summary(_ summary: ChartSummary) -> Sentence {
        switch summary {
        case .liquidations:
            "Upright bars over time, long and short side by side, in US dollars."
        case .positions:
            """
            Lines over time: open interest in coins, funding weighted by open interest, bids and asks resting near \
            the price.
            """
        case .price: "Daily bars of the total market capitalisation."
        case .timeline:
            """
            A dot where it is likeliest to have begun, a bar over the stretch that holds nine tenths; below, the \
            stories of the first candidate cause.
            """
        case .abnormal:
            """
            The mean return of the exposed beyond what the rest of the market explains, added up over the window, \
            and the band that holds nine tenths of earlier stretches scaled to this one’s violence.
            """
        }
    }
}
