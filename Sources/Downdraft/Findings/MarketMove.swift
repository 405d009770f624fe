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
        var constituents: [Constituent] = []
        var unpriced: [AssetID] = []
        var eligibleCap = CompensatedSum()
        var coveredCap = CompensatedSum()
        for supply in supplies.sorted(by: { ($0.rank, $0.asset) < ($1.rank, $1.asset) }) {
            guard let asset = assets[supply.asset],
                definition.universe.classes.contains(asset.assetClass)
            else { continue }
            eligibleCap.add(supply.cap)
            guard let prices = board.prices(of: asset.id, over: window) else {
                unpriced.append(asset.id)
                continue
            }
            coveredCap.add(supply.cap)
            constituents.append(
                Constituent(
                    asset: asset.id, coins: supply.coins, priceBefore: prices.before,
                    priceAfter: prices.after))
        }
        let share = eligibleCap.value > 0 ? coveredCap.value / eligibleCap.value : 0
        guard share >= definition.leastCoverage, let change = CapWeightedChange(constituents),
            let observed = supplies.map(\.observed).max()
        else { return nil }
        self.change = change
        self.definition = definition
        coverage = share
        suppliesObserved = observed
        self.unpriced = unpriced
    }
}
