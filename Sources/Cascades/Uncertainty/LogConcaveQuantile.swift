#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Where a distribution function reaches a probability, if its logarithm bends downwards everywhere.
///
/// A line that touches such a curve lies above it, so that Newton's steps from below the place never pass it:
/// each comes nearer, and no bounds are needed. The gamma distribution is of this kind over the logarithm of
/// its values, the beta distribution over the logarithm of their odds, whatever the parameters.
///
/// - Complexity: about ten evaluations, many more only from a start that lies far off.
/// - Source: Bagnoli and Bergstrom, *Log-Concave Probability and its Applications*, 2005, theorem 1: where a
///   density is log-concave, so is the distribution function.
enum LogConcaveQuantile {
    private static let mostSteps = 200

    /// The place of a probability above zero and below one.
    ///
    /// - Input: `start`, a place at or below the one that is sought; `curve`, the distribution function and its
    ///   slope there.
    static func find(
        _ probability: Double, from start: Double,
        _ curve: (Double) -> (lower: Double, slope: Double)
    ) -> Double {
        var place = start
        for _ in 0..<mostSteps {
            let (lower, slope) = curve(place)
            let step = (log(probability) - log(lower)) * lower / slope
            // What is left below a rounding has no direction.
            guard step.isFinite, step > 1e-16 * max(1, abs(place)) else { break }
            place += step
        }
        return place
    }
}
