/// Open interest of one asset at one venue, over one bar.
public struct OpenInterestBar: Hashable, Sendable {
    /// What the contracts are margined in, which decides the unit.
    public enum Margin: String, Hashable, Sendable, CaseIterable {
        /// Margined in a stablecoin; counted in coins.
        case stablecoin
        /// Margined in the coin itself; counted in US dollars.
        case coin
    }

    /// Where.
    public let venue: VenueID
    /// Of what.
    public let asset: AssetID
    /// What the contracts are margined in.
    public let margin: Margin
    /// When the bar opened.
    public let openTime: Timestamp
    /// How long the bar is.
    public let interval: TimeSpan
    /// Open interest at the close, in coins or US dollars according to `margin`.
    public let close: Double

    /// A bar of open interest.
    public init(
        venue: VenueID, asset: AssetID, margin: Margin, openTime: Timestamp, interval: TimeSpan,
        close: Double
    ) {
        self.venue = venue
        self.asset = asset
        self.margin = margin
        self.openTime = openTime
        self.interval = interval
        self.close = close
    }

    /// The first instant after the bar.
    public var closeTime: Timestamp { openTime + interval }
}
