internal import Market

extension VenueProfile {
    /// OKX.
    static let okx: [VenueProfile] = [
        VenueProfile(
            "okx", title: "OKX perpetual swaps", countedFee: .onMark, modes: [.cross, .isolated],
            takerFeeRate: 0.0005, markPrice: "the mark price of the swap",
            breach: [
                .cancelOrders, .stepDownTiers(2), .takeoverAtBankruptcy, .insuranceFund,
                .deleverage,
            ],
            insuranceFund: "pays what a liquidation falls short of the bankruptcy price",
            deleveraging: "by a ranking of profit and leverage, at the mark price",
            shownRatio: .equityOverRequirement,
            contracts: [
                ListedContract("BTC", at: "okx", in: "USDT"),
                ListedContract("ETH", at: "okx", in: "USDT"),
                ListedContract("SOL", at: "okx", in: "USDT"),
            ],
            citations: [
                Citation("OKX", "API documentation, response of a signal bot's positions"),
                Citation("OKX", "Forced partial or full liquidation"),
                Citation("OKX", "Early liquidation mechanism"),
            ],
            gaps: [
                "The position tiers of BTC, ETH and SOL are not known; they are by number of contracts.",
                "Tiers one and two are taken over whole; from tier three on two tiers are closed at a time.",
            ])
    ]
}
