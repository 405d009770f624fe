internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How many orders a second there were, as a chain of levels from second to second.
///
/// The logarithm of the rate stands on one of `levels`. Most seconds it wanders to a near level, with
/// probabilities that fall off exponentially; now and then it jumps to any. So a cascade may begin at
/// once and die down slowly, and no second is tied to what came long before.
///
/// - Complexity: seconds times levels, for the filter and for each path drawn.
/// - Source: Rabiner, *A Tutorial on Hidden Markov Models*, 1989; drawing paths: Frühwirth-Schnatter, *Data
///   Augmentation and Dynamic Linear Models*, 1994.
/// - Checked against: the sum over every path of a short chain, `IntensityChainTests`.
struct IntensityChain {
    /// Logarithms of rates, in orders a second: from one in five minutes to four hundred.
    static let levels: [Double] = (0..<48).map { log(1.0 / 300) + Double($0) * spacing }
    /// The rates themselves.
    static let rates: [Double] = levels.map { exp($0) }
    private static let spacing = log(400.0 * 300) / 47

    /// The logarithm of the probability of all that was seen.
    private(set) var logLikelihood = 0.0
    private var filtered: [Double]
    private let fall: Double
    private let weights: [Double]
    private let jump: Double

    /// Filters.
    ///
    /// - Parameters:
    ///   - sights: The probability of what was seen of each second at each level, one second after
    ///     another, each second up to a factor of its own.
    ///   - wander: The scale of the steps of the logarithm from second to second, above zero.
    ///   - jump: The probability of a jump in a second, within (0, 1).
    init(_ sights: [Double], wander: Double, jump: Double) {
        let count = Self.levels.count
        let fall = exp(-Self.spacing / wander)
        self.fall = fall
        self.jump = jump
        // One over the sum of falls to every level, which are two geometric series.
        weights = (0..<count).map { level in
            let ends = pow(fall, Double(level + 1)) + pow(fall, Double(count - level))
            return (1 - fall) / (1 + fall - ends)
        }
        filtered = sights
        var now = [Double](repeating: 1 / Double(count), count: count)
        var spread = now
        for start in stride(from: 0, to: sights.count, by: count) {
            if start > 0 { step(&now, &spread) }
            var sum = 0.0
            for level in 0..<count {
                now[level] *= sights[start + level]
                sum += now[level]
            }
            // Nothing is impossible but what rounds to nothing.
            guard sum > 0 else {
                logLikelihood = -.infinity
                return
            }
            for level in 0..<count {
                now[level] /= sum
                filtered[start + level] = now[level]
            }
            logLikelihood += log(sum)
        }
    }

    /// One second on: two passes give every sum of exponentially falling weights.
    private func step(_ now: inout [Double], _ spread: inout [Double]) {
        let count = now.count
        for level in 0..<count { now[level] *= weights[level] }
        var carried = 0.0
        for level in 0..<count {
            carried = carried * fall + now[level]
            spread[level] = carried
        }
        carried = 0
        for level in (0..<count).reversed() {
            spread[level] += carried
            carried = (carried + now[level]) * fall
        }
        let floor = jump / Double(count)
        for level in 0..<count { now[level] = (1 - jump) * spread[level] + floor }
    }

    /// One path of levels, drawn from its law given all that was seen.
    func path(_ random: inout DeterministicGenerator) -> [Int] {
        let count = Self.levels.count
        let seconds = filtered.count / count
        var path = [Int](repeating: 0, count: seconds)
        var powers = [1.0]
        for _ in 1..<count { powers.append((powers.last ?? 0) * fall) }
        var probabilities = [Double](repeating: 0, count: count)
        for second in (0..<seconds).reversed() {
            let start = second * count
            for level in 0..<count { probabilities[level] = filtered[start + level] }
            if second + 1 < seconds {
                let next = path[second + 1]
                for level in 0..<count {
                    let local = weights[level] * powers[abs(next - level)]
                    probabilities[level] *= (1 - jump) * local + jump / Double(count)
                }
            }
            path[second] = Self.drawn(probabilities, &random)
        }
        return path
    }

    private static func drawn(
        _ probabilities: [Double], _ random: inout DeterministicGenerator
    ) -> Int {
        var left = random.nextUnit() * probabilities.reduce(0, +)
        for (level, probability) in probabilities.enumerated() {
            left -= probability
            if left < 0 { return level }
        }
        return probabilities.lastIndex { $0 > 0 } ?? 0
    }
}
