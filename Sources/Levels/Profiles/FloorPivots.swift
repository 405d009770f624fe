/// The pivots that floor traders worked out before the opening, from the period before.
///
/// `P = (H + L + C) / 3`, `R1 = 2P - L`, `S1 = 2P - H`, `R2 = P + (H - L)`, `S2 = P - (H - L)`.
///
/// - Input: high, low and close of the period before, in the unit of the price.
/// - Output: in the unit of the price; the second support may be negative after a wild period.
/// - Degenerate case: `nil` where a figure is not finite or overflows; a period that stood still puts
///   all five on its price.
/// - Source: Person, *A Complete Guide to Technical Trading Tactics*, 2004, chapter 6.
/// - Checked against: high 3.69, low 3.30, close 3.38 by hand in `FloorPivotsTests`.
package struct FloorPivots: Hashable, Sendable {
    /// The names of the five, from the highest.
    package enum Mark: String, CaseIterable, Sendable {
        /// `R2`.
        case secondResistance
        /// `R1`.
        case firstResistance
        /// `P`.
        case pivot
        /// `S1`.
        case firstSupport
        /// `S2`.
        case secondSupport
    }

    /// The mean of high, low and close.
    package let pivot: Double
    private let high: Double
    private let low: Double

    /// The pivots that follow a period.
    package init?(high: Double, low: Double, close: Double) {
        self.high = high
        self.low = low
        pivot = (high + low + close) / 3
        guard low <= high, Mark.allCases.allSatisfy({ price(of: $0).isFinite }) else { return nil }
    }

    /// The price of a pivot.
    package func price(of mark: Mark) -> Double {
        switch mark {
        case .secondResistance: pivot + (high - low)
        case .firstResistance: 2 * pivot - low
        case .pivot: pivot
        case .firstSupport: 2 * pivot - high
        case .secondSupport: pivot - (high - low)
        }
    }
}
