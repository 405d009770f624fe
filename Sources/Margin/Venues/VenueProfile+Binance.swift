internal import Market

extension VenueProfile {
    /// Binance USDT-M before and after the mark price changed, and COIN-M.
    static let binance: [VenueProfile] = [
        usdtMargined(
            until: "2025-09-18",
            average: "the average of mid price less index over one minute"),
        usdtMargined(
            from: "2025-09-18",
            average: "the average of mid price less index over 30 samples of a second"),
        coinMargined,
    ]

    private static func usdtMargined(
        from: String? = nil, until: String? = nil, average: String
    ) -> VenueProfile {
        VenueProfile(
            "binance-usdt-m", title: "Binance USDT-M futures", from: from, until: until,
            modes: [.cross, .isolated],
            markPrice: """
                the median of the last price, the index with the funding due, and the index plus \
                \(average)
                """,
            breach: binanceBreach, insuranceFund: binanceFund, deleveraging: binanceDeleveraging,
            shownRatio: .requirementOverEquity,
            contracts: [
                ListedContract("BTC", at: "binance-usdt-m", in: "USDT", bitcoinRules),
                ListedContract("ETH", at: "binance-usdt-m", in: "USDT", [etherRule]),
                ListedContract("SOL", at: "binance-usdt-m", in: "USDT", [solanaRule]),
            ],
            citations: [
                Citation(
                    "Binance", "How to Calculate Liquidation Price of USDⓈ-M Futures Contracts"),
                Citation("Binance", "What Are Mark Price and Price Index", "2025-09-16"),
                Citation("Binance", "What Is Auto-Deleveraging (ADL)"),
            ],
            gaps: ["The rate of the insurance clearance fee, by symbol, is not known."])
    }

    private static let coinMargined = VenueProfile(
        "binance-coin-m", title: "Binance COIN-M futures", modes: [.cross, .isolated],
        markPrice: """
            the median of the last price, the index with the funding due, and the index plus the \
            average of mid price less index over two and a half minutes
            """,
        breach: binanceBreach, insuranceFund: binanceFund, deleveraging: binanceDeleveraging,
        shownRatio: .requirementOverEquity,
        contracts: [
            ListedContract(
                "BTC", at: "binance-coin-m", .inverse, in: "BTC",
                [
                    ListedContract.DatedRule(
                        marginal(
                            [0, 5, 10, 20, 50, 100, 200],
                            [0.004, 0.005, 0.01, 0.025, 0.05, 0.1, 0.125], end: 400,
                            amounts: [0, 0.005, 0.055, 0.355, 1.605, 6.605, 11.605],
                            leverages: [125, 100, 50, 20, 10, 5, 4]),
                        from: "2021-07-27", until: "2021-07-28",
                        Citation(
                            "Binance", "Leverage and Margin in Coin-Margined Futures Contracts",
                            "2021-07-27"))
                ])
        ],
        citations: [
            Citation("Binance", "How to Calculate Liquidation Price of COIN-M Futures Contracts"),
            Citation("Binance developers' forum", "thread 6292: value of the venue's calculator"),
        ],
        gaps: [
            "The tiers of BTC above 400 BTC are not known, and none after July 2021.",
            "The rates of those tiers are Binance's of that time; with the page's brackets they give the amount of 11.605 BTC that the venue's calculator used.",
        ])

    private static let binanceBreach: [BreachStep] = [
        .cancelOrders, .closeToRestore, .takeoverAtBankruptcy, .insuranceFund, .deleverage,
    ]
    private static let binanceFund =
        "takes what one large order could not close, at the bankruptcy price; fed by a fee on what is liquidated"
    private static let binanceDeleveraging =
        "by quantile of leverage and profit; closed at the bankruptcy price of the liquidated order, without a fee"

    private static let october = Citation(
        "Binance", "Leverage & Margin of USDⓈ-M Futures, as seen in October 2024", "2024-10-31")

    private static let bitcoinRules = [
        ListedContract.DatedRule(
            marginal(
                [0, 5e4, 2.5e5, 1e6, 1e7, 2e7, 5e7, 1e8, 2e8, 3e8],
                [0.004, 0.005, 0.01, 0.025, 0.05, 0.1, 0.125, 0.15, 0.25, 0.5], end: 5e8,
                amounts: [
                    0, 50, 1300, 16_300, 266_300, 1_266_300, 2_516_300, 5_016_300, 25_016_300,
                    100_016_300,
                ], leverages: [125, 100, 50, 20, 10, 5, 4, 3, 2, 1]),
            from: "2021-03-18", until: "2021-03-27",
            Citation(
                "Binance", "Updates to Leverage and Margin Tiers of Binance Futures Contracts",
                "2021-03-18")),
        ListedContract.DatedRule(
            marginal(
                [0, 5e4, 6e5, 3e6, 1.2e7, 7e7, 1e8, 2.3e8, 4.8e8, 6e8, 8e8, 1.2e9],
                [0.004, 0.005, 0.0065, 0.01, 0.02, 0.025, 0.05, 0.1, 0.125, 0.15, 0.25, 0.5],
                end: 1.8e9,
                amounts: [
                    0, 50, 950, 11_450, 131_450, 481_450, 2_981_450, 14_481_450, 26_481_450,
                    41_481_450, 121_481_450, 421_481_450,
                ], leverages: [125, 100, 75, 50, 25, 20, 10, 5, 4, 3, 2, 1]),
            from: "2024-10-01", until: "2024-11-01", october),
    ]

    private static let etherRule = ListedContract.DatedRule(
        marginal(
            [0, 5e4, 6e5, 3e6, 1.2e7, 5e7, 6.5e7, 1.5e8, 3.2e8, 4e8, 5.3e8, 8e8],
            [0.004, 0.005, 0.0065, 0.01, 0.02, 0.025, 0.05, 0.1, 0.125, 0.15, 0.25, 0.5],
            end: 1.2e9,
            amounts: [
                0, 50, 950, 11_450, 131_450, 381_450, 2_006_450, 9_506_450, 17_506_450,
                27_506_450, 80_506_450, 280_506_450,
            ], leverages: [125, 100, 75, 50, 25, 20, 10, 5, 4, 3, 2, 1]),
        from: "2024-10-01", until: "2024-11-01", october)

    private static let solanaRule = ListedContract.DatedRule(
        marginal(
            [0, 2e4, 1e5, 8e5, 4e6, 8e6, 4e7, 8e7, 1e8, 2e8],
            [0.005, 0.0065, 0.01, 0.02, 0.025, 0.05, 0.1, 0.125, 0.25, 0.5], end: 4e8,
            amounts: [
                0, 30, 380, 8380, 28_380, 228_380, 2_228_380, 4_228_380, 16_728_380, 66_728_380,
            ], leverages: [100, 75, 50, 25, 20, 10, 5, 4, 2, 1]),
        from: "2024-10-01", until: "2024-11-01", october)
}
