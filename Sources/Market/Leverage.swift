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
