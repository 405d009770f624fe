/// What takers bought and sold over one bar: orders that traded at once against resting ones.
///
/// Each trade has one taker, so what takers bought and what they sold add up to what changed hands. A position
/// that is closed by force is closed by such an order: a long by a sale, a short by a purchase.
public struct TakerFlowBar: Hashable, Sendable {
    /// What the amounts are in.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        /// Coins of the asset, however many a contract or a quoted price is for.
        case coins
        /// US dollars.
        case usd
    }

    /// Where.
    public let venue: VenueID
    /// Of what.
    public let asset: AssetID
    /// The one contract whose trades were counted; `nil` where all contracts of the venue on the asset were.
    public let instrument: InstrumentID?
    /// When the bar opened.
    public let openTime: Timestamp
    /// How long the bar is.
    public let interval: TimeSpan
    /// What the amounts are in.
    public let unit: Unit
    /// What takers bought.
    public let bought: Double
    /// What takers sold.
    public let sold: Double

    /// A bar of what takers traded.
    public init(
        venue: VenueID, asset: AssetID, instrument: InstrumentID?, openTime: Timestamp,
        interval: TimeSpan, unit: Unit, bought: Double, sold: Double
    ) {
        self.venue = venue
        self.asset = asset
        self.instrument = instrument
        self.openTime = openTime
        self.interval = interval
        self.unit = unit
        self.bought = bought
        self.sold = sold
    }

    /// The first instant after the bar.
    public var closeTime: Timestamp { openTime + interval }
}
