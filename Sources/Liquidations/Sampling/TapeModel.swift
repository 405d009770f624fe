internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How probable a published tape is under a law of sizes and a chain of intensities.
///
/// Parameters, in this order: the middle, slope and logarithm of the spread of sizes, the logarithm of the
/// wandering of the intensity and the logit of the probability of a jump.
struct TapeModel {
    private typealias Sighting = (second: Int, size: Double, age: Double?)

    private let sightings: [Sighting]
    private let rule: SamplingRegime.Rule
    private let count: Int
    private let centre: Double
    private let emptySights: [Double]
    /// What each sighting says of its level but for its size, one after another, each up to a factor.
    private let numbers: [Double]

    /// Reads a tape that has at least one order.
    init(_ tape: PublishedTape) {
        sightings = tape.seconds.enumerated().compactMap { second, sighting in
            sighting.map { (second: second, size: log($0.dollars), age: $0.age) }
        }
        rule = tape.rule
        count = tape.seconds.count
        // With a half added, so that a tape without an empty second has a finite rate.
        centre = log(-log1p(-Double(sightings.count) / (Double(count) + 0.5)))
        emptySights = IntensityChain.rates.map { exp(-$0) }
        numbers = sightings.flatMap { [rule] in Self.numbers($0, rule) }
    }

    /// How probable the age of an order is at each level, the most probable at one.
    private static func numbers(_ sighting: Sighting, _ rule: SamplingRegime.Rule) -> [Double] {
        let logarithms = zip(IntensityChain.levels, IntensityChain.rates).map { intensity, rate in
            if rule == .largestPerSecond { return intensity }
            return sighting.age.map { intensity - rate * $0 } ?? log(-expm1(-rate))
        }
        let most = logarithms.max() ?? 0
        return logarithms.map { exp($0 - most) }
    }

    /// The law of sizes that parameters stand for.
    private func law(_ parameters: [Double]) -> SizeLaw {
        SizeLaw(
            middle: parameters[0] - parameters[1] * centre, slope: parameters[1],
            spread: exp(parameters[2]))
    }

    private static func steps(_ parameters: [Double]) -> IntensitySteps {
        IntensitySteps(wander: exp(parameters[3]), jump: 1 / (1 + exp(-parameters[4])))
    }

    /// What is seen of each second in turn, and the logarithm of the factors taken out of it.
    private func forEachSecond(
        _ parameters: [Double], _ see: (_ second: Int, _ sights: [Double]) -> Void
    ) -> Double {
        let law = law(parameters)
        var row = [Double](repeating: 0, count: IntensityChain.levels.count)
        var factors = CompensatedSum()
        var next = 0
        for second in 0..<count {
            guard next < sightings.count, sightings[next].second == second else {
                see(second, emptySights)
                continue
            }
            factors.add(sights(of: next, law, &row))
            see(second, row)
            next += 1
        }
        return factors.value
    }

    /// The density of an order at each level, and the logarithm of the factor taken out.
    private func sights(of place: Int, _ law: SizeLaw, _ row: inout [Double]) -> Double {
        let factor = law.fillDensities(of: sightings[place].size, &row)
        let start = place * row.count
        for level in row.indices { row[level] *= numbers[start + level] }
        if rule == .largestPerSecond {
            for level in row.indices where row[level] > 0 {
                let upper = law.upper(sightings[place].size, at: IntensityChain.levels[level])
                row[level] *= exp(-IntensityChain.rates[level] * upper)
            }
        }
        return factor
    }

    /// The logarithm of the density of parameters given the tape, up to a constant.
    ///
    /// Weak prior laws keep what the tape cannot tell within reason: the slope about zero with a deviation
    /// of a half, the logarithm of the spread about 0.4 with 0.7, the wandering about 0.15 with a factor
    /// of two, the probability of a jump about one in fifty with a factor of e.
    func logDensity(_ parameters: [Double]) -> Double {
        guard abs(parameters[2]) < 3, abs(parameters[3]) < 5, abs(parameters[4]) < 12 else {
            return -.infinity
        }
        var filter = IntensityFilter(Self.steps(parameters))
        let factors = forEachSecond(parameters) { second, sights in
            if second > 0 { filter.advance() }
            filter.see(sights)
        }
        let prior =
            Self.normal(parameters[1], 0, 0.5) + Self.normal(parameters[2], 0.4, 0.7)
            + Self.normal(parameters[3], -1.9, 0.7) + Self.normal(parameters[4], -4, 1)
        return filter.logLikelihood + factors + prior
    }

    private static func normal(_ value: Double, _ mean: Double, _ deviation: Double) -> Double {
        -(value - mean) * (value - mean) / (2 * deviation * deviation)
    }

    /// Where a walk begins, and its first steps.
    var beginning: (point: [Double], steps: [Double]) {
        let sizes = sightings.map(\.size)
        let mean = sizes.compensatedSum / Double(sizes.count)
        let variance = sizes.map { ($0 - mean) * ($0 - mean) }.compensatedSum / Double(sizes.count)
        let spread = max(variance.squareRoot(), 0.05)
        let step = spread / Double(sizes.count).squareRoot()
        return ([mean, 0, log(spread), -1.9, -4], [step, 0.03, step / spread, 0.15, 0.3])
    }

    /// Dollars that were not published, drawn from their law given the tape and parameters: one number
    /// for each path of the intensity, of which `paths` are drawn.
    func hiddenUSD(
        _ parameters: [Double], paths: Int, _ random: inout DeterministicGenerator
    ) -> [Double] {
        let law = law(parameters)
        var sights: [Double] = []
        sights.reserveCapacity(count * IntensityChain.levels.count)
        _ = forEachSecond(parameters) { sights += $1 }
        let steps = Self.steps(parameters)
        let chain = IntensityChain(sights, steps)
        return (0..<paths).map { _ in
            let path = chain.path(&random)
            var hidden = CompensatedSum()
            for sighting in sightings {
                hidden.add(hiddenUSD(beside: sighting, level: path[sighting.second], law, &random))
            }
            return hidden.value
        }
    }

    private func hiddenUSD(
        beside sighting: Sighting, level: Int, _ law: SizeLaw,
        _ random: inout DeterministicGenerator
    ) -> Double {
        let arrivals = arrivals(IntensityChain.rates[level], sighting.age, &random)
        var dollars = 0.0
        for _ in 0..<arrivals {
            let size = law.size(random.nextNormal(), at: IntensityChain.levels[level])
            // Under the rule of the largest, those that were larger did not happen.
            if rule == .latestPerSecond || size < sighting.size { dollars += exp(size) }
        }
        return dollars
    }

    /// How many came that are not published, or might have come where the largest is.
    private func arrivals(
        _ rate: Double, _ age: Double?, _ random: inout DeterministicGenerator
    ) -> Int {
        guard rule == .latestPerSecond else { return random.nextPoisson(mean: rate) }
        // Of an unknown age one is drawn: exponential, cut off at the length of the second.
        let drawn = age ?? -log1p(random.nextUnit() * expm1(-rate)) / rate
        return random.nextPoisson(mean: rate * (1 - drawn))
    }
}
