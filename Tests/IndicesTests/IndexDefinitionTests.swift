@testable import Indices
import Market
import Testing

@Suite struct IndexDefinitionTests {
    private static func definition(
        name: String = "a", title: String = "b", _ universe: UniverseRule,
        _ weighting: Weighting = .equal, prices: String = "p", supplies: String = "s",
        covered: Double = 0.5
    ) -> IndexDefinition {
        IndexDefinition(
            name: name, title: title, universe: universe, weighting: weighting, priceRule: prices,
            supplyRule: supplies, leastCoverage: covered)
    }

    /// Expected values: `printf 17:downdraft.index/11:a1:b7:classes… | sha256sum | cut -c -12`.
    @Test func theIDIsADigestOfTheFields() {
        let largest = UniverseRule(classes: [.coin], largest: 3, without: ["B", "A"])
        #expect(Self.definition(largest).id == "d62bec29e0e7")
        let group = UniverseRule(
            classes: [.staked, .coin], only: ["B", "A"], sector: "ai", group: "gpu")
        #expect(Self.definition(group, .capped(most: 0.35, least: 0.01)).id == "694fcfce9f46")
    }

    @Test func anythingElseIsAnotherIndex() {
        let one = UniverseRule(classes: [.coin])
        let others: [UniverseRule] = [
            UniverseRule(classes: [.coin, .stablecoin]), UniverseRule(classes: [.stablecoin]),
            UniverseRule(classes: [.coin], largest: 125),
            UniverseRule(classes: [.coin], largest: 12),
            UniverseRule(classes: [.coin], withoutLargest: 10),
            UniverseRule(classes: [.coin], without: ["BTC"]),
            UniverseRule(classes: [.coin], without: ["BTC", "ETH"]),
            UniverseRule(classes: [.coin], without: ["BTCETH"]),
            UniverseRule(classes: [.coin], only: ["BTC"]),
            UniverseRule(classes: [.coin], without: ["ETH"], only: ["BTC"]),
            UniverseRule(classes: [.coin], sector: "ai"),
            UniverseRule(classes: [.coin], sector: "ai", group: "gpu"),
            UniverseRule(classes: [.coin], sector: "aigpu"),
        ]
        let weightings: [Weighting] = [
            .capitalisation, .squareRootOfCapitalisation, .capped(most: 0.35, least: 0.01),
            .capped(most: 0.35, least: 0.02), .capped(most: 0.4, least: 0.01),
        ]
        let definitions =
            [
                Self.definition(one), Self.definition(name: "c", one),
                Self.definition(title: "c", one),
                Self.definition(name: "ab", title: "", one), Self.definition(one, prices: "q"),
                Self.definition(one, supplies: "t"),
                Self.definition(one, prices: "ps", supplies: ""),
                Self.definition(one, covered: 0.6),
            ] + others.map { Self.definition($0) } + weightings.map { Self.definition(one, $0) }
        #expect(Set(definitions.map(\.id)).count == definitions.count)
        #expect(Set(definitions).count == definitions.count)
        #expect(definitions.allSatisfy { $0.id.count == 12 })
    }

    @Test func theOrderOfListsIsNothing() {
        let one = UniverseRule(
            classes: [.coin, .staked], without: ["A", "B", "C"], only: ["D", "E", "A"])
        let other = UniverseRule(
            classes: [.staked, .coin], without: ["C", "A", "B", "A"], only: ["E", "A", "D", "D"])
        #expect(one == other)
        #expect(Self.definition(one).id == Self.definition(other).id)
    }

    @Test func theTwoZerosAreOneBound() {
        let one = UniverseRule(classes: [.coin])
        let zero = Self.definition(one, .capped(most: 1, least: 0))
        #expect(zero == Self.definition(one, .capped(most: 1, least: -0.0)))
        #expect(zero.id == Self.definition(one, .capped(most: 1, least: -0.0)).id)
    }

