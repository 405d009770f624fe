/// Resting orders within the source's band around the price, over one bar.
public struct DepthBar: Hashable, Sendable {
    /// Where.
    public let venue: VenueID
    /// Of what.
    public let asset: AssetID
    /// When the bar opened.
    public let openTime: Timestamp
    /// How long the bar is.
    public let interval: TimeSpan
    /// Resting bids, in US dollars.
    public let bidUSD: Double
    /// Resting asks, in US dollars.
    public let askUSD: Double

    /// A bar of depth.
    public init(
        venue: VenueID, asset: AssetID, openTime: Timestamp, interval: TimeSpan, bidUSD: Double,
        askUSD: Double
    ) {
        self.venue = venue
        self.asset = asset
        self.openTime = openTime
        self.interval = interval
        self.bidUSD = bidUSD
        self.askUSD = askUSD
    }

    /// The first instant after the bar.
    public var closeTime: Timestamp { openTime + interval }
}
