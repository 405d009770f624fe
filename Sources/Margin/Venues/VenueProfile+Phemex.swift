internal import Market

extension VenueProfile {
    /// Phemex.
    static let phemex: [VenueProfile] = [
        VenueProfile(
            "phemex", title: "Phemex USDT-M contracts", countedFee: .onMark, takerFeeRate: 0.0006,
            markPrice: "the mark price of the contract",
            breach: [.cancelOrders, .takeoverAtBankruptcy, .insuranceFund, .deleverage],
            insuranceFund: "fed by liquidations closed at better than the bankruptcy price",
            deleveraging: "the more profitable and more leveraged first, at the bankruptcy price",
            contracts: [
                ListedContract("BTC", at: "phemex", in: "USDT"),
                ListedContract("ETH", at: "phemex", in: "USDT"),
            ],
            citations: [
                Citation("Phemex", "How are liquidation prices of USDT-M contracts calculated"),
                Citation(
                    "Phemex", "What is the Insurance Fund and Auto-Deleveraging", "2020-05-14"),
            ],
            gaps: ["The maintenance rates by risk limit are not known."])
    ]
}
