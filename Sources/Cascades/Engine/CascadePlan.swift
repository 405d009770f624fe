/// Everything about a time-stepped cascade but the accounts.
///
/// - Unit: the outside move is the fall so far as a ratio of the price before, one entry a step;
///   volatility a root second.
///
/// A class that never changes, for its size: handing a structure of more than 128 bytes out of an
/// initialiser that throws goes wrong in release builds of Swift 6.3.1, where the copy at the end
/// leaves the error register as it found it used.
package final class CascadePlan: Sendable {
    /// The most steps.
    package static let maximumSteps = 20_000

    /// What ticks and lots are worth.
    package let units: CascadeUnits
    /// How far the price falls by itself, up to each step.
    package let outside: [Double]
    /// Seconds a step.
    package let stepSeconds: Double
    /// The deviation of the price's own noise over one second.
    package let noise: Double
    /// How the price gives way.
    package let law: ImpactLaw
    /// How that fades.
    package let propagator: Propagator
    /// How the book thins.
    package let depth: DepthDynamics
    /// What the venue does.
    package let rule: VenueRule
    /// The insurance fund's money at the start, in quanta.
    package let fund: Int
    /// What the noise follows from.
    package let seed: UInt64

    /// A plan.
    package init(
        units: CascadeUnits, outside: [Double], stepSeconds: Double, noise: Double = 0,
        law: ImpactLaw, propagator: Propagator = .permanent, depth: DepthDynamics = .steady,
        rule: VenueRule, fund: Int, seed: UInt64
    ) throws(CascadeError) {
        guard !outside.isEmpty else { throw .outOfRange("steps") }
        guard outside.count <= Self.maximumSteps else {
            throw .tooMany("steps", allowed: Self.maximumSteps)
        }
        for move in outside { try CascadeError.within(-10...1, move, "outside move") }
        try CascadeError.positive(stepSeconds, "step")
        try CascadeError.within(0...1, noise, "noise")
        guard (0..<(1 << 60)).contains(fund) else { throw .outOfRange("fund") }
        self.units = units
        self.outside = outside
        self.stepSeconds = stepSeconds
        self.noise = noise
        self.law = law
        self.propagator = propagator
        self.depth = depth
        self.rule = rule
        self.fund = fund
        self.seed = seed
    }
}
