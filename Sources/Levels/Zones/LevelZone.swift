package import Market

/// Levels that lie so close together that a reader takes them for one, and where they stand to the price.
package struct LevelZone: Hashable, Sendable {
    /// The levels, the strongest first; it is the one that gives the zone its value.
    package let members: [FoundLevel]
    /// The strengths of the members together, each times the weight of its method.
    package let strength: Double
    /// The strongest member's value, in the unit of the price.
    package let value: Double
    /// The lower end, in the unit of the price.
    package let low: Double
    /// The upper end, in the unit of the price.
    package let high: Double
    /// The value as a ratio of the price, less one; negative below it.
    package let distance: Double
    /// The value less the price in average true ranges; `nil` without a range.
    package let distanceInRanges: Double?
    /// The distance in standard deviations of a day; `nil` without one.
    package let distanceInSigmas: Double?
    /// Where the zone stands to the price.
    package let status: Level.Status

    /// Why people look at it, the strongest reason first.
    package var kinds: [Level.Kind] { members.map(\.level.kind) }
    /// How wide it is, in the unit of the price.
    package var width: Double { high - low }
    /// How often the price turned in it, as far as its methods count that.
    package var touches: Int { members.reduce(0) { $0 + $1.touches } }
    /// When the bar of the last of those turns opened.
    package var lastTouch: Timestamp? { members.compactMap(\.lastTouch).max() }
}
