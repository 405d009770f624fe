package import Market

/// One liquidation as a venue's message tells it, with when it could be known.
package struct ForcedOrder: Hashable, Sendable {
    /// The liquidation; its contract is `nil` where the message does not say what one is.
    package let event: LiquidationEvent
    /// When the venue sent it; no sooner than it happened.
    package let known: Timestamp
    /// What tells it from others of its instant: the venue's own name for it, or side, price and quantity.
    package let name: String
    /// How many of the same name, instrument and instant were read before.
    package var number = 0
}
