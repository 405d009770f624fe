internal import Market

extension VenueProfile {
    /// KuCoin.
    static let kucoin: [VenueProfile] = [
        VenueProfile(
            "kucoin", title: "KuCoin futures, isolated margin", basis: .entry, modes: [.isolated],
            takerFeeRate: 0.0006, markPrice: "the mark price of the contract",
            breach: [.cancelOrders, .stepDownTiers(1), .takeoverAtBankruptcy]
                + [.insuranceFund, .deleverage],
            insuranceFund:
                "takes what the market does not close at the bankruptcy price, at that price",
            deleveraging: "counterparties by priority", shownRatio: nil,
            contracts: [
                ListedContract("BTC", at: "kucoin", in: "USDT", [kucoinRule]),
                ListedContract("ETH", at: "kucoin", in: "USDT"),
            ],
            citations: kucoinCitations, gaps: kucoinGaps),
        VenueProfile(
            "kucoin-cross", title: "KuCoin futures, cross margin", countedFee: .onMark,
            modes: [.crossByValue], takerFeeRate: 0.0006,
            markPrice: "the mark price of the contract",
            breach: [.cancelOrders, .takeoverAtBankruptcy, .insuranceFund, .deleverage],
            insuranceFund:
                "takes what the market does not close at the bankruptcy price, at that price",
            deleveraging: "counterparties by priority", shownRatio: nil,
            contracts: [
                ListedContract("BTC", at: "kucoin-cross", in: "USDT", [kucoinRule]),
                ListedContract("ETH", at: "kucoin-cross", in: "USDT"),
            ],
            citations: kucoinCitations, gaps: kucoinGaps),
    ]

    private static let kucoinRule = ListedContract.DatedRule(
        flat([0, 25_000], [0.004, 0.007], end: 600_000, leverages: [125, 75]),
        Citation("KuCoin", "Risk Limit Levels, article 26685810193433"))
    private static let kucoinCitations = [
        Citation("KuCoin", "Liquidation price of isolated margin, article 4408061803033"),
        Citation("KuCoin", "Cross margin, articles 27619032569113 and 35084431335065"),
        Citation("KuCoin", "Insurance Fund, article 26686139092889", "2025-12-31"),
    ]
    private static let kucoinGaps = [
        "Of the risk limits of BTC, the two lowest levels are known; the page has no date.",
        "The ranking of deleveraging is not known.",
    ]
}
