internal import Digests

/// What an index is, in words exact enough to rebuild it. Two indices that differ in any of them differ.
package struct IndexDefinition: Hashable, Sendable {
    /// The name, such as `own`.
    package let name: String
    /// Which assets may be members, and what keeps them out.
    package let universe: String
    /// Where prices come from and how old they may be.
    package let priceRule: String
    /// Where supplies come from and how old they may be.
    package let supplyRule: String
    /// How members are weighted.
    package let weighting: String

    /// Names the definition: the first 12 digits of the SHA-256 of its words.
    package var id: String {
        ContentDigest(ofFields: [name, universe, priceRule, supplyRule, weighting]).short
    }

    /// The index computed from constituents, as opposed to a provider's finished series.
    package static let own = IndexDefinition(
        name: "own",
        universe: """
            the latest supply snapshot known; less wrapped, staked and commodity-backed assets; \
            less assets without a fresh price at either end of the window; no index where \
            the rest holds less than half of the capitalisation
            """,
        priceRule: """
            last closed hourly bar of the perpetual contract, divided by its coins a price, at most \
            three hours old; tether taken as one US dollar; stablecoins at one US dollar
            """,
        supplyRule: "circulating supply of the latest snapshot known, held over the window",
        weighting: "market capitalisation, no divisor")
}
