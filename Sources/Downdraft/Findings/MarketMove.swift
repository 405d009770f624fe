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
        var constituents: [Constituent] = []
        var unpriced: [AssetID] = []
        var eligibleCap = CompensatedSum()
        var coveredCap = CompensatedSum()
        for supply in supplies.sorted(by: { ($0.rank, $0.asset) < ($1.rank, $1.asset) }) {
            guard let asset = assets[supply.asset], Self.isEligible(asset) else { continue }
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
        guard share >= Self.leastCoverage, let change = CapWeightedChange(constituents),
            let observed = supplies.map(\.observed).max()
        else { return nil }
        self.change = change
        definition = .own
        coverage = share
        suppliesObserved = observed
        self.unpriced = unpriced
    }

    /// What each member is worth at the end of the window, in US dollars.
    var capsAfter: [AssetID: Double] {
        Dictionary(uniqueKeysWithValues: change.constituents.map { ($0.asset, $0.capAfter) })
    }

    /// Members that hold less of the universe than this do not speak for it.
    private static let leastCoverage = 0.5

    private static func isEligible(_ asset: Asset) -> Bool {
        switch asset.assetClass {
        case .coin, .stablecoin: true
        case .wrapped, .staked, .commodity: false
        }
    }
}
