#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How the depth of the book shrinks when the price becomes wild, and comes back.
///
/// The level it goes to, `Dbar`, is the calm depth times `(calm volatility / realised
/// volatility)^elasticity`, no more than the calm depth and no less than the floor. Depth flees to a
/// lower level at once and returns to a higher one by `dD = recovery (Dbar - D) dt`. In October 2025 depth on key venues fell by more than nine tenths (FTI, cited), which is the
/// reason for the floor.
///
/// - Unit: depth as a share of the calm one; volatility a root second; seconds.
/// - Degenerate case: `steady` never changes.
package struct DepthDynamics: Hashable, Sendable {
    /// A depth that never changes.
    package static let steady = DepthDynamics()

    /// The speed of return, a second.
    package let recovery: Double
    /// Calm volatility, the deviation of a return over one second.
    package let calmVolatility: Double
    /// How the depth follows volatility; zero for not at all.
    package let elasticity: Double
    /// The least share of the calm depth.
    package let floor: Double
    /// Over how many seconds volatility is measured, as the mean age of a return.
    package let memory: Double

    /// Dynamics; the volatility and the memory are above zero.
    package init(
        recovery: Double, calmVolatility: Double, elasticity: Double = 1, floor: Double = 0.08,
        memory: Double = 60
    ) throws(CascadeError) {
        try CascadeError.within(0...1e6, recovery, "recovery")
        try CascadeError.positive(calmVolatility, "calm volatility")
        try CascadeError.within(0...10, elasticity, "elasticity")
        try CascadeError.within(1e-6...1, floor, "depth floor")
        try CascadeError.positive(memory, "memory")
        self.recovery = recovery
        self.calmVolatility = calmVolatility
        self.elasticity = elasticity
        self.floor = floor
        self.memory = memory
    }

    private init() {
        (recovery, calmVolatility, elasticity, floor, memory) = (0, 1, 0, 1, 1)
    }

    /// Depth and volatility at a moment.
    struct State {
        private(set) var share = 1.0
        private var variance: Double
        private let dynamics: DepthDynamics

        init(_ dynamics: DepthDynamics) {
            self.dynamics = dynamics
            variance = dynamics.calmVolatility * dynamics.calmVolatility
        }

        /// Takes in the return of a step.
        mutating func take(_ move: Double, over seconds: Double) {
            guard dynamics.elasticity > 0 else { return }
            let keep = exp(-seconds / dynamics.memory)
            variance = keep * variance + (1 - keep) * move * move / seconds
            let calm = dynamics.calmVolatility / variance.squareRoot()
            let target = min(1, max(dynamics.floor, pow(calm, dynamics.elasticity)))
            share =
                target < share
                ? target : target + (share - target) * exp(-dynamics.recovery * seconds)
        }
    }
}
