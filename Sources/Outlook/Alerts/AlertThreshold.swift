/// Where an alert goes off and where it is over: two numbers, so that a value between them changes nothing.
///
/// - Shape: `exit` lies on the quiet side of `enter` and apart from it.
/// - Degenerate case: a value that is no number is neither.
package struct AlertThreshold: Hashable, Sendable {
    /// To which side of the threshold the alert lies.
    package enum Comparison: String, Hashable, CaseIterable, Sendable {
        /// The value is at the threshold or above.
        case atLeast = "at-least"
        /// The value is at the threshold or below.
        case atMost = "at-most"
    }

    /// To which side.
    package let comparison: Comparison
    /// The value at which it goes off.
    package let enter: Double
    /// The value at which it is over.
    package let exit: Double

    /// A threshold; `nil` for numbers that are none, and unless `exit` lies on the quiet side of `enter`.
    package init?(_ comparison: Comparison, enter: Double, exit: Double) {
        guard enter.isFinite, exit.isFinite,
            comparison == .atLeast ? exit < enter : exit > enter
        else { return nil }
        self.comparison = comparison
        self.enter = enter
        self.exit = exit
    }

    /// Whether a value is far enough for the alert to go off.
    package func isEntered(by value: Double) -> Bool {
        comparison == .atLeast ? value >= enter : value <= enter
    }

    /// Whether a value is far enough back for the alert to be over.
    package func isLeft(by value: Double) -> Bool {
        comparison == .atLeast ? value <= exit : value >= exit
    }
}
