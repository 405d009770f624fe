internal import Market

extension VenueProfile {
    /// Bybit's USDT and inverse contracts, before and after the requirement moved with the mark price.
    static let bybit: [VenueProfile] = [
        bybit(
            "bybit-usdt", "Bybit USDT perpetuals", until: "2024-09-01", basis: .entry, fee: .none,
            contracts: tetherContracts, bybitUSDT),
        bybit(
            "bybit-usdt", "Bybit USDT perpetuals, unified account", from: "2024-09-01",
            basis: .mark,
            fee: .atBankruptcy, contracts: tetherContracts, bybitUnified),
        bybit(
            "bybit-inverse", "Bybit inverse perpetuals", until: "2024-09-01", basis: .entry,
            fee: .atBankruptcy, bankruptcyCountsFee: true, takerFeeRate: 0.00075,
            contracts: inverseContracts, bybitInverse),
        bybit(
            "bybit-inverse", "Bybit inverse perpetuals, unified account", from: "2024-09-01",
            basis: .mark, fee: .none, contracts: inverseContracts, bybitUnified),
    ]

    private static func bybit(
        _ venue: VenueID, _ title: String, from: String? = nil, until: String? = nil,
        basis: MarginConventions.RequirementBasis, fee: CountedFee,
        bankruptcyCountsFee: Bool = false,
        takerFeeRate: Double? = nil, contracts: [ListedContract], _ citation: Citation
    ) -> VenueProfile {
        VenueProfile(
            venue, title: title, from: from, until: until, basis: basis, countedFee: fee,
            bankruptcyCountsFee: bankruptcyCountsFee, takerFeeRate: takerFeeRate,
            markPrice: "the index with a moving funding basis",
            breach: [
                .cancelOrders, .stepDownTiers(1), .takeoverAtBankruptcy, .insuranceFund,
                .deleverage,
            ],
            insuranceFund: """
                keeps what a liquidation brings beyond the bankruptcy price and pays what it falls \
                short
                """,
            deleveraging:
                "the highest profit and effective leverage first, at the bankruptcy price",
            shownRatio: .requirementOverEquity, contracts: contracts,
            citations: [
                citation,
                Citation("Bybit", "Liquidation process: partial liquidation by risk limit"),
                Citation("Bybit", "Auto-Deleveraging (ADL) Mechanism", "2025-11-05"),
            ],
            gaps: [
                "The day on which the requirement began to move with the mark price is not known; the page that says so is of September 2024.",
                "The exact mark price is not known, only that it follows the index and a funding basis.",
            ])
    }

    private static let bybitUSDT = Citation("Bybit", "Liquidation Price (USDT Contract)")
    private static let bybitInverse = Citation(
        "Bybit", "Liquidation price of inverse contracts, article 360039261334")
    private static let bybitUnified = Citation(
        "Bybit", "Liquidation Price Calculation under Isolated Mode (Unified Trading Account)",
        "2024-09-06")

    private static let tetherContracts = [
        ListedContract(
            "BTC", at: "bybit-usdt", in: "USDT",
            [
                ListedContract.DatedRule(
                    marginal(
                        [
                            0, 2e6, 2.6e6, 3.2e6, 3.8e6, 4.4e6, 5e6, 5.6e6, 8.5e6, 1e7, 1.4e7, 2e7,
                            2.8e7, 3.8e7, 5e7, 5.5e7, 6e7, 6.5e7, 7e7, 7.5e7,
                        ],
                        [
                            0.005, 0.0056, 0.0063, 0.0067, 0.0071, 0.0077, 0.0091, 0.01, 0.013,
                            0.015, 0.016, 0.02, 0.025, 0.029, 0.03, 0.035, 0.036, 0.038, 0.04,
                            0.045,
                        ], end: 8e7,
                        amounts: [
                            0, 1200, 3020, 4300, 5820, 8460, 15_460, 20_500, 46_000, 66_000,
                            80_000, 160_000, 300_000, 452_000, 502_000, 777_000, 837_000, 967_000,
                            1_107_000, 1_482_000,
                        ],
                        leverages: [
                            100, 90, 80, 75, 70, 65, 55, 50, 45, 40, 35, 30, 25, 20, 19, 18, 17, 16,
                            15, 14,
                        ]),
                    Citation("Bybit", "Margin parameters, USDT perpetuals, BTCUSDT"))
            ]),
        ListedContract("ETH", at: "bybit-usdt", in: "USDT"),
        ListedContract("SOL", at: "bybit-usdt", in: "USDT"),
    ]

    private static let inverseContracts = [
        ListedContract("BTC", at: "bybit-inverse", .inverse, in: "BTC"),
        ListedContract("ETH", at: "bybit-inverse", .inverse, in: "ETH"),
    ]
}
