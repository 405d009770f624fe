/// A method that finds levels.
package enum LevelDetector: String, CaseIterable, Sendable {
    /// Moving averages, simple, exponential and weighted by volume.
    case average
    /// Round numbers.
    case roundNumber
    /// The extremes of a number of days, and of the history.
    case extreme
    /// Zones in which the price turned.
    case swing
    /// Prices at which much changed hands.
    case volumeProfile
    /// Floor traders' pivots.
    case floorPivot
    /// High, low and close of the day, week and month before.
    case priorPeriod
    /// Lines along swing lows and highs.
    case trendLine
}
