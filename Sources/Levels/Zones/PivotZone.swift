package import Market

/// A stretch of prices at which the price turned, perhaps more than once.
package struct PivotZone: Hashable, Sendable {
    /// Where the turns are densest, in the unit of the price.
    package let centre: Double
    /// The lowest price of a turn in the zone, or the centre.
    package let low: Double
    /// The highest price of a turn in the zone, or the centre.
    package let high: Double
    /// How many turns lie in it; at least one.
    package let touches: Int
    /// The weights of its turns together: one for a turn of this moment, half after a half-life.
    package let strength: Double
    /// When the bar of its last turn opened.
    package let lastTouch: Timestamp

    /// How wide the turns lie apart, in the unit of the price.
    package var width: Double { high - low }
}
