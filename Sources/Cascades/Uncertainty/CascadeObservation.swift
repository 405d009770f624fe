/// What was seen of a fall, and how well it was measured.
///
/// - Unit: moves as ratios of the price before, a fall positive; dollars.
package struct CascadeObservation: Hashable, Sendable {
    /// How far the price fell.
    package let move: Double
    /// By how much that may be something else than shock and forced flow: a standard deviation.
    package let moveError: Double
    /// Published liquidations of longs; `nil` where none are published.
    package let liquidations: Double?
    /// The deviation of the logarithm of those, the reporting factor aside.
    package let liquidationsError: Double
    /// The relative fall of open interest, below zero where it rose; `nil` where unknown.
    package let openInterestDrop: Double?
    /// How far other opening and closing moves it: a standard deviation.
    package let openInterestError: Double

    /// What was seen; the move and the errors are above zero.
    package init(
        move: Double, moveError: Double, liquidations: Double? = nil,
        liquidationsError: Double = 0.3, openInterestDrop: Double? = nil,
        openInterestError: Double = 0.05
    ) throws(CascadeError) {
        try CascadeError.positive(move, "move")
        guard move < 1 else { throw .outOfRange("move") }
        try CascadeError.positive(moveError, "move error")
        try CascadeError.positive(liquidationsError, "liquidations error")
        try CascadeError.positive(openInterestError, "open interest error")
        if let liquidations { try CascadeError.within(0...1e18, liquidations, "liquidations") }
        if let openInterestDrop {
            try CascadeError.within(-10...1, openInterestDrop, "open interest drop")
        }
        self.move = move
        self.moveError = moveError
        self.liquidations = liquidations
        self.liquidationsError = liquidationsError
        self.openInterestDrop = openInterestDrop
        self.openInterestError = openInterestError
    }
}
