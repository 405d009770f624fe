package import Market

/// A profile cut into bins, in which very many shocks are followed at once.
///
/// Bin `b` holds what is liquidated once the price has fallen by `b` bins or more, as the law's
/// curve of it: `shapes[b]`, rising. A scenario has a shock in bins and a scale, and its fall is the
/// least that solves `d = e + scale * shapes[floor(d)]`. Laws that are a scale times a fixed curve
/// of what is sold fit: linear depth, and every power.
///
/// - Unit: bins of `width`, a ratio of the price before; scales are bins for a shape of one.
/// - Order: results stand in the order of the scenarios, whatever is run beside what.
/// - Range: a fall of the last bin or more liquidates everything; the fall itself is not bounded.
/// - Time: a handful of look-ups a scenario.
/// - Checked against: one look-up after another, and C, `ScenarioTableTests`, `Benchmarks`.
package struct ScenarioTable: Hashable, Sendable {
    /// More bins than this are refused.
    package static let maximumBins = 1 << 20

    /// The curve of what is liquidated by bin, from none to all; one more than there are bins.
    package let shapes: [Double]

    /// The last place of the table.
    package var last: Int { shapes.count - 1 }

    /// A table by its curve, which starts at zero or above, never falls, and is finite.
    package init(shapes: [Double]) throws(CascadeError) {
        guard shapes.count > 1 else { throw .emptyProfile }
        guard shapes.count <= Self.maximumBins + 1 else {
            throw .tooMany("bins", allowed: Self.maximumBins)
        }
        for shape in shapes { try CascadeError.finite(shape, "shape") }
        guard shapes[0] >= 0, zip(shapes, shapes.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            throw .outOfRange("shape")
        }
        self.shapes = shapes
    }

    /// A table of one side of a profile, each bin as wide as a ratio of the price before, and the
    /// curve of a power of what is liquidated.
    package init(
        profile: BreachProfile, side: PositionSide = .long, width: Double,
        bins: Int, exponent: Double = 1
    ) throws(CascadeError) {
        try CascadeError.within(1e-9...1, width, "bin width")
        guard (1...Self.maximumBins).contains(bins) else {
            throw .tooMany("bins", allowed: Self.maximumBins)
        }
        let law = try PowerImpact(prefactor: 1, volatility: 1, volume: 1, exponent: exponent)
        let ticks = width * Double(profile.referenceTick)
        try self.init(
            shapes: (0...bins).map { bin in
                let distance = Int((Double(bin) * ticks).rounded(.down))
                return ImpactLaw.power(law)
                    .move(ofSelling: profile.liquidatable(side, within: distance))
            })
    }

    /// The fall of one scenario, in bins: one look-up after another.
    package func fall(shock: Double, scale: Double) -> Double {
        var fall = shock
        var bin = -1
        while true {
            let next = place(fall)
            if next == bin { return fall }
            bin = next
            fall = shock + scale * shapes[bin]
        }
    }

    /// The place of the table for a fall.
    func place(_ fall: Double) -> Int { Int(min(max(fall, 0), Double(last))) }
}
