/// A level below or above the price, beyond which forced orders would move it further at once.
///
/// - Input: the level's price; the extra move as three logarithms of one sign, low, median and high by size:
///   below zero for a level under the price, above zero for one over it.
/// - Draw: sizes lie on a line from low to median with probability a half, and from median to high with the
///   other half.
/// - Degenerate case: `nil` for a level that is no price, for moves that are not finite, of mixed signs, not
///   in order of size, or larger than one.
package struct CascadeJump: Hashable, Codable, Sendable {
    /// The price at which the orders wait.
    package let level: Double
    /// The extra move that is the smallest by size.
    package let low: Double
    /// The one in the middle.
    package let median: Double
    /// The largest by size.
    package let high: Double

    /// A jump beyond a level.
    package init?(level: Double, low: Double, median: Double, high: Double) {
        let sizes = [abs(low), abs(median), abs(high)]
        let isOneSided =
            [low, median, high].allSatisfy { $0 <= 0 }
            || [low, median, high].allSatisfy { $0 >= 0 }
        guard level > 0, level.isFinite, isOneSided, sizes[0] <= sizes[1], sizes[1] <= sizes[2],
            sizes[2] <= 1
        else { return nil }
        self.level = level
        self.low = low
        self.median = median
        self.high = high
    }

    /// Whether the move leads away from a price beyond the level.
    func isAway(from price: Double) -> Bool {
        level != price && (high == 0 || (level < price) == (high < 0))
    }

    /// The move at a share of the probability.
    func move(at share: Double) -> Double {
        share < 0.5
            ? low + (median - low) * 2 * share : median + (high - median) * (2 * share - 1)
    }
}
