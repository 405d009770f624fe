/// A price that follows the market on one side until the market crosses it.
package struct TrailingStop: Hashable, Sendable {
    /// Where the stop stands, in quote currency.
    package let price: Double
    /// Whether the trend it follows is upward, so that the stop stands below.
    package let isRising: Bool

    /// A stop; `nil` where its price exceeds what a number holds.
    init?(price: Double, isRising: Bool) {
        guard price.isFinite else { return nil }
        self.price = price
        self.isRising = isRising
    }
}
