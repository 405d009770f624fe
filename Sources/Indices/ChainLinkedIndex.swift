package import Market
internal import Series

/// An index that only prices move: what enters, leaves or is counted anew changes the divisor instead.
///
/// The level is `sum(price x coins) / divisor`. A restatement at given prices sets
/// `divisor = divisor x sum after / sum before`, so that the level is the same on either side of it. Kept as
/// the level at the last restatement and the sum it was measured against, which is the same number and lets
/// a restatement leave the level as it is to the last bit.
///
/// - Input: coins a member and US dollars a coin, zero or more; together worth more than nothing.
/// - Output: the level, in the unit of the base value.
/// - Other weightings than by capitalisation: `rebalance(to:at:)` holds the coins that give each member its
///   weight at that moment, and lets them drift until the next, as the CCi30 does.
/// - Source: S&P Dow Jones Indices, *Index Mathematics Methodology*, divisor adjustments; CCi30,
///   `I(t) = sum(w P(t) / P(T0)) x I(T0)`.
/// - Checked against: pandas on random listings, delistings and restatements, `Fixtures/Indices/chain.csv`,
///   within 1e-12.
package struct ChainLinkedIndex: Sendable {
    /// The coins of each member.
    package private(set) var coins: [AssetID: Double]
    /// The level at the last restatement.
    private var level: Double
    /// What the coins were worth then, in US dollars.
    private var worth: Double

    /// Starts an index at a base value; `nil` where the value is not positive or the coins are worth nothing.
    package init?(base: Double, coins: [AssetID: Double], at prices: [AssetID: Double]) {
        guard base.isSound, let worth = Self.worth(of: coins, at: prices) else { return nil }
        self.coins = coins
        self.worth = worth
        level = base
    }

    /// Starts an index at a base value with members of given weights, in any unit.
    package init?(base: Double, weights: [AssetID: Double], at prices: [AssetID: Double]) {
        guard base.isSound, let coins = Self.coins(weights, worth: base, at: prices) else {
            return nil
        }
        self.init(base: base, coins: coins, at: prices)
    }

    /// How many dollars make a point of the index.
    package var divisor: Double { worth / level }

    /// The level at given prices; `nil` where a member has no price or all of them are worth nothing.
    package func value(at prices: [AssetID: Double]) -> Double? {
        guard let later = Self.worth(of: coins, at: prices) else { return nil }
        let value = level * (later / worth)
        return value.isSound ? value : nil
    }

    /// Holds other coins from now on; the level at these prices stays what it is.
    ///
    /// - Returns: Whether it was done. It is not where a member, old or new, has no price or where either
    ///   side is worth nothing; the index is then as it was.
    package mutating func restate(
        _ coins: [AssetID: Double], at prices: [AssetID: Double]
    ) -> Bool {
        guard let value = value(at: prices), let after = Self.worth(of: coins, at: prices) else {
            return false
        }
        self.coins = coins
        level = value
        worth = after
        return true
    }

    /// Holds the coins that give each member its weight at these prices; the level stays what it is.
    ///
    /// - Returns: Whether it was done; see `restate(_:at:)`. Weights may be in any unit.
    package mutating func rebalance(
        to weights: [AssetID: Double], at prices: [AssetID: Double]
    ) -> Bool {
        guard let value = value(at: prices),
            let coins = Self.coins(weights, worth: value, at: prices)
        else { return false }
        return restate(coins, at: prices)
    }

    /// What coins are worth, in US dollars; `nil` where that is not a positive number.
    private static func worth(
        of coins: [AssetID: Double], at prices: [AssetID: Double]
    ) -> Double? {
        var sum = CompensatedSum()
        // In order of names, so that the same members give the same last bit.
        for (asset, count) in coins.sorted(by: { $0.key < $1.key }) {
            guard let price = prices[asset], price.isFiniteAmount, count.isFiniteAmount else {
                return nil
            }
            sum.add(price * count)
        }
        return sum.value.isSound ? sum.value : nil
    }

    private static func coins(
        _ weights: [AssetID: Double], worth: Double, at prices: [AssetID: Double]
    ) -> [AssetID: Double]? {
        let ordered = weights.sorted { $0.key < $1.key }
        let whole = ordered.map(\.value).compensatedSum
        guard whole.isSound else { return nil }
        var coins: [AssetID: Double] = [:]
        for (asset, weight) in ordered {
            guard weight.isFiniteAmount, let price = prices[asset], price.isSound else {
                return nil
            }
            coins[asset] = weight / whole * worth / price
        }
        return coins
    }
}
