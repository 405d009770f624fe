package import Market

/// What one source says that an asset costs.
package struct PriceQuote: Hashable, Sendable {
    /// The source.
    package let source: SourceID
    /// US dollars a coin; whatever currency the source quotes in is converted already.
    package let price: Double
    /// What was traded there, in any unit that is the same for all sources; `nil` where it does not say.
    package let volume: Double?
    /// When the price was made.
    package let observed: Timestamp

    /// A quote.
    package init(source: SourceID, price: Double, volume: Double?, observed: Timestamp) {
        self.source = source
        self.price = price
        self.volume = volume
        self.observed = observed
    }
}
