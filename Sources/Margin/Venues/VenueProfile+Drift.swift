internal import Market

extension VenueProfile {
    /// Drift v2.
    static let drift: [VenueProfile] = [
        VenueProfile(
            "drift", title: "Drift v2 perpetuals", modes: [.cross],
            markPrice: "the oracle price",
            breach: [.cancelOrders, .closeToRestore, .insuranceFund, .socialise],
            insuranceFund: "takes a fee of each liquidation, as far as the margin leaves room",
            contracts: [
                ListedContract("BTC", at: "drift", in: "USDC"),
                ListedContract("ETH", at: "drift", in: "USDC"),
                ListedContract("SOL", at: "drift", in: "USDC"),
            ],
            citations: [Citation("Drift", "protocol-v2: math/liquidation.rs and its tests")],
            gaps: [
                "The maintenance margin ratios and the liquidation fees of the markets are not known."
            ])
    ]
}
