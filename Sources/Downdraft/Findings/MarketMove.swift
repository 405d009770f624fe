internal import Indices
internal import Market
internal import Series

/// What our own index did over the window, and its members with it.
struct MarketMove {
    /// The index over the window.
    let change: CapWeightedChange
    /// The definition it is an instance of.
    let definition: IndexDefinition
    /// The share of the snapshot's capitalisation that is in the index, from 0 to 1.
    let coverage: Double
    /// When the supplies were observed.
    let suppliesObserved: Timestamp
    /// The assets of the snapshot that have no fresh price, largest first.
    let unpriced: [AssetID]

    /// Builds the index; `nil` where there are no supplies or no prices.
    init?(supplies: [Supply], assets: [AssetID: Asset], board: PriceBoard, window: TimeRange) {
        let definition = IndexDefinition.own
        let members = IndexUniverse.members(of: definition, supplies: supplies, assets: assets)
        var constituents: [Constituent] = []
        var unpriced: [AssetID] = []
        var coveredCap = CompensatedSum()
        for member in members {
            guard let prices = board.prices(of: member.asset, over: window) else {
                unpriced.append(member.asset)
                continue
            }
            coveredCap.add(member.cap)
            constituents.append(
                Constituent(
                    asset: member.asset, coins: member.supply.coins, priceBefore: prices.before,
                    priceAfter: prices.after))
        }
        let eligibleCap = members.map(\.cap).compensatedSum
        let share = eligibleCap > 0 ? coveredCap.value / eligibleCap : 0
        guard share >= definition.leastCoverage, let change = CapWeightedChange(constituents),
            let observed = supplies.map(\.observed).max()
        else { return nil }
        self.change = change
        self.definition = definition
        coverage = share
        suppliesObserved = observed
        self.unpriced = unpriced
    }

    /// What each member is worth at the end of the window, in US dollars.
    var capsAfter: [AssetID: Double] {
        Dictionary(uniqueKeysWithValues: change.constituents.map { ($0.asset, $0.capAfter) })
    }
}
