/// What one provider said of an asset's circulating supply at one moment.
public struct Supply: Hashable, Sendable {
    /// Whose supply.
    public let asset: AssetID
    /// When the snapshot was taken.
    public let observed: Timestamp
    /// The provider's rank by market capitalisation, from 1.
    public let rank: Int
    /// Circulating coins.
    public let coins: Double
    /// The provider's price, in US dollars; zero where it had none.
    public let price: Double
    /// The provider's market capitalisation, in US dollars.
    public let cap: Double

    /// A supply.
    public init(
        asset: AssetID, observed: Timestamp, rank: Int, coins: Double, price: Double, cap: Double
    ) {
        self.asset = asset
        self.observed = observed
        self.rank = rank
        self.coins = coins
        self.price = price
        self.cap = cap
    }
}
