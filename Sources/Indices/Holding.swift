package import Market

/// One asset at one end of a window: how many coins there are, and what one costs.
package struct Holding: Hashable, Sendable {
    /// The asset.
    package let asset: AssetID
    /// Circulating coins, zero or more.
    package let coins: Double
    /// US dollars a coin, zero or more.
    package let price: Double
    /// What the asset is.
    package let assetClass: Asset.Class

    /// A holding.
    package init(asset: AssetID, coins: Double, price: Double, assetClass: Asset.Class = .coin) {
        self.asset = asset
        self.coins = coins
        self.price = price
        self.assetClass = assetClass
    }

    /// Its capitalisation, in US dollars.
    package var cap: Double { coins * price }

    /// Whether it can be counted at all.
    var isSound: Bool {
        coins.isFiniteAmount && price.isFiniteAmount && cap.isFinite
    }
}
