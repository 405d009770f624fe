internal import Market

extension VenueProfile {
    /// Deribit.
    static let deribit: [VenueProfile] = [
        VenueProfile(
            "deribit-inverse", title: "Deribit inverse futures", from: "2022-01-11",
            modes: [.cross], markPrice: deribitMark,
            breach: [.closeToRestore, .insuranceFund, .socialise],
            insuranceFund: deribitFund,
            contracts: [
                ListedContract(
                    "BTC", at: "deribit-inverse", .inverse, in: "BTC",
                    [
                        ListedContract.DatedRule(
                            scaling(0.01, perCoin: 0.00005), from: "2022-01-11", deribitChange)
                    ]),
                ListedContract(
                    "ETH", at: "deribit-inverse", .inverse, in: "ETH",
                    [
                        ListedContract.DatedRule(
                            scaling(0.01, perCoin: 0.000004), from: "2022-01-11", deribitChange)
                    ]),
            ],
            citations: [deribitChange, deribitLiquidation],
            gaps: [
                "The liquidation fee, 0.75 per cent for BTC and 0.9 per cent for ETH in 2022, is by coin and goes to the fund.",
                "How margin scaled with size before 11 January 2022 is not known.",
            ]),
        VenueProfile(
            "deribit-linear", title: "Deribit linear futures", modes: [.cross],
            markPrice: deribitMark, breach: [.closeToRestore, .insuranceFund, .socialise],
            insuranceFund: deribitFund,
            contracts: [
                ListedContract(
                    "BTC", at: "deribit-linear", in: "USDC",
                    [ListedContract.DatedRule(scaling(0.01, perCoin: 0.00005), deribitLinear)]),
                ListedContract(
                    "SOL", at: "deribit-linear", in: "USDC",
                    [ListedContract.DatedRule(scaling(0.02, perCoin: 0.000005), deribitLinear)]),
            ],
            citations: [deribitLinear, deribitLiquidation],
            gaps: ["The liquidation fee of linear contracts is not known."]),
    ]

    private static let deribitMark =
        "the index plus a 30-second average of the basis, within a band"
    private static let deribitFund = "fed by the liquidation fee"
    private static let deribitChange = Citation(
        "Deribit", "Change of margin parameters, article 25944826427293", "2022-01-11")
    private static let deribitLinear = Citation(
        "Deribit", "Linear futures margin, article 25944738177565")
    private static let deribitLiquidation = Citation("Deribit", "Auto-liquidation")
}
