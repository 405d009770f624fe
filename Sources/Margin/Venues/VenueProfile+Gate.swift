internal import Market

extension VenueProfile {
    /// Gate, before and after each tier's rate came to hold for its own part of the value.
    static let gate: [VenueProfile] = [
        gate(until: "2025-07-29", contracts: [ListedContract("BTC", at: "gate", in: "USDT")]),
        gate(
            from: "2025-07-29",
            contracts: [
                ListedContract(
                    "BTC", at: "gate", in: "USDT",
                    [
                        ListedContract.DatedRule(
                            marginal(
                                [0, 2e4, 5e4, 1e5, 2e5, 1e6, 2e6, 3e6],
                                [0.004, 0.0045, 0.005, 0.007, 0.01, 0.02, 0.05, 0.5], end: 5e6,
                                leverages: [125, 111, 100, 75, 50, 25, 10, 1.05]),
                            from: "2025-09-30", until: "2025-10-01",
                            Citation("Gate", "Risk Limit Explanation", "2025-09-30"))
                    ])
            ]),
    ]

    private static func gate(
        from: String? = nil, until: String? = nil, contracts: [ListedContract]
    ) -> VenueProfile {
        VenueProfile(
            "gate", title: "Gate USDT perpetuals", from: from, until: until, countedFee: .onMark,
            markPrice: "the mark price of the contract", shownRatio: .equityOverRequirement,
            contracts: contracts,
            citations: [
                Citation("Gate", "Liquidation price formula, reply of support"),
                Citation("Gate", "Risk Limit Explanation", "2025-09-30"),
                Citation("freqtrade", "tests of the Gate exchange"),
            ],
            gaps: [
                "The taker's fee is not known; give it.",
                "The order of events at a breach, the insurance fund and the ranking of deleveraging are not known.",
                "The tiers of BTC of September 2025 stand in an explanation, which may be an illustration.",
            ])
    }
}
