internal import Series

/// The price of the time-stepped cascade: the move from outside, noise, and what is left of all forced
/// flow by the law.
///
/// The law is applied to the flow that is left, `I(sum G(t - u) q_u / D_u)`, and not to each flow by
/// itself: for a linear law that is the propagator's sum, and for a concave one many small orders move
/// the price as one large order does.
struct PricePath {
    private let plan: CascadePlan
    private let rests: [Double]
    private var flows: [(step: Int, size: Double)] = []
    private var left = 0.0
    private var random: DeterministicGenerator
    private var wander = 0.0
    private var depth: DepthDynamics.State
    private var lastMove = 0.0
    private var step = 0
    private let isPermanent: Bool

    init(_ plan: CascadePlan) {
        self.plan = plan
        isPermanent = plan.propagator.exponent == 0
        rests =
            isPermanent
            ? []
            : (0...plan.outside.count).map {
                plan.propagator.rest(after: Double($0) * plan.stepSeconds)
            }
        random = DeterministicGenerator(seed: plan.seed)
        depth = DepthDynamics.State(plan.depth)
    }

    /// Depth as a share of the calm one.
    var depthShare: Double { depth.share }

    /// Begins a step: noise, and what the last move did to the book.
    mutating func begin(_ step: Int) {
        self.step = step
        if !isPermanent {
            left = flows.reduce(0) { $0 + $1.size * rests[step - $1.step] }
        }
        if plan.noise > 0 {
            wander +=
                plan.noise * plan.stepSeconds.squareRoot()
                * NormalPair(bits: random.next()).cosine
        }
        let move = self.move(selling: 0)
        if step > 0 { depth.take(move - lastMove, over: plan.stepSeconds) }
        lastMove = move
    }

    /// The price in ticks if so many dollars more were sold now.
    func tick(selling notional: Double) -> Int {
        let reference = Double(plan.units.referenceTick)
        let ticks = (reference - (move(selling: notional) * reference).rounded())
        let most = reference * Double(CascadeUnits.maximumRise)
        return Int(min(max(ticks, 1), most))
    }

    /// Takes the step's flow in.
    mutating func sell(_ notional: Double) {
        guard notional != 0 else { return }
        let size = notional / depth.share
        left += size
        if !isPermanent { flows.append((step, size)) }
    }

    private func move(selling notional: Double) -> Double {
        plan.outside[step] + wander
            + plan.law.move(ofSelling: left + notional / depth.share)
    }
}
