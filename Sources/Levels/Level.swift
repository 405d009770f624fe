/// A price that people look at.
package struct Level: Hashable, Sendable {
    /// Why people look at it.
    package enum Kind: Hashable, Sendable {
        /// The simple average over a number of days.
        case average(days: Int)
        /// A round number; the step is the grid it lies on, in the unit of the price.
        case round(step: Double)
        /// The highest high of a number of days.
        case high(days: Int)
    }

    /// Where the price stands to a level.
    package enum Status: String, Hashable, Sendable {
        /// The level lies below the price, further than the band.
        case below
        /// The level lies above the price, further than the band.
        case above
        /// The price is within the band around the level: neither broken nor held.
        case testing
    }

    /// Why people look at it.
    package let kind: Kind
    /// The level, in the unit of the price.
    package let value: Double

    /// A level.
    package init(kind: Kind, value: Double) {
        self.kind = kind
        self.value = value
    }

    /// How far the level is from the price, as a ratio of the price; negative below it.
    package func distance(from price: Double) -> Double { value / price - 1 }

    /// Where the price stands to the level, with half a percent of the price to either side as band.
    package func status(at price: Double) -> Status {
        let distance = distance(from: price)
        if abs(distance) < Self.band { return .testing }
        return distance < 0 ? .below : .above
    }

    /// Closer than this ratio of the price, a level is being tested.
    package static let band = 0.005
}
