package import Market

/// A turn of the price: the extreme of a bar that its neighbours did not reach.
package struct SwingPivot: Hashable, Sendable {
    /// Which way the price turned.
    package enum Side: String, CaseIterable, Sendable {
        /// The price came up and turned down.
        case high
        /// The price came down and turned up.
        case low

        /// The turn the other way.
        package var opposite: Side { self == .high ? .low : .high }
    }

    /// Which way the price turned.
    package let side: Side
    /// The extreme, in the unit of the price.
    package let price: Double
    /// Which bar it belongs to, counted from zero over the bars that were fed.
    package let bar: Int
    /// When that bar opened; its name.
    package let openTime: Timestamp
    /// The close of the bar that settled it. Before this instant nobody could know the turn.
    package let confirmedAt: Timestamp

    /// A turn; `confirmedAt` must not come before the close of the bar.
    package init(
        side: Side, price: Double, bar: Int, openTime: Timestamp, confirmedAt: Timestamp
    ) {
        self.side = side
        self.price = price
        self.bar = bar
        self.openTime = openTime
        self.confirmedAt = confirmedAt
    }
}
