/// What a venue does with an account once it is breached.
///
/// - Source: the venues' own documentation as of 2025: Binance (one order for all, the insurance fund
///   takes what is left at the bankruptcy price), Hyperliquid (a fifth first above 100,000 dollars,
///   then 30 seconds, then all), Drift (just enough to restore the requirement).
package struct VenueRule: Hashable, Sendable {
    /// How much of a breached position is closed at once.
    package enum Closing: Hashable, Sendable {
        /// All of it.
        case whole
        /// A share of positions above so many dollars, the rest after so many seconds where the
        /// account is still breached.
        case staged(first: Double, aboveNotional: Double, cooldown: Double)
        /// The least that brings the equity back to so many times the requirement, where the fee
        /// leaves room for that; all of it otherwise.
        case restoring(target: Double)
    }

    /// How much is closed at once.
    package let closing: Closing
    /// The share of what is closed that is sold in the book; the fund takes the rest over at the
    /// bankruptcy price.
    package let bookShare: Double
    /// What the fund charges on what is closed, in millionths, as far as there is something left.
    package let fee: Int
    /// Whether what is left of a closed account's money goes to the fund and not back.
    package let keepsRemainder: Bool
    /// Whether losses that the fund cannot bear close winners at the bankruptcy price instead.
    package let deleverages: Bool

    /// A rule.
    package init(
        closing: Closing = .whole, bookShare: Double = 1, fee: Int = 0,
        keepsRemainder: Bool = false, deleverages: Bool = true
    ) throws(CascadeError) {
        try CascadeError.within(0...1, bookShare, "book share")
        guard (0...100_000).contains(fee) else { throw .outOfRange("fee") }
        switch closing {
        case .whole: break
        case .staged(let first, let above, let cooldown):
            try CascadeError.within(0...1, first, "first share")
            try CascadeError.within(0...1e18, above, "threshold")
            try CascadeError.within(0...1e9, cooldown, "cooldown")
        case .restoring(let target): try CascadeError.within(1...10, target, "target")
        }
        self.closing = closing
        self.bookShare = bookShare
        self.fee = fee
        self.keepsRemainder = keepsRemainder
        self.deleverages = deleverages
    }
}
