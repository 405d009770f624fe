package import Market

/// What is known of a market before a move, the part that is measured and not drawn.
///
/// - Unit: dollars; a day's volatility as a ratio.
package struct CascadeSetting: Hashable, Sendable {
    /// Open interest: as much on the long side as on the short side.
    package let openInterest: Double
    /// The side that a move of the kind asked about liquidates: longs by a fall, shorts by a rise.
    package let side: PositionSide
    /// Dollars that rest against the move within one percent of the price; `nil` where no book is known.
    package let depth: Double?
    /// Dollars traded on a day.
    package let volume: Double
    /// The deviation of a day's return.
    package let volatility: Double
    /// The maintenance rate, zero to below one.
    package let maintenance: Double

    /// A market; all but the maintenance rate are above zero.
    package init(
        side: PositionSide = .long, openInterest: Double, depth: Double?, volume: Double,
        volatility: Double, maintenance: Double = 0.004
    ) throws(CascadeError) {
        try CascadeError.positive(openInterest, "open interest")
        if let depth { try CascadeError.positive(depth, "depth") }
        try CascadeError.positive(volume, "volume")
        try CascadeError.positive(volatility, "volatility")
        try CascadeError.within(0...0.5, maintenance, "maintenance")
        self.side = side
        self.openInterest = openInterest
        self.depth = depth
        self.volume = volume
        self.volatility = volatility
        self.maintenance = maintenance
    }

    /// The laws that can be followed: without a book none that lives on its depth.
    package var laws: [CascadeUncertainty.Law] {
        CascadeUncertainty.Law.allCases.filter { $0 != .linear || depth != nil }
    }
}
