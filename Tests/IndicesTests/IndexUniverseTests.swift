import Indices
import Market
import TestSupport
import Testing

@Suite struct IndexUniverseTests {
    private static let moment = Timestamp(seconds: 1_736_121_600)

    private static func supply(
        _ asset: AssetID, cap: Double, coins: Double = 100, rank: Int = 1,
        at observed: Timestamp = moment
    ) -> Supply {
        Supply(
            asset: asset, observed: observed, rank: rank, coins: coins, price: cap / coins, cap: cap
        )
    }

    private static func assets(
        _ classes: KeyValuePairs<AssetID, Asset.Class>
    ) -> [AssetID: Asset] {
        Dictionary(
            uniqueKeysWithValues: classes.map { id, kind in
                (id, Asset(id: id, name: id.text, assetClass: kind))
            })
    }

    private static let few = assets([
        "BTC": .coin, "ETH": .coin, "USDT": .stablecoin, "SOL": .coin, "WBTC": .wrapped,
        "STETH": .staked, "PAXG": .commodity, "OLD": .coin,
    ])
    private static let snapshot = [
        supply("WBTC", cap: 10), supply("SOL", cap: 100), supply("ETH", cap: 400),
        supply("BTC", cap: 2000), supply("USDT", cap: 140), supply("STETH", cap: 30),
        supply("PAXG", cap: 1), supply("NEW", cap: 5),
    ]

    private static func names(_ name: String) throws -> [AssetID] {
        IndexUniverse.members(
            of: try #require(IndexDefinition.named(name)), supplies: snapshot, assets: few
        ).map(\.asset)
    }

