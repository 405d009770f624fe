/// What breaking a level would set off, with all unknowns drawn: "if it breaks, so many dollars are
/// liquidatable and take the price so much further".
///
/// - Unit: ratios of the price before; dollars.
package struct CascadeBreakEstimate: Hashable, Sendable {
    /// The level, as a fall from the price before.
    package let level: Double
    /// How many equal draws the weights are worth.
    package let effectiveSize: Double
    /// Dollars liquidated between the fall seen and the level; `nil` of too few draws.
    package let liquidatable: CascadeEstimate.Interval?
    /// How far beyond the level forced selling takes the price; `nil` of too few draws.
    package let extraMove: CascadeEstimate.Interval?

    /// An estimate by its figures.
    package init(
        level: Double, effectiveSize: Double, liquidatable: CascadeEstimate.Interval?,
        extraMove: CascadeEstimate.Interval?
    ) {
        self.level = level
        self.effectiveSize = effectiveSize
        self.liquidatable = liquidatable
        self.extraMove = extraMove
    }
}
