#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How far a Brownian bridge strays from zero, on either side.
///
/// It is what the largest partial sum of deviations from the mean tends to where nothing changed.
///
/// - Source: Kolmogorov, *Sulla determinazione empirica di una legge di distribuzione*, 1933; below 1.1
///   the same function in its other form, by Jacobi's theta identity, where the first converges slowly.
/// - Checked against: `scipy.special.kolmogorov` within 1e-13 and, in the tail, relative 1e-12,
///   `Fixtures/Onset/kolmogorov.csv`.
package enum KolmogorovDistribution {
    /// The probability of straying at least this far: one at zero and below, falling; NaN of NaN.
    package static func upper(_ distance: Double) -> Double {
        guard distance > 0 else { return distance.isNaN ? .nan : 1 }
        return distance < 1.1 ? 1 - lowerNear(distance) : upperFar(distance)
    }

    /// `2 sum (-1)^(j - 1) exp(-2 j^2 x^2)`; the fifth term is below 1e-26 of the first.
    private static func upperFar(_ distance: Double) -> Double {
        (1...5).reversed().reduce(0.0) { sum, term in
            let size = 2 * exp(-2 * Double(term * term) * distance * distance)
            return term % 2 == 1 ? sum + size : sum - size
        }
    }

    /// `sqrt(2 pi) / x sum exp(-(2j - 1)^2 pi^2 / (8 x^2))`.
    private static func lowerNear(_ distance: Double) -> Double {
        let rate = Double.pi * Double.pi / 8 / (distance * distance)
        let sum = [7.0, 5, 3, 1].reduce(0.0) { $0 + exp(-$1 * $1 * rate) }
        return sum == 0 ? 0 : (2 * Double.pi).squareRoot() / distance * sum
    }
}
