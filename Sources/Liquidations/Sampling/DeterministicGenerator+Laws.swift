internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension DeterministicGenerator {
    /// A number of the exponential distribution with mean one.
    mutating func nextExponential() -> Double { -log(1 - nextUnit()) }

    /// A number of the standard normal distribution.
    ///
    /// - Source: Box and Muller, *A Note on the Generation of Random Normal Deviates*, 1958; the second
    ///   of each pair is thrown away, so that the generator holds no state of ours.
    mutating func nextNormal() -> Double {
        (2 * nextExponential()).squareRoot() * cos(2 * .pi * nextUnit())
    }

    /// A number of the gamma distribution with rate one; zero of a shape that is not positive.
    ///
    /// - Source: Marsaglia and Tsang, *A Simple Method for Generating Gamma Variables*, 2000.
    mutating func nextGamma(shape: Double) -> Double {
        guard shape > 0 else { return 0 }
        guard shape >= 1 else {
            return nextGamma(shape: shape + 1) * pow(1 - nextUnit(), 1 / shape)
        }
        let reach = shape - 1.0 / 3
        let scale = 1 / (9 * reach).squareRoot()
        while true {
            let normal = nextNormal()
            let root = 1 + scale * normal
            guard root > 0 else { continue }
            let cube = root * root * root
            let bound = normal * normal / 2 + reach * (1 - cube + log(cube))
            if log(1 - nextUnit()) < bound { return reach * cube }
        }
    }

    /// A number of the beta distribution; one where both gammas round to nothing.
    mutating func nextBeta(_ first: Double, _ second: Double) -> Double {
        let left = nextGamma(shape: first)
        let sum = left + nextGamma(shape: second)
        return sum > 0 ? left / sum : 1
    }

    /// A number of the Poisson distribution, by counting arrivals: takes as long as it is large.
    mutating func nextPoisson(mean: Double) -> Int {
        var count = 0
        var passed = nextExponential()
        while passed < mean {
            count += 1
            passed += nextExponential()
        }
        return count
    }
}
