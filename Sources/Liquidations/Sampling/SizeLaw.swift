#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How large orders are: log-normal, with a middle that moves with the logarithm of the intensity.
///
/// Sizes are in logarithms of US dollars; heavy tails beyond the log-normal are not in it.
struct SizeLaw: Hashable {
    /// The mean logarithm where the intensity is at its centre.
    let middle: Double
    /// How much the mean logarithm rises when the logarithm of the intensity rises by one.
    let slope: Double
    /// The standard deviation of the logarithm, above zero.
    let spread: Double

    /// The logarithm of the density of a logarithm of size.
    func logDensity(_ size: Double, at intensity: Double) -> Double {
        let score = self.score(size, at: intensity)
        return -score * score / 2 - log(spread) - 0.918_938_533_204_672_74
    }

    /// The probability of a larger one.
    func upper(_ size: Double, at intensity: Double) -> Double {
        erfc(score(size, at: intensity) / 2.0.squareRoot()) / 2
    }

    /// The logarithm of size that lies a number of standard deviations from the middle.
    func size(_ score: Double, at intensity: Double) -> Double {
        middle + slope * intensity + spread * score
    }

    private func score(_ size: Double, at intensity: Double) -> Double {
        (size - middle - slope * intensity) / spread
    }
}
