internal import Market

extension VenueProfile {
    /// BitMEX.
    static let bitmex: [VenueProfile] = [
        VenueProfile(
            "bitmex", title: "BitMEX XBTUSD", basis: .entry, countedFee: .onEntry,
            modes: [.isolated, .cross], takerFeeRate: 0.00075,
            markPrice: "the fair price: the index times one plus the funding basis",
            breach: [
                .cancelOrders, .stepDownTiers(1), .takeoverAtBankruptcy, .insuranceFund,
                .deleverage,
            ],
            insuranceFund: """
                keeps what a liquidation brings beyond the bankruptcy price and pays what it falls \
                short
                """,
            deleveraging: "by profit times effective leverage, losses by profit over it",
            deleveragingRule: .profitTimesEffectiveLeverage,
            contracts: [
                ListedContract(
                    "BTC", at: "bitmex", .inverse, in: "XBT",
                    [
                        ListedContract.DatedRule(
                            flat(
                                [0, 200, 300, 400, 500, 600, 700, 800, 900],
                                [
                                    0.004, 0.008, 0.012, 0.016, 0.02, 0.024, 0.028, 0.032, 0.036,
                                ], end: 1000,
                                leverages: [1.0, 1.4, 1.8, 2.2, 2.6, 3.0, 3.4, 3.8, 4.2].map {
                                    100 / $0
                                }),
                            from: "2020-05-05", until: "2020-05-06",
                            Citation(
                                "BitMEX",
                                "Reduction in Base Maintenance Margin, with the steps of Risk Limits",
                                "2020-05-05"))
                    ])
            ],
            citations: [
                Citation("BitMEX", "Liquidation"), Citation("BitMEX", "Auto-deleveraging"),
                Citation("ccxt", "a position's response of 21 May 2022", "2022-05-21"),
            ],
            gaps: [
                "Of the risk limit tiers, those up to 1000 XBT of May 2020 are given; steps of 150 XBT hold since 31 August 2021 at a rate that is not known.",
                "The funding payment that the requirement counts is left out; give it as an extra requirement.",
            ])
    ]
}
