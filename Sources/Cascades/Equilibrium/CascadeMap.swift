internal import Market

/// One turn of the feedback: from how far the price is to how far what that liquidates takes it.
///
/// Order-preserving in whole ticks: the sum rises with the distance, the law with the sum, and
/// rounding keeps the order.
struct CascadeMap {
    let profile: BreachProfile
    let side: PositionSide
    let law: ImpactLaw
    private let shock: Double

    init(
        profile: BreachProfile, side: PositionSide, shock: Double, law: ImpactLaw
    ) {
        self.profile = profile
        self.side = side
        self.shock = shock
        self.law = law
    }

    /// How many ticks the shock and a sale of so many dollars move the price.
    func distance(selling notional: Double) -> Int {
        let ticks = (shock + law.move(ofSelling: notional)) * Double(profile.referenceTick)
        let most = side == .long ? profile.referenceTick : BreachProfile.maximumTick
        // A law can be infinite; the most the price can do is not.
        return ticks < Double(most) ? Int(ticks.rounded()) : most
    }

    /// The equilibrium reached from a distance on one side of it.
    func settled(from start: Int) -> Int {
        var distance = start
        while true {
            let next = self.distance(selling: profile.liquidatable(side, within: distance))
            if next == distance { return distance }
            distance = next
        }
    }

    /// A distance in the words of a result.
    func rest(at distance: Int) -> CascadeEquilibrium.Rest {
        let tick = profile.tick(side, after: distance)
        return CascadeEquilibrium.Rest(
            tick: tick, price: Double(tick) * profile.tickSize,
            move: Double(distance) / Double(profile.referenceTick),
            liquidated: profile.liquidatable(side, within: distance), distance: distance)
    }
}
