/// What is known of a market before a fall, the part that is measured and not drawn.
///
/// - Unit: dollars; a day's volatility as a ratio.
package struct CascadeSetting: Hashable, Sendable {
    /// Open interest: as much on the long side as on the short side.
    package let openInterest: Double
    /// Dollars bid within one percent of the price.
    package let depth: Double
    /// Dollars traded on a day.
    package let volume: Double
    /// The deviation of a day's return.
    package let volatility: Double
    /// The maintenance rate, zero to below one.
    package let maintenance: Double

    /// A market; all but the maintenance rate are above zero.
    package init(
        openInterest: Double, depth: Double, volume: Double, volatility: Double,
        maintenance: Double = 0.004
    ) throws(CascadeError) {
        try CascadeError.positive(openInterest, "open interest")
        try CascadeError.positive(depth, "depth")
        try CascadeError.positive(volume, "volume")
        try CascadeError.positive(volatility, "volatility")
        try CascadeError.within(0...0.5, maintenance, "maintenance")
        self.openInterest = openInterest
        self.depth = depth
        self.volume = volume
        self.volatility = volatility
        self.maintenance = maintenance
    }
}