    @Test func wordsSayEveryRule() {
        let universe = UniverseRule(
            classes: [.coin, .stablecoin, .staked], largest: 125, withoutLargest: 2,
            without: ["BTC", "ETH"], only: ["A", "B", "BTC"], sector: "ai", group: "gpu")
        #expect(
            Self.definition(universe, .capped(most: 0.35, least: 0.01)).words == """
                the 125 largest of coins, stablecoins and staked assets; of the sector ai; of its \
                group gpu; only A, B and BTC; without the 2 largest; without BTC and ETH; counts \
                twice what wrapped or staked assets stand for; weighted by capitalisation, no \
                weight above 0.35 or below 0.01; prices: p; supplies: s; no value where less than \
                0.5 of the capitalisation is priced
                """)
        #expect(
            Self.definition(UniverseRule(classes: [.coin])).words.hasPrefix(
                "all coins; weighted equally; prices: p;"))
    }

    @Test func theCatalogueIsListedOnce() throws {
        let catalogue = IndexDefinition.catalogue
        #expect(
            catalogue.map(\.name) == [
                "total", "total2", "total3", "others", "total-ex-stable", "total2-ex-stable",
                "total3-ex-stable", "total-with-wrapped", "own", "sqrt30", "capped12",
            ])
        #expect(Set(catalogue.map(\.id)).count == catalogue.count)
        #expect(Set(catalogue.map(\.title)).count == catalogue.count)
        for definition in catalogue {
            #expect(IndexDefinition.named(definition.name) == definition)
            #expect(
                definition.universe.countsTwice == (definition.name == "total-with-wrapped"))
            #expect(!definition.universe.classes.contains(.commodity))
        }
        #expect(IndexDefinition.named("total")?.universe.largest == 125)
        #expect(IndexDefinition.named("TOTAL") == nil)
    }

    @Test func aSectorAndItsGroupAreTwoIndices() {
        let sector = IndexDefinition.sector("ai", title: "AI tokens")
        let group = IndexDefinition.sector("ai", title: "AI tokens", group: "gpu")
        #expect([sector.name, group.name] == ["sector:ai", "sector:ai/gpu"])
        #expect(sector.id != group.id)
        #expect(group.universe.sector == "ai")
        #expect(group.universe.group == "gpu")
    }

    @Test(arguments: [
        (UniverseRule(classes: []), true), (UniverseRule(classes: [.coin]), false),
        (UniverseRule(classes: [.coin], largest: 10, withoutLargest: 10), true),
        (UniverseRule(classes: [.coin], largest: 10, withoutLargest: 9), false),
        (UniverseRule(classes: [.coin], only: []), true),
        (UniverseRule(classes: [.coin], without: ["A"], only: ["A"]), true),
        (UniverseRule(classes: [.coin], without: ["A"], only: ["A", "B"]), false),
        (UniverseRule(classes: [.coin], withoutLargest: 2, only: ["A", "B"]), true),
    ])
    func tellsARuleWithoutMembers(rule: UniverseRule, isEmpty: Bool) {
        #expect(rule.isEmpty == isEmpty)
    }

    @Test func knowsHowManyMembersThereCanBe() {
        #expect(UniverseRule(classes: [.coin]).mostMembers == nil)
        #expect(UniverseRule(classes: [.coin], largest: 125, withoutLargest: 10).mostMembers == 115)
        #expect(UniverseRule(classes: [.coin], largest: 5, only: ["A", "B"]).mostMembers == 2)
        #expect(UniverseRule(classes: [.coin], withoutLargest: 3, only: ["A"]).mostMembers == 0)
    }

    @Test func brokenRulesTrap() async {
        await #expect(processExitsWith: .failure) {
            _ = UniverseRule(classes: [.coin], group: "gpu")
        }
        await #expect(processExitsWith: .failure) { _ = UniverseRule(classes: [.coin], largest: 0) }
        await #expect(processExitsWith: .failure) {
            _ = Self.definition(UniverseRule(classes: []))
        }
        await #expect(processExitsWith: .failure) {
            _ = Self.definition(UniverseRule(classes: [.coin]), .capped(most: 0.1, least: 0.2))
        }
    }
}
