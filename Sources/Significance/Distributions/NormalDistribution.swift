#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The standard normal distribution.
///
/// - Source: the error function of the C library; quantiles by Newton's method on the logarithm of
///   the tail from the approximation 26.2.23 of Abramowitz and Stegun, *Handbook of Mathematical
///   Functions*.
/// - Checked against: mpmath with 50 digits to the 1e-300 tail, relative 1e-12,
///   `Fixtures/Significance/normal.csv`.
package enum NormalDistribution {
    /// The density at a number of standard deviations.
    package static func density(_ value: Double) -> Double {
        exp(-value * value / 2 - GammaFunction.halfLogTwoPi)
    }

    /// The probability of at most `value` standard deviations; keeps its digits far to the left.
    package static func lower(_ value: Double) -> Double {
        erfc(-value / 2.0.squareRoot()) / 2
    }

    /// The probability of at least `value` standard deviations; keeps its digits far to the right.
    package static func upper(_ value: Double) -> Double { lower(-value) }

    /// The number of standard deviations below which a share of the probability lies.
    ///
    /// Infinite at zero and one, NaN outside.
    package static func quantile(_ probability: Double) -> Double {
        guard probability > 0, probability < 1 else {
            return probability == 0 ? -.infinity : probability == 1 ? .infinity : .nan
        }
        guard probability <= 0.5 else { return -quantile(1 - probability) }
        let start = roughQuantile(probability)
        // Between, the distance from the middle is what has few digits; outside, the tail is.
        return probability > 0.25
            ? central(0.5 - probability, from: start) : tail(probability, from: start)
    }

    /// Within 0.00045 of the quantile of a probability of at most a half.
    private static func roughQuantile(_ probability: Double) -> Double {
        let distance = (-2 * log(probability)).squareRoot()
        let above = (0.010328 * distance + 0.802853) * distance + 2.515517
        let below = ((0.001308 * distance + 0.189269) * distance + 1.432788) * distance + 1
        return above / below - distance
    }

    private static func central(_ distance: Double, from start: Double) -> Double {
        (0..<4).reduce(start) { value, _ in
            let found = erf(-value / 2.0.squareRoot()) / 2
            return value + (found - distance) / density(value)
        }
    }

    private static func tail(_ probability: Double, from start: Double) -> Double {
        (0..<4).reduce(start) { value, _ in
            let found = lower(value)
            return value - log(found / probability) * found / density(value)
        }
    }
}
