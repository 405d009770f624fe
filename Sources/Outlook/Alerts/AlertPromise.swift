/// What an alert says will follow, before it is said how likely.
///
/// The distance is a multiple of the swing usual at the time, so that the same words mean as much on calm days as
/// on wild ones. It counts from the close of the bar the alert went off on; the bars that decide begin with the second
/// after it: the one between is the time in which it can be written down.
package struct AlertPromise: Hashable, Sendable {
    /// Which way the price would go.
    package enum Way: String, Hashable, CaseIterable, Sendable {
        /// On, to the side that set the alert off.
        case further
        /// To either side.
        case either
    }

    /// Which way.
    package let way: Way
    /// How far, in deviations of a bar.
    package let swings: Double
    /// Within how many bars.
    package let bars: Int

    /// How far at most, in deviations of a bar.
    package static let mostSwings = 20.0
    /// Within how many bars at most.
    package static let mostBars = 60

    /// A promise; `nil` for a distance of more than twenty swings or none, and for a horizon outside 1 to 60 bars.
    package init?(_ way: Way, swings: Double, bars: Int) {
        guard swings > 0, swings <= Self.mostSwings, (1...Self.mostBars).contains(bars) else {
            return nil
        }
        self.way = way
        self.swings = swings
        self.bars = bars
    }

    /// The promise as words and shortest exact numbers: equal texts are equal promises.
    package var canonicalText: String { "\(way.rawValue) \(swings) within \(bars)" }
}
