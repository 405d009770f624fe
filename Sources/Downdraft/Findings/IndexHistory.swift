internal import Indices
internal import Market
internal import Series

/// An index at each of many instants: what its members were worth, and its level, which only prices move.
struct IndexHistory {
    /// The index at one instant.
    struct Point {
        let instant: Timestamp
        /// What the priced members are worth, in US dollars.
        let cap: Double
        /// The level, 1000 at the first point.
        let level: Double
    }

    /// The points, oldest first; an instant at which too little is priced has none.
    let points: [Point]

    /// Measures at instants in order of time.
    init(_ definition: IndexDefinition, at instants: [Timestamp], in setting: IndexMove.Setting) {
        var walk = Walk(definition, in: setting)
        points = instants.compactMap { walk.point(at: $0) }
    }

    /// The walk along the instants, holding what the index holds.
    private struct Walk {
        let definition: IndexDefinition
        let setting: IndexMove.Setting
        private var index: ChainLinkedIndex?
        private var lastPrices: [AssetID: Double] = [:]
        private var snapshot: Timestamp?
        private var isNewSnapshot = false
        private var members: [IndexUniverse.Member] = []

        init(_ definition: IndexDefinition, in setting: IndexMove.Setting) {
            self.definition = definition
            self.setting = setting
        }

        mutating func point(at instant: Timestamp) -> Point? {
            refreshMembers(at: instant)
            var prices: [AssetID: Double] = [:]
            for asset in Set(members.map(\.asset)).union(index?.coins.keys.map { $0 } ?? []) {
                prices[asset] = setting.prices.price(of: asset, at: instant)
            }
            let held = members.filter { prices[$0.asset] != nil }
            let whole = members.map(\.cap).compensatedSum
            let covered = held.map(\.cap).compensatedSum
            guard whole > 0, covered / whole >= definition.leastCoverage,
                let level = advance(to: prices, holding: held)
            else { return nil }
            lastPrices = prices
            let cap = held.map { $0.supply.coins * (prices[$0.asset] ?? 0) }.compensatedSum
            return Point(instant: instant, cap: cap, level: level)
        }

        private mutating func refreshMembers(at instant: Timestamp) {
            let latest = setting.supplies.latest(at: instant)
            isNewSnapshot = latest != snapshot
            guard isNewSnapshot else { return }
            snapshot = latest
            members = IndexUniverse.members(
                of: definition, supplies: setting.supplies.supplies(at: instant),
                assets: setting.assets, sectors: setting.sectors)
        }

        /// The level at new prices; whoever has none any more left at the price it had last.
        private mutating func advance(
            to prices: [AssetID: Double], holding members: [IndexUniverse.Member]
        ) -> Double? {
            guard let weights = weights(of: members, at: prices) else { return nil }
            guard var linked = index else {
                index = ChainLinkedIndex(base: 1000, weights: weights, at: prices)
                return index?.value(at: prices)
            }
            let left = linked.coins.filter { prices[$0.key] == nil }
            if !left.isEmpty {
                let stayed = linked.coins.filter { prices[$0.key] != nil }
                guard linked.restate(stayed, at: lastPrices) else { return nil }
            }
            guard let level = linked.value(at: prices) else { return nil }
            // By capitalisation, weights are their own; others are set anew with each snapshot.
            if isNewSnapshot || definition.weighting == .capitalisation
                || Set(linked.coins.keys) != Set(weights.keys)
            {
                guard linked.rebalance(to: weights, at: prices) else { return nil }
            }
            index = linked
            return level
        }

        private func weights(
            of members: [IndexUniverse.Member], at prices: [AssetID: Double]
        ) -> [AssetID: Double]? {
            let caps = members.map { $0.supply.coins * (prices[$0.asset] ?? 0) }
            guard let weights = definition.weighting.weights(of: caps) else { return nil }
            return Dictionary(uniqueKeysWithValues: zip(members.map(\.asset), weights))
        }
    }
}
