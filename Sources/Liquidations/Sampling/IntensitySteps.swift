#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How the level of intensity moves from one second to the next.
struct IntensitySteps {
    /// How much less probable each further level is, within (0, 1).
    let fall: Double
    /// The probability of a jump to any level.
    let jump: Double
    /// One over the sum of falls from a level to every level, which is two geometric series.
    let weights: [Double]
    private let powers: [Double]

    /// - Parameters:
    ///   - wander: The scale of the steps of the logarithm from second to second, above zero.
    ///   - jump: The probability of a jump in a second, within (0, 1).
    init(wander: Double, jump: Double) {
        let count = IntensityChain.levels.count
        let fall = exp(-IntensityChain.spacing / wander)
        self.fall = fall
        self.jump = jump
        var powers = [1.0]
        for level in 0..<count { powers.append(powers[level] * fall) }
        weights = (0..<count).map { level in
            (1 - fall) / (1 + fall - powers[level + 1] - powers[count - level])
        }
        self.powers = powers
    }

    /// The probability of a step from one level to another.
    func probability(from level: Int, to next: Int) -> Double {
        let local = weights[level] * powers[abs(next - level)]
        return (1 - jump) * local + jump / Double(IntensityChain.levels.count)
    }
}
