/// A price with a limit on either side.
package struct PriceBand: Hashable, Sendable {
    /// The upper limit, in quote currency.
    package let upper: Double
    /// What the limits stand around, in quote currency.
    package let middle: Double
    /// The lower limit, in quote currency.
    package let lower: Double

    /// A band; `nil` where a limit exceeds what a number holds.
    init?(upper: Double, middle: Double, lower: Double) {
        guard upper.isFinite, middle.isFinite, lower.isFinite else { return nil }
        self.upper = upper
        self.middle = middle
        self.lower = lower
    }
}
