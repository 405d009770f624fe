#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What is known of the level of intensity, second by second, from what was seen so far.
///
/// - Complexity: levels for each second; nothing is allocated after the start.
/// - Source and checks: `IntensityChain`, which is this filter with a memory.
struct IntensityFilter {
    /// The probability of each level.
    private(set) var now: [Double]
    /// The logarithm of the probability of all that was seen; `-infinity` from the impossible on.
    private(set) var logLikelihood = 0.0
    private var spread: [Double]
    private var falling: [Double]
    private let steps: IntensitySteps

    /// Before anything was seen: every level is as probable.
    init(_ steps: IntensitySteps) {
        let count = IntensityChain.levels.count
        self.steps = steps
        now = [Double](repeating: 1 / Double(count), count: count)
        spread = now
        falling = now
    }

    /// One second on: two passes, one up and one down, give every sum of exponentially falling weights.
    mutating func advance() { Self.advance(&now, &spread, &falling, steps) }

    private static func advance(
        _ now: inout [Double], _ spread: inout [Double], _ falling: inout [Double],
        _ steps: IntensitySteps
    ) {
        let count = now.count
        let (fall, jump) = (steps.fall, steps.jump)
        let weights = steps.weights.span
        var now = now.mutableSpan
        var spread = spread.mutableSpan
        var falling = falling.mutableSpan
        for level in 0..<count { now[level] *= weights[level] }
        var up = 0.0
        var down = 0.0
        for level in 0..<count {
            let mirrored = count - 1 - level
            up = up * fall + now[level]
            spread[level] = up
            falling[mirrored] = down
            down = (down + now[mirrored]) * fall
        }
        let floor = jump / Double(count)
        for level in 0..<count {
            now[level] = (1 - jump) * (spread[level] + falling[level]) + floor
        }
    }

    /// Takes in the probability of what was seen at each level: `sights` from place `start` on, up to a factor.
    mutating func see(_ sights: [Double], from start: Int = 0) {
        var now = now.mutableSpan
        let sights = sights.span
        var sum = 0.0
        for level in 0..<now.count {
            now[level] *= sights[start + level]
            sum += now[level]
        }
        // Nothing is impossible but what rounds to nothing.
        guard sum > 0 else {
            logLikelihood = -.infinity
            return
        }
        let scale = 1 / sum
        for level in 0..<now.count { now[level] *= scale }
        logLikelihood += log(sum)
    }
}
