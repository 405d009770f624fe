internal import Market

extension VenueProfile {
    /// GMX v1.
    static let gmx: [VenueProfile] = [
        VenueProfile(
            "gmx-v1", title: "GMX v1", basis: .entry, modes: [.isolated],
            markPrice: "the oracle price", breach: [.marketOrder(share: 1, above: nil)],
            insuranceFund: "none: the pool of liquidity is the counterparty",
            contracts: [
                ListedContract("BTC", at: "gmx-v1", in: "USD", [greatestLeverage]),
                ListedContract("ETH", at: "gmx-v1", in: "USD", [greatestLeverage]),
            ],
            citations: [Citation("GMX", "gmx-interface: getLiquidationPrice and its tests")],
            gaps: ["Funding owed raises what closing costs; it is not counted here."])
    ]

    private static let greatestLeverage = ListedContract.DatedRule(
        sound { () throws(MarginError) in
            .rateOrFees(try RateOrFees(rate: 0.01, feeRate: 0.001, fixedFee: 5))
        }, Citation("GMX", "gmx-interface: getLiquidationPrice and its tests"))
}
