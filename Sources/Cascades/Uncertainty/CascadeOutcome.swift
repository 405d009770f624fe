/// What one draw came to, the profile left behind.
struct CascadeOutcome: Sendable {
    let shock: Double
    let decay: Double
    /// By law: the fall, what is liquidated there, and how likely what was seen is.
    let byLaw: [(fall: Double, liquidated: Double, likelihood: Double)]
    /// The value of every unknown, in their order.
    let values: [Double]

    init(_ draw: CascadeDraw, byLaw: [(fall: Double, likelihood: Double)]) {
        shock = draw[.shock]
        decay = draw[.decay]
        values = CascadePriors.Unknown.allCases.map { draw[$0] }
        self.byLaw = byLaw.map { ($0.fall, draw.liquidated(at: $0.fall), $0.likelihood) }
    }
}
