/// A coin or token.
public struct Asset: Hashable, Sendable {
    /// What an asset is, as far as an index must know.
    public enum Class: String, Hashable, Sendable, CaseIterable {
        /// Its price is its own.
        case coin
        /// Meant to be worth one dollar.
        case stablecoin
        /// Stands for another asset one to one, and would be counted twice.
        case wrapped
        /// Another asset, staked, and would be counted twice.
        case staked
        /// Stands for something outside crypto, such as gold.
        case commodity
    }

    /// The name inside Downdraft.
    public let id: AssetID
    /// The name a reader knows, such as `Bitcoin`.
    public let name: String
    /// What the asset is.
    public let assetClass: Class

    /// An asset.
    public init(id: AssetID, name: String, assetClass: Class) {
        self.id = id
        self.name = name
        self.assetClass = assetClass
    }
}
