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

    /// The density of a logarithm of size at each level of intensity, the most probable at one.
    ///
    /// Neighbours differ by a factor that itself changes by a constant factor, so that the exponential is
    /// taken three times, not once a level.
    ///
    /// - Returns: The logarithm of the factor taken out.
    func fillDensities(of size: Double, _ row: inout [Double]) -> Double {
        let step = slope * IntensityChain.spacing / spread
        let first = score(size, at: IntensityChain.levels[0])
        // Level by level the score falls by `step`; it is nearest to zero there.
        let nearest = (first / step).rounded()
        let top = step == 0 || !(nearest > 0) ? 0 : Int(min(nearest, Double(row.count - 1)))
        let peak = score(size, at: IntensityChain.levels[top])
        let change = exp(-step * step)
        let count = row.count
        var row = row.mutableSpan
        row[top] = 1
        var (density, ratio) = (1.0, exp(peak * step - step * step / 2))
        for level in (top + 1)..<max(count, top + 1) {
            density *= ratio
            ratio *= change
            row[level] = density
        }
        (density, ratio) = (1.0, exp(-peak * step - step * step / 2))
        for level in (0..<top).reversed() {
            density *= ratio
            ratio *= change
            row[level] = density
        }
        return -peak * peak / 2 - log(spread) - 0.918_938_533_204_672_74
    }
}