    @Test func theCatalogueOfASmallMarket() throws {
        #expect(try Self.names("total") == ["BTC", "ETH", "USDT", "SOL"])
        #expect(try Self.names("total2") == ["ETH", "USDT", "SOL"])
        #expect(try Self.names("total3") == ["USDT", "SOL"])
        #expect(try Self.names("others") == [])
        #expect(try Self.names("total-ex-stable") == ["BTC", "ETH", "SOL"])
        #expect(try Self.names("total2-ex-stable") == ["ETH", "SOL"])
        #expect(try Self.names("total3-ex-stable") == ["SOL"])
        #expect(
            try Self.names("total-with-wrapped") == ["BTC", "ETH", "USDT", "SOL", "STETH", "WBTC"])
        #expect(try Self.names("own") == ["BTC", "ETH", "USDT", "SOL"])
        #expect(try Self.names("sqrt30") == ["BTC", "ETH", "SOL"])
        #expect(try Self.names("capped12") == ["BTC", "ETH", "SOL"])
    }

    @Test func saysWhoWasLeftOutAndWhy() throws {
        let universe = IndexUniverse(
            of: try #require(IndexDefinition.named("total2")), supplies: Self.snapshot,
            assets: Self.few)
        #expect(universe.exclusions.map(\.asset) == ["BTC", "STETH", "WBTC", "NEW", "PAXG", "OLD"])
        #expect(
            universe.exclusions.map(\.reason) == [
                .takenOut, .otherClass(.staked), .otherClass(.wrapped), .unknownAsset,
                .otherClass(.commodity), .noSupply,
            ])
        #expect(universe.exclusions.last?.cap == nil)
        #expect(universe.cap == 640)
        #expect(universe.cap(leftOutFor: .otherClass(.staked)) == 30)
    }

    /// Plain pandas: classes, sector, names, then ranks by capitalisation with ties by name.
    @Test func agreesWithTheReference() throws {
        let cases = try ReferenceCase.all("universe")
        #expect(cases.count == 40)
        var fates: Set<String> = []
        for reference in cases {
            let rule = Self.rule(reference.first)
            let expected = reference.rows.filter { $0.count("place") ?? 0 > 0 }
                .sorted { $0.count("place") ?? 0 < $1.count("place") ?? 0 }.map { $0.text("asset") }
            guard !rule.isEmpty else {
                #expect(expected.isEmpty)
                continue
            }
            let universe = Self.universe(rule, reference)
            #expect(universe.members.map(\.asset.text) == expected)
            let reasons = Dictionary(
                universe.exclusions.map { ($0.asset.text, Self.word($0.reason)) },
                uniquingKeysWith: { $0 + $1 })
            for row in reference.rows where row.count("place") == 0 {
                let fate = row.text("fate")
                fates.insert(fate)
                #expect(reasons[row.text("asset")] == (fate == "unspoken" ? nil : fate))
            }
        }
        #expect(
            fates == [
                "class", "sector", "group", "named", "supply", "cap", "small", "large", "out",
                "unspoken",
            ])
    }

    @Test func theOrderOfRowsIsNothing() throws {
        var random = SeededGenerator(seed: 911)
        for reference in try ReferenceCase.all("universe") {
            let rule = Self.rule(reference.first)
            guard !rule.isEmpty else { continue }
            let universe = Self.universe(rule, reference)
            let shuffled = Self.universe(
                rule, ReferenceCase(rows: reference.rows.shuffled(using: &random)))
            #expect(universe.members == shuffled.members)
            #expect(universe.exclusions == shuffled.exclusions)
        }
    }

    /// What is neither a member nor left out with a reason would be lost from sight.
    @Test func everyRowIsAccountedFor() throws {
        for reference in try ReferenceCase.all("universe") {
            let rule = Self.rule(reference.first)
            guard !rule.isEmpty else { continue }
            let universe = Self.universe(rule, reference)
            let seen = universe.members.map(\.asset) + universe.exclusions.map(\.asset)
            #expect(Set(seen).count == seen.count)
            for row in reference.rows where row.count("inSnapshot") == 1 {
                #expect(seen.contains(AssetID(row.text("asset"))))
            }
        }
    }

    @Test func ofSeveralRowsTheLatestThenTheBestRanked() throws {
        let later = Self.moment + .day
        let definition = IndexDefinition.own
        let universe = IndexUniverse(
            of: definition,
            supplies: [
                Self.supply("BTC", cap: 9), Self.supply("BTC", cap: 7, rank: 3, at: later),
                Self.supply("BTC", cap: 8, rank: 2, at: later), Self.supply("ETH", cap: 8.5),
            ],
            assets: Self.assets(["BTC": .coin, "ETH": .coin]))
        #expect(universe.members.map(\.cap) == [8.5, 8])
        #expect(universe.exclusions.map(\.cap) == [9, 7])
        #expect(universe.exclusions.allSatisfy { $0.reason == .repeated })
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 0, -5])
    func hostileNumbersAreNoMembers(number: Double) {
        let assets = Self.assets(["A": .coin, "B": .coin, "C": .coin])
        let rows = [
            Supply(asset: "A", observed: Self.moment, rank: 1, coins: 1, price: 1, cap: number),
            Supply(asset: "B", observed: Self.moment, rank: 1, coins: number, price: 1, cap: 1),
            Supply(asset: "C", observed: Self.moment, rank: 1, coins: 1, price: number, cap: 1),
        ]
        for order in [rows, rows.reversed()] {
            let universe = IndexUniverse(of: .own, supplies: order, assets: assets)
            #expect(universe.members.map(\.asset) == ["C"])
            #expect(universe.exclusions.map(\.reason) == [.noCapitalisation, .noCapitalisation])
        }
    }

    @Test func anEmptySnapshotHasNoMembers() {
        let universe = IndexUniverse(of: .own, supplies: [], assets: [:])
        #expect(universe.members.isEmpty)
        #expect(universe.exclusions.isEmpty)
        #expect(universe.cap == 0)
    }

    private static func rule(_ row: ReferenceCase.Row) -> UniverseRule {
        func names(_ column: String) -> [AssetID] {
            row.text(column).split(separator: "+").map { AssetID(String($0)) }
        }
        let sector = row.text("ruleSector")
        let group = row.text("ruleGroup")
        return UniverseRule(
            classes: Set(
                row.text("classes").split(separator: "+").compactMap {
                    Asset.Class(rawValue: String($0))
                }),
            largest: row.count("largest"), withoutLargest: row.count("withoutLargest") ?? 0,
            without: names("without"), only: row.text("only").isEmpty ? nil : names("only"),
            sector: sector.isEmpty ? nil : SectorID(sector), group: group.isEmpty ? nil : group)
    }

    private static func universe(
        _ rule: UniverseRule, _ reference: ReferenceCase
    ) -> IndexUniverse {
        let rows = reference.rows
        let kinds = rows.map { row in
            let id = AssetID(row.text("asset"))
            let kind = Asset.Class(rawValue: row.text("class")) ?? .coin
            return (id, Asset(id: id, name: id.text, assetClass: kind))
        }
        return IndexUniverse(
            of: IndexDefinition(name: "a", title: "a", universe: rule, weighting: .equal),
            supplies: rows.filter { $0.count("inSnapshot") == 1 }.map {
                supply(AssetID($0.text("asset")), cap: $0.number("cap") ?? .nan)
            },
            assets: Dictionary(uniqueKeysWithValues: kinds),
            sectors: rows.filter { !$0.text("sector").isEmpty }.map {
                SectorMember(
                    sector: SectorID($0.text("sector")), title: "",
                    asset: AssetID($0.text("asset")),
                    group: $0.text("group").isEmpty ? nil : $0.text("group"), citation: "")
            })
    }

    private static func word(_ reason: IndexUniverse.Reason) -> String {
        switch reason {
        case .noSupply: "supply"
        case .unknownAsset: "unknown"
        case .otherClass: "class"
        case .otherSector: "sector"
        case .otherGroup: "group"
        case .notNamed: "named"
        case .noCapitalisation: "cap"
        case .repeated: "repeated"
        case .tooSmall: "small"
        case .tooLarge: "large"
        case .takenOut: "out"
        }
    }
}
