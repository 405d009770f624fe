/// How far the price falls after a shock, with all unknowns drawn: one point of the response curve.
///
/// - Unit: ratios of the price before.
package struct CascadeResponse: Hashable, Sendable {
    /// The move from outside.
    package let shock: Double
    /// How many equal draws the weights are worth.
    package let effectiveSize: Double
    /// The whole fall that comes of it; `nil` of too few draws.
    package let fall: CascadeEstimate.Interval?
}
