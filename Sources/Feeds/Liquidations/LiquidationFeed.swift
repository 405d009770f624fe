package import Market

/// A venue whose liquidation messages are read, as its socket sends them.
///
/// | feed | message | side | price | quantity |
/// |---|---|---|---|---|
/// | binance | `forceOrder`, by itself or in `data` | of the order: `SELL` closes a long | `p` of the order, `ap` mean of the fills | `q` ordered, `z` filled |
/// | bybit | `allLiquidation.SYMBOL`; before 20 February 2025 `liquidation.SYMBOL` | of the position: `Buy` was a long | bankruptcy price | executed |
/// | okx | `liquidation-orders` | `posSide`; where that is `net`, of the order | bankruptcy price | contracts |
/// | bitmex | table `liquidation`, inserted rows | of the order | of the order | left to be filled |
///
/// - Source: Binance, *Liquidation Order Streams* and *All Market Liquidation Order Streams*; Bybit v5, *All
///   Liquidation* and *Liquidation*; OKX v5, *Liquidation orders channel*; BitMEX WebSocket, table `liquidation`.
package enum LiquidationFeed: String, Hashable, Sendable, CaseIterable {
    case binance
    case bybit
    case okx
    case bitmex

    /// The venue's name in the store.
    package var venue: VenueID { VenueID(rawValue) }
}
