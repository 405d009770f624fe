package import Market

/// What a further fall to a level sets off: "if it breaks, so many dollars are liquidatable and take
/// the price so much further".
///
/// - Unit: dollars; ratios of the price before.
/// - Degenerate case: a level on the wrong side of the price throws `outOfRange`.
/// - Checked against: the published equilibria, `CascadeBreakTests`.
package struct CascadeBreak: Hashable, Sendable {
    /// The level in ticks.
    package let tick: Int
    /// What is liquidated on the way there.
    package let liquidatable: Double
    /// What is liquidated once the fall has come to rest.
    package let liquidated: Double
    /// How far beyond the level forced selling takes the price.
    package let extraMove: Double
    /// The gain at the level.
    package let gain: Double

    /// A move from the reference price to a level, then left to itself.
    package init(
        of profile: BreachProfile, side: PositionSide = .long, at tick: Int,
        law: ImpactLaw, window: Double = CascadeEquilibrium.usualWindow
    ) throws(CascadeError) {
        let distance = side == .long ? profile.referenceTick - tick : tick - profile.referenceTick
        guard distance >= 0, tick >= 0 else { throw .outOfRange("level") }
        let shock = Double(distance) / Double(profile.referenceTick)
        let found = try CascadeEquilibrium(
            profile: profile, side: side, shock: shock, law: law, window: window)
        let map = CascadeMap(profile: profile, side: side, shock: shock, law: law)
        self.tick = tick
        liquidatable = profile.liquidatable(side, at: tick)
        liquidated = found.greatest.liquidated
        extraMove = found.forcedMove
        gain = GainScan(map: map, window: window).gain(at: distance)
    }
}
