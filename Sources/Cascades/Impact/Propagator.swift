#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How much of a trade's impact is left after a while: `G(t) = (1 + t / t0)^-b`.
///
/// Forced sales say nothing about what a coin is worth, so their impact is expected to fade; the part
/// that is gone after an hour or a day is the rebound that the model predicts, and can be wrong
/// about.
///
/// - Unit: seconds; the rest as a ratio of the first impact.
/// - Range: one at the start, falling to zero; one for ever where the exponent is zero.
/// - Source: Bouchaud and others, *Fluctuations and Response in Financial Markets*, 2004; exponents
///   of 0.2 to 0.5.
/// - Checked against: four published points, `PropagatorTests`.
package struct Propagator: Hashable, Sendable {
    /// A trade: when, and its impact at once.
    package struct Push: Hashable, Sendable {
        /// Seconds from any start.
        package let time: Double
        /// The impact at that time.
        package let impact: Double

        /// An impact at a time.
        package init(time: Double, impact: Double) {
            self.time = time
            self.impact = impact
        }
    }

    /// An impact that stays.
    package static let permanent = Propagator()

    /// `t0`, above zero.
    package let seconds: Double
    /// `b`, zero or more.
    package let exponent: Double

    /// A decay by its time scale and its exponent.
    package init(seconds: Double, exponent: Double) throws(CascadeError) {
        try CascadeError.positive(seconds, "decay time")
        try CascadeError.within(0...10, exponent, "decay exponent")
        self.seconds = seconds
        self.exponent = exponent
    }

    private init() {
        (seconds, exponent) = (1, 0)
    }

    /// What is left of an impact after so many seconds; none before it was.
    package func rest(after time: Double) -> Double {
        guard time >= 0 else { return 0 }
        return exponent == 0 ? 1 : pow(1 + time / seconds, -exponent)
    }

    /// The sum of what is left of every push at a time.
    package func displacement(of pushes: [Push], at time: Double) -> Double {
        pushes.reduce(0) { $0 + $1.impact * rest(after: time - $1.time) }
    }
}
