/// A position, or a part of one, that a venue closed against its holder's will, as the venue published it.
///
/// `Kind` keeps apart what must not be added up: a liquidation and the deleveraging that takes its other
/// side are one trade, and counting both doubles it. One shape serves all three kinds.
public struct ForcedClose<Kind>: Hashable, Sendable {
    /// Where.
    public let venue: VenueID
    /// Which contract, as the venue writes it.
    public let instrument: InstrumentID
    /// Of what.
    public let asset: AssetID
    /// When it happened, by the venue's clock.
    public let time: Timestamp
    /// Whose position was closed; `nil` where the venue does not say.
    public let closed: PositionSide?
    /// The price the order was placed at, which may be the bankruptcy price; `nil` where not published.
    public let orderPrice: Double?
    /// The mean price of what was filled; `nil` where not published.
    public let averagePrice: Double?
    /// The quantity ordered, in contracts; `nil` where not published.
    public let orderedQuantity: Double?
    /// The quantity filled, in contracts; `nil` where not published.
    public let filledQuantity: Double?
    /// What one contract is; `nil` where it is not known, and then the close is worth no number.
    public let contract: ContractSize?

    /// A forced close; numbers are kept as they came, sound or not.
    public init(
        venue: VenueID, instrument: InstrumentID, asset: AssetID, time: Timestamp,
        closed: PositionSide?, orderPrice: Double? = nil, averagePrice: Double? = nil,
        orderedQuantity: Double? = nil, filledQuantity: Double? = nil, contract: ContractSize?
    ) {
        self.venue = venue
        self.instrument = instrument
        self.asset = asset
        self.time = time
        self.closed = closed
        self.orderPrice = orderPrice
        self.averagePrice = averagePrice
        self.orderedQuantity = orderedQuantity
        self.filledQuantity = filledQuantity
        self.contract = contract
    }
}

/// The position ran out of margin and was closed in the market.
public enum Liquidation {}
/// A winning position was closed against one that found no market: automatic deleveraging.
public enum Deleveraging {}
/// An insurance fund or a liquidity provider took the position over.
public enum InsuranceTakeover {}

/// A liquidation as published.
public typealias LiquidationEvent = ForcedClose<Liquidation>
/// An automatic deleveraging as published.
public typealias DeleveragingEvent = ForcedClose<Deleveraging>
/// A takeover by an insurance fund as published.
public typealias TakeoverEvent = ForcedClose<InsuranceTakeover>
