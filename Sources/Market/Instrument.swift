/// A contract that trades at a venue and prices an asset.
public struct Instrument: Hashable, Sendable {
    /// The name of the contract, also the name of its bars.
    public let id: InstrumentID
    /// Where it trades.
    public let venue: VenueID
    /// What it prices.
    public let asset: AssetID
    /// How many coins one quoted price is for: 1000 for `1000SHIB`.
    public let coinsPerPrice: Double
    /// What the price is in, such as `USDT`.
    public let quote: String

    /// A contract.
    public init(
        id: InstrumentID, venue: VenueID, asset: AssetID, coinsPerPrice: Double, quote: String
    ) {
        self.id = id
        self.venue = venue
        self.asset = asset
        self.coinsPerPrice = coinsPerPrice
        self.quote = quote
    }

    /// The name of the contract's bars.
    public var series: SeriesID { SeriesID(id.text) }
}
