package import Market

extension IndexDefinition {
    /// The indices that need no file, in the order in which they are listed; names are unique.
    ///
    /// The sizes follow what the providers publish of their own: TradingView's TOTAL holds the 125 largest
    /// of its screener with stablecoins, TOTALES and its kin leave those out, OTHERS leaves out the ten
    /// largest, the CCi30 holds 30 without stablecoins, the Bloomberg Galaxy Crypto Index up to 12. They are
    /// rules of the same kind on other prices and supplies, so values agree only about.
    package static let catalogue: [IndexDefinition] = [
        largest("total", "Total"),
        largest("total2", "Total without Bitcoin", without: ["BTC"]),
        largest("total3", "Total without Bitcoin and Ether", without: ["BTC", "ETH"]),
        largest("others", "Total without the ten largest", withoutLargest: 10),
        largest("total-ex-stable", "Total of coins", of: [.coin]),
        largest("total2-ex-stable", "Coins without Bitcoin", of: [.coin], without: ["BTC"]),
        largest(
            "total3-ex-stable", "Coins without Bitcoin and Ether", of: [.coin],
            without: ["BTC", "ETH"]),
        largest(
            "total-with-wrapped", "Total, wrapped and staked assets counted twice",
            of: [.coin, .stablecoin, .wrapped, .staked]),
        own,
        IndexDefinition(
            name: "sqrt30", title: "Thirty largest coins by the square root",
            universe: UniverseRule(classes: [.coin], largest: 30),
            weighting: .squareRootOfCapitalisation),
        IndexDefinition(
            name: "capped12", title: "Twelve largest coins within bounds",
            universe: UniverseRule(classes: [.coin], largest: 12),
            weighting: .capped(most: 0.35, least: 0.01)),
    ]

    /// Every coin and stablecoin of the latest snapshot that has prices at both ends of the window.
    package static let own = IndexDefinition(
        name: "own", title: "All priced coins and stablecoins",
        universe: UniverseRule(classes: [.coin, .stablecoin]), weighting: .capitalisation)

    /// The definition of that name in the catalogue.
    package static func named(_ name: String) -> IndexDefinition? {
        catalogue.first { $0.name == name }
    }

    /// The index of a sector, or of a group within it. Whatever the sector's list names is counted,
    /// wrapped and staked assets too: the list was written by somebody who meant them.
    package static func sector(
        _ id: SectorID, title: String, group: String? = nil
    ) -> IndexDefinition {
        IndexDefinition(
            name: "sector:" + id.text + (group.map { "/" + $0 } ?? ""), title: title,
            universe: UniverseRule(
                classes: Set(Asset.Class.allCases), sector: id, group: group),
            weighting: .capitalisation)
    }

    private static func largest(
        _ name: String, _ title: String, of classes: Set<Asset.Class> = [.coin, .stablecoin],
        withoutLargest: Int = 0, without: [AssetID] = []
    ) -> IndexDefinition {
        IndexDefinition(
            name: name, title: title,
            universe: UniverseRule(
                classes: classes, largest: 125, withoutLargest: withoutLargest, without: without),
            weighting: .capitalisation)
    }
}
