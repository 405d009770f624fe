/// Liquidations of one asset at one venue over one bar, by the side that was liquidated.
public struct LiquidationBar: Hashable, Sendable {
    /// Where.
    public let venue: VenueID
    /// Of what.
    public let asset: AssetID
    /// When the bar opened.
    public let openTime: Timestamp
    /// How long the bar is.
    public let interval: TimeSpan
    /// Long positions liquidated, in US dollars, as the venue published them.
    public let longUSD: Double
    /// Short positions liquidated, in US dollars, as the venue published them.
    public let shortUSD: Double

    /// A bar of liquidations.
    public init(
        venue: VenueID, asset: AssetID, openTime: Timestamp, interval: TimeSpan, longUSD: Double,
        shortUSD: Double
    ) {
        self.venue = venue
        self.asset = asset
        self.openTime = openTime
        self.interval = interval
        self.longUSD = longUSD
        self.shortUSD = shortUSD
    }

    /// The first instant after the bar.
    public var closeTime: Timestamp { openTime + interval }
}
