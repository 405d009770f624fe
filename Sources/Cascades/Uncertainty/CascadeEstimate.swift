/// What a law makes of a fall, with all unknowns drawn and weighted by what was seen.
///
/// - Unit: moves as ratios of the price before, a fall positive; shares and factors; dollars.
/// - Degenerate case: the weights of fewer than 100 equal draws give no interval: all figures are
///   `nil` and `effectiveSize` says why.
package struct CascadeEstimate: Hashable, Sendable {
    /// The weighted median and the middle 90 %.
    package struct Interval: Hashable, Sendable {
        /// A twentieth lies below.
        package let low: Double
        /// Half lies below.
        package let median: Double
        /// A twentieth lies above.
        package let high: Double

        /// An interval by its three figures.
        package init(low: Double, median: Double, high: Double) {
            self.low = low
            self.median = median
            self.high = high
        }
    }

    /// How much of the variance of the forced share one unknown accounts for by itself.
    package struct Influence: Hashable, Sendable {
        /// The unknown.
        package let unknown: CascadePriors.Unknown
        /// The variance of the mean given the unknown over the whole variance, zero to one.
        package let share: Double
    }

    /// Fewer equal draws than this give no interval.
    package static let minimumEffectiveSize = 100.0

    /// How many equal draws the weights are worth.
    package let effectiveSize: Double
    /// The move from outside.
    package let shock: Interval?
    /// The move by forced selling.
    package let forcedMove: Interval?
    /// The forced move over the whole.
    package let forcedShare: Interval?
    /// The whole move over the shock.
    package let amplification: Interval?
    /// Dollars of longs liquidated, published or not.
    package let liquidated: Interval?
    /// How much of the price comes back within an hour as the push fades.
    package let reboundHour: Interval?
    /// The same within a day.
    package let reboundDay: Interval?
    /// The fall of open interest by liquidations alone: to be held against the one seen.
    package let openInterestDrop: Interval?
    /// What the width of the forced share's interval comes from, the largest first.
    package let influences: [Influence]
}
