/// How far the price gives way to forced selling, by one of the laws in use.
///
/// No law is known to hold in a cascade. They differ by a factor of ten for the same day, so a
/// figure that rests on one is printed with the law's name and beside another.
///
/// - Input: dollars sold, or bought back where below zero.
/// - Unit: the move as a ratio of the price before; a fall is positive.
/// - Range: rising in what is sold, zero for nothing, odd.
/// - Degenerate case: parameters that are zero, below or not finite are refused where a law is
///   made.
package enum ImpactLaw: Hashable, Sendable {
    /// The book that rests, walked at once.
    case book(BookWalk)
    /// In proportion to what is sold, by the depth near the price.
    case linear(LinearImpact)
    /// With a power of what is sold, the square root above all.
    case power(PowerImpact)
    /// With a floor below which the price does not go.
    case saturating(SaturatingImpact)

    /// The relative move of a sale of so many dollars.
    package func move(ofSelling notional: Double) -> Double {
        guard notional != 0 else { return 0 }
        return notional > 0 ? magnitude(notional) : -magnitude(-notional)
    }

    /// What the law is called in a report.
    package var name: String {
        switch self {
        case .book: "book walk"
        case .linear: "linear depth"
        case .power(let law): law.exponent == 0.5 ? "square root" : "power"
        case .saturating: "saturating"
        }
    }

    private func magnitude(_ notional: Double) -> Double {
        switch self {
        case .book(let law): law.move(notional)
        case .linear(let law): law.move(notional)
        case .power(let law): law.move(notional)
        case .saturating(let law): law.move(notional)
        }
    }
}
