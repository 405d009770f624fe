package import Market

/// A price that people look at.
package struct Level: Hashable, Sendable {
    /// Why people look at it.
    package enum Kind: Hashable, Sendable {
        /// The simple average over a number of days.
        case average(days: Int)
        /// The exponential average over a number of days.
        case exponentialAverage(days: Int)
        /// The average price, weighted by volume, since the start of a day.
        case anchoredAverage(since: CalendarDay)
        /// A round number; the step is the grid it lies on, in the unit of the price.
        case round(step: Double)
        /// The highest high of a number of days.
        case high(days: Int)
        /// The lowest low of a number of days.
        case low(days: Int)
        /// The highest high of the history at hand.
        case highestOfHistory
        /// The lowest low of the history at hand.
        case lowestOfHistory
        /// Where the price turned, perhaps more than once.
        case swingZone
        /// Where much changed hands.
        case volume(VolumeProfile.Mark)
        /// A floor trader's pivot.
        case floorPivot(FloorPivots.Mark)
        /// A price of the day, week or month before.
        case prior(PriorPeriods.Unit, PriorPeriods.Part)
        /// A line along swing lows or highs.
        case trendLine(SwingPivot.Side)

        /// The method that finds levels of this kind.
        package var detector: LevelDetector {
            switch self {
            case .average, .exponentialAverage, .anchoredAverage: .average
            case .round: .roundNumber
            case .high, .low, .highestOfHistory, .lowestOfHistory: .extreme
            case .swingZone: .swing
            case .volume: .volumeProfile
            case .floorPivot: .floorPivot
            case .prior: .priorPeriod
            case .trendLine: .trendLine
            }
        }
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
