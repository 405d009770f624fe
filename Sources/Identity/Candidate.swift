package import Market

/// An asset that a name may stand for.
package struct Candidate: Hashable, Sendable {
    /// The asset. Written as `asset:` and this, it is understood whatever else shares its ticker.
    package let asset: AssetID
    /// Its ticker, or the name that the reader may have meant.
    package let ticker: String
    /// Its name for readers; its id where it has no other.
    package let name: String
    /// Who says that the asset has this ticker; empty where the ticker is its own id.
    package let citation: String
}
