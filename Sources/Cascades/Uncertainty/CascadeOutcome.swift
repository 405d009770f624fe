/// What one draw came to, the profile left behind.
struct CascadeOutcome: Sendable {
    let decay: Double
    /// By law, in the order of the setting's.
    let worlds: [CascadeWorld]
    /// The value of every unknown, in their order.
    let values: [Double]

    init(_ draw: CascadeDraw, _ observation: CascadeObservation?, _ setting: CascadeSetting) {
        decay = draw[.decay]
        values = CascadePriors.Unknown.allCases.map { draw[$0] }
        worlds = setting.laws.map {
            CascadeWorld(draw, $0, observation, setting)
        }
    }
}
