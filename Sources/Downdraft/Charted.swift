public import Market

/// What a question about a chart is about.
public enum Charted: Hashable, Sendable {
    /// The provider's index of the whole market.
    case market
    /// An asset, by its contract.
    case asset(AssetID)
}
