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
    /// How far apart two levels are.
    static let spacing = log(400.0 * 300) / 47

    /// The logarithm of the probability of all that was seen.
    let logLikelihood: Double
    private let filtered: [Double]
    private let steps: IntensitySteps

    /// Filters.
    ///
    /// - Parameters:
    ///   - sights: The probability of what was seen of each second at each level, one second after
    ///     another, each second up to a factor of its own.
    ///   - steps: How the level moves.
    init(_ sights: [Double], _ steps: IntensitySteps) {
        let count = Self.levels.count
        self.steps = steps
        var filter = IntensityFilter(steps)
        var filtered: [Double] = []
        filtered.reserveCapacity(sights.count)
        for start in stride(from: 0, to: sights.count, by: count) {
            if start > 0 { filter.advance() }
            filter.see(sights, from: start)
            filtered += filter.now
        }
        self.filtered = filtered
        logLikelihood = filter.logLikelihood
    }

    /// One path of levels, drawn from its law given all that was seen.
    func path(_ random: inout DeterministicGenerator) -> [Int] {
        let count = Self.levels.count
        let seconds = filtered.count / count
        var path = [Int](repeating: 0, count: seconds)
        var probabilities = [Double](repeating: 0, count: count)
        let moves = (0..<count).map { next in
            (0..<count).map { steps.probability(from: $0, to: next) }
        }
        for second in (0..<seconds).reversed() {
            let start = second * count
            for level in 0..<count { probabilities[level] = filtered[start + level] }
            if second + 1 < seconds {
                let move = moves[path[second + 1]]
                for level in 0..<count { probabilities[level] *= move[level] }
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
