internal import Significance

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What is held about an unknown before the data: a distribution by its quantiles.
///
/// - Checked against: scipy, `Fixtures/Cascades/quantiles.csv`.
package enum PriorLaw: Hashable, Sendable {
    /// Known.
    case fixed(Double)
    /// As likely anywhere between.
    case uniform(Double, Double)
    /// As likely in every equal ratio between; both above zero.
    case logUniform(Double, Double)
    /// Normal, cut off below.
    case normal(mean: Double, deviation: Double, above: Double)
    /// The logarithm normal: the median, and the deviation of the logarithm.
    case logNormal(median: Double, deviation: Double)
    /// Beta with two whole parameters.
    case beta(Int, Int)
    /// Gamma by shape and scale.
    case gamma(shape: Double, scale: Double)

    /// The value below which a probability lies, above zero and below one.
    package func quantile(_ probability: Double) -> Double {
        switch self {
        case .fixed(let value): return value
        case .uniform(let low, let high): return low + (high - low) * probability
        case .logUniform(let low, let high): return low * pow(high / low, probability)
        case .normal(let mean, let deviation, let bound):
            let below = NormalDistribution.lower((bound - mean) / deviation)
            return max(
                bound,
                mean + deviation
                    * NormalDistribution.quantile(below + (1 - below) * probability))
        case .logNormal(let median, let deviation):
            return median * exp(deviation * NormalDistribution.quantile(probability))
        case .beta(let first, let second): return Self.beta(first, second, probability)
        case .gamma(let shape, let scale):
            return scale * IncompleteGamma.quantile(shape, probability)
        }
    }

    /// Whether the parameters make a distribution.
    var isSound: Bool {
        switch self {
        case .fixed(let value): value.isFinite
        case .uniform(let low, let high): low.isFinite && high.isFinite && low <= high
        case .logUniform(let low, let high): low > 0 && high.isFinite && low <= high
        case .normal(let mean, let deviation, let bound):
            mean.isFinite && deviation > 0 && deviation.isFinite
                && bound.isFinite && bound < mean + 5 * deviation
        case .logNormal(let median, let deviation):
            median > 0 && median.isFinite && deviation >= 0 && deviation < 10
        case .beta(let first, let second):
            (1...50).contains(first) && (1...50).contains(second)
        case .gamma(let shape, let scale):
            shape > 0.05 && shape <= 100 && scale > 0 && scale.isFinite
        }
    }

    /// Whole parameters make the distribution function a sum of binomial probabilities.
    private static func beta(_ first: Int, _ second: Int, _ probability: Double) -> Double {
        let count = first + second - 1
        let choices = (first...count).map { choose(count, $0) }
        func terms(_ value: Double) -> (lower: Double, slope: Double) {
            var sum = 0.0
            for (place, choice) in choices.enumerated() {
                let term = first + place
                sum += choice * pow(value, Double(term)) * pow(1 - value, Double(count - term))
            }
            let density = pow(value, Double(first - 1)) * pow(1 - value, Double(second - 1))
            return (sum, Double(first) * choices[0] * density * value * (1 - value))
        }
        // One way of choosing more often than all happen at once: the sum is at most this.
        let start = pow(probability / choices[0], 1 / Double(first))
        let root = LogConcaveQuantile.find(probability, from: log(start / (1 - start))) {
            terms(1 / (1 + exp(-$0)))
        }
        return 1 / (1 + exp(-root))
    }

    private static func choose(_ count: Int, _ chosen: Int) -> Double {
        (0..<chosen).reduce(1.0) { $0 * Double(count - $1) / Double($1 + 1) }
    }
}
