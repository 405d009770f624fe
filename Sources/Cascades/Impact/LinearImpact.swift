/// The price gives way in proportion to what is sold: so much of the price for the dollars that rest
/// within so much of it.
///
/// Taken from the book of one moment it says what everything sold at once would do with no refill,
/// and overstates what a day does to the price.
///
/// - Unit: `share` a ratio of the price, `depth` dollars that rest within that share of the middle.
/// - Range: not bounded; a caller that cannot go below zero clamps.
/// - Source: Cont, Kukanov and Stoikov, *The Price Impact of Order Book Events*, 2014.
package struct LinearImpact: Hashable, Sendable {
    /// The distance from the middle price over which the depth was counted, as a ratio.
    package let share: Double
    /// Dollars that rest within it.
    package let depth: Double

    /// A depth; both are above zero.
    package init(share: Double = 0.01, depth: Double) throws(CascadeError) {
        try CascadeError.positive(share, "share of the price")
        try CascadeError.positive(depth, "depth")
        self.share = share
        self.depth = depth
    }

    /// The relative move of a sale of so many dollars.
    func move(_ notional: Double) -> Double { share * notional / depth }
}
