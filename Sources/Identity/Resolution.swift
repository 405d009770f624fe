package import Market

/// What a name that somebody wrote stands for.
package enum Resolution: Hashable, Sendable {
    /// One asset, and what is to be said about the name; no note where the name is the plain ticker.
    case one(AssetID, note: ResolutionNote?)
    /// Several assets, by asset: the reader must choose.
    case several([Candidate])
    /// No asset, and why.
    case none(UnknownName)
}
