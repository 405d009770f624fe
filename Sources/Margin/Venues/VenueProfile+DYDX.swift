internal import Market

extension VenueProfile {
    /// dYdX's chain.
    static let dydx: [VenueProfile] = [
        VenueProfile(
            "dydx", title: "dYdX chain perpetuals", modes: [.cross],
            markPrice: "the oracle price",
            breach: [.closeToRestore, .insuranceFund, .deleverage],
            insuranceFund: """
                gets at most 1.5 per cent of a fill, and no more than it brings beyond the \
                bankruptcy price; pays what a fill falls short of it
                """,
            deleveraging: "at the bankruptcy price, where the account is below zero",
            contracts: [
                ListedContract("BTC", at: "dydx", in: "USDC", [largeCap]),
                ListedContract("ETH", at: "dydx", in: "USDC", [largeCap]),
                ListedContract("SOL", at: "dydx", in: "USDC"),
            ],
            citations: [
                Citation("dYdX", "v4-chain: x/clob liquidations and the genesis of mainnet"),
                Citation("dYdX community", "Governance-adjustable parameters: markets"),
            ],
            gaps: [
                "The maintenance margin of SOL is not known; governance changes all of them.",
                "A fill is limited in each block; the limits change and are not modelled.",
            ])
    ]

    private static let largeCap = ListedContract.DatedRule(
        flat([0], [0.012], end: nil, leverages: [50]),
        Citation("dYdX community", "Governance-adjustable parameters: markets, liquidity tier 0"))
}
