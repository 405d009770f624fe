internal import Indices
internal import Market
internal import Series
internal import Significance

/// What the market's assets did day by day until the last midnight, and how many of them share a state.
struct MarketHistory {
    /// The assets whose days reach up to the last midnight, by name.
    let assets: [AssetHistory]
    /// The index of the assets with every recent day, day by day, as ratios; oldest first.
    let marketReturns: [Double]
    /// The midnight at which the last day closed.
    let midnight: Timestamp

    /// How an asset answered to the market over the recent days.
    struct Relation {
        let model: MarketModel
        /// From -1 to 1.
        let correlation: Double?
    }

    /// Measures closed days.
    ///
    /// - Input: `days`, the daily closes of each asset's contract, in prices of any number of coins;
    ///   `caps`, what each member of the index was worth at its last close; `moves`, the changes over
    ///   the day in question, which began at `start`.
    init(
        days: [(asset: AssetID, columns: CandleColumns)], caps: [AssetID: Double],
        moves: [AssetID: Double], asOf: Timestamp, start: Timestamp
    ) {
        let midnight = asOf.day.start
        self.midnight = midnight
        assets = days.sorted { $0.asset < $1.asset }.compactMap { asset, columns in
            AssetHistory(
                asset, columns, midnight: midnight, move: moves[asset],
                before: min(start, midnight))
        }
        marketReturns = Self.index(assets, caps: caps)
    }

    /// The returns of the index, from what its members are worth at the end and their returns.
    private static func index(_ assets: [AssetHistory], caps: [AssetID: Double]) -> [Double] {
        let members = assets.compactMap { asset in
            asset.recentReturns.isEmpty ? nil : caps[asset.asset].map { (asset.recentReturns, $0) }
        }
        guard let count = members.first?.0.count else { return [] }
        // Backwards in time: what a member was worth is what it is worth now without its return.
        var worth = members.map(\.1)
        var returns: [Double] = []
        for day in stride(from: count - 1, through: 0, by: -1) {
            let after = worth.compensatedSum
            for (place, member) in members.enumerated() { worth[place] /= 1 + member.0[day] }
            returns.append(after / worth.compensatedSum - 1)
        }
        return returns.reversed()
    }

    /// How an asset answered to the market; `nil` with days missing.
    func relation(of asset: AssetHistory) -> Relation? {
        guard asset.recentReturns.count == marketReturns.count,
            let model = MarketModel(returns: asset.recentReturns, market: marketReturns)
        else { return nil }
        let pair = PairStatistics(returns: asset.recentReturns, market: marketReturns)
        return Relation(model: model, correlation: pair?.correlation)
    }

    /// How many assets have a state, and of how many it is known.
    func count(_ state: (AssetHistory) -> Bool?) -> (having: Int, known: Int) {
        let known = assets.compactMap(state)
        return (known.count { $0 }, known.count)
    }
}
