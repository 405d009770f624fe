internal import Indices
internal import Market
internal import Series

/// What one index did over a window: its capitalisation, its level, and what made the difference.
struct IndexMove {
    let definition: IndexDefinition
    /// Where the change of capitalisation came from, by member.
    let split: CapDecomposition
    /// The change of the level, which only prices move, as a ratio; members weigh what the definition says.
    let indexChange: Double
    /// How many members have prices, at the end of the window.
    let priced: Int
    /// The share of the members' capitalisation that has prices at the end, from 0 to 1.
    let coverage: Double
    /// Who is left out at the end of the window, and why.
    let exclusions: [IndexUniverse.Exclusion]
    /// The shares of the members, before and after.
    let dominance: Dominance?

    /// The change of capitalisation, as a ratio.
    var capChange: Double { split.capChange }

    /// What the capitalisation did beyond the level: supply, membership, minting and other weights.
    var difference: Double { capChange - indexChange }

    /// The market an index is measured in.
    struct Setting {
        let window: TimeRange
        let prices: PriceBook
        let supplies: SupplyBook
        let assets: [AssetID: Asset]
        let sectors: [SectorMember]
    }

    /// Measures; `nil` where less is priced than the definition asks for.
    init?(_ definition: IndexDefinition, in setting: Setting) {
        let window = setting.window
        func universe(at instant: Timestamp) -> IndexUniverse {
            IndexUniverse(
                of: definition, supplies: setting.supplies.supplies(at: instant),
                assets: setting.assets, sectors: setting.sectors)
        }
        let first = universe(at: window.start)
        let last = universe(at: window.end)
        let stayed = Set(first.members.map(\.asset)).intersection(last.members.map(\.asset))
        // A member at both ends without a price at either would look like one that came or went.
        let pairs = Dictionary(
            uniqueKeysWithValues: stayed.map {
                ($0, setting.prices.prices(of: $0, over: window))
            })
        func price(_ asset: AssetID, at instant: Timestamp) -> Double? {
            guard let pair = pairs[asset] else {
                return setting.prices.price(of: asset, at: instant)
            }
            return instant == window.start ? pair?.before : pair?.after
        }
        func holdings(_ universe: IndexUniverse, at instant: Timestamp) -> [Holding] {
            universe.members.compactMap { member in
                price(member.asset, at: instant).map {
                    Holding(
                        asset: member.asset, coins: member.supply.coins, price: $0,
                        assetClass: member.assetClass)
                }
            }
        }
        let before = holdings(first, at: window.start)
        let after = holdings(last, at: window.end)
        let present = Set(after.map(\.asset))
        let covered = last.members.filter { present.contains($0.asset) }.map(\.cap).compensatedSum
        let share = last.cap > 0 ? covered / last.cap : 0
        guard share >= definition.leastCoverage,
            let split = CapDecomposition(before: before, after: after),
            let change = Self.change(definition.weighting, before, after)
        else { return nil }
        self.definition = definition
        self.split = split
        indexChange = change
        priced = after.count
        coverage = share
        exclusions = last.exclusions
        dominance = Dominance(before: Self.caps(before), after: Self.caps(after))
    }

    private static func caps(_ holdings: [Holding]) -> [AssetID: Double] {
        Dictionary(uniqueKeysWithValues: holdings.map { ($0.asset, $0.cap) })
    }

    /// The change of the level: members at the start, held with their weights, at the prices of the end.
    private static func change(
        _ weighting: Weighting, _ before: [Holding], _ after: [Holding]
    ) -> Double? {
        let later = Dictionary(uniqueKeysWithValues: after.map { ($0.asset, $0.price) })
        let held = before.filter { later[$0.asset] != nil }
        guard let weights = weighting.weights(of: held.map(\.cap)) else { return nil }
        let prices = Dictionary(uniqueKeysWithValues: held.map { ($0.asset, $0.price) })
        let index = ChainLinkedIndex(
            base: 1,
            weights: Dictionary(uniqueKeysWithValues: zip(held.map(\.asset), weights)), at: prices)
        return index?.value(at: later).map { $0 - 1 }
    }
}
