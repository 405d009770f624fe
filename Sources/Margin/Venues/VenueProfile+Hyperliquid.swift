internal import Market

extension VenueProfile {
    /// Hyperliquid.
    static let hyperliquid: [VenueProfile] = [
        VenueProfile(
            "hyperliquid", title: "Hyperliquid perpetuals", modes: [.cross, .isolated],
            liquidationFeeRate: 0,
            markPrice: """
                the median of: oracle plus a 150-second average of mid less oracle; the median of \
                bid, ask and last; the weighted median of perpetual mids at Binance, OKX, Bybit, \
                Gate and MEXC
                """,
            breach: [
                .marketOrder(share: 0.2, above: 100_000), .wait(seconds: 30),
                .marketOrder(share: 1, above: nil), .backstop(belowShare: 2.0 / 3), .deleverage,
            ],
            insuranceFund: "none: the liquidator vault takes positions with their margin",
            deleveraging: "by profit and leverage, at the previous mark price",
            deleveragingRule: .gainTimesAccountLeverage,
            contracts: [
                hyperliquid("BTC", before: 0.01, floors: [0, 150e6], leverages: [40, 20]),
                hyperliquid("ETH", before: 0.01, floors: [0, 100e6], leverages: [25, 15]),
                hyperliquid("SOL", before: 0.025, floors: [0, 70e6], leverages: [20, 10]),
            ],
            citations: [
                Citation("Hyperliquid", "Liquidations"), Citation("Hyperliquid", "Margin tiers"),
                Citation("Hyperliquid", "Auto-deleveraging"),
                Citation("Hyperliquid", "Robust price indices"),
            ],
            gaps: [
                "The day on which the tiers came in is not known, nor the formula that ranks deleveraging: the one given is not from the venue's pages."
            ])
    ]

    private static func hyperliquid(
        _ asset: AssetID, before: Double, floors: [Double], leverages: [Double]
    ) -> ListedContract {
        ListedContract(
            asset, at: "hyperliquid", in: "USDC",
            [
                ListedContract.DatedRule(
                    marginal([0], [before], end: nil, leverages: [1 / (2 * before)]),
                    from: "2024-10-01", until: "2024-11-01",
                    Citation("freqtrade", "responses of live positions", "2024-10-31")),
                ListedContract.DatedRule(
                    marginal(
                        floors, leverages.map { 1 / (2 * $0) }, end: nil, leverages: leverages),
                    Citation("Hyperliquid", "Margin tiers")),
            ])
    }
}
