/// What holders of long positions pay holders of short ones, over one bar.
public struct FundingBar: Hashable, Sendable {
    /// How venues are combined, such as `oi-weighted`.
    public let scope: String
    /// Of what.
    public let asset: AssetID
    /// When the bar opened.
    public let openTime: Timestamp
    /// How long the bar is.
    public let interval: TimeSpan
    /// The rate at the close, as a ratio per funding period; negative when shorts pay.
    public let close: Double

    /// A bar of funding.
    public init(
        scope: String, asset: AssetID, openTime: Timestamp, interval: TimeSpan, close: Double
    ) {
        self.scope = scope
        self.asset = asset
        self.openTime = openTime
        self.interval = interval
        self.close = close
    }

    /// The first instant after the bar.
    public var closeTime: Timestamp { openTime + interval }
}
