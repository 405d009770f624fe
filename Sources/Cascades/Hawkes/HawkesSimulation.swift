internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Events made by a model: those that nothing brings about, those that follow news, and the offspring of
/// all of them, generation by generation.
///
/// - Randomness: the seed alone.
/// - Degenerate case: a model with a branching ratio of one or more throws `outOfRange`, and so do
///   more events than a window may have.
/// - Source: the cluster form of Hawkes and Oakes, *A Cluster Process Representation of a
///   Self-Exciting Process*, 1974.
package enum HawkesSimulation {
    /// Events of a model over a window.
    package static func events(
        of model: HawkesModel, duration: Double, seed: UInt64
    ) throws(CascadeError) -> HawkesEvents {
        guard model.branchingRatio < 1 else { throw .outOfRange("branching ratio") }
        var random = DeterministicGenerator(seed: seed)
        var waiting: [Double] = []
        var time = exponential(&random) / model.base
        while time < duration, waiting.count <= HawkesEvents.maximumCount {
            waiting.append(time)
            time += exponential(&random) / model.base
        }
        for start in model.news.times {
            waiting += offspring(
                of: start, weight: model.newsWeight, decay: model.news.decay, &random)
        }
        var times: [Double] = []
        while let parent = waiting.popLast() {
            guard parent >= 0, parent < duration else { continue }
            times.append(parent)
            guard times.count + waiting.count <= HawkesEvents.maximumCount else {
                throw .tooMany("events", allowed: HawkesEvents.maximumCount)
            }
            for kernel in model.kernels {
                waiting += offspring(
                    of: parent, weight: kernel.weight, decay: kernel.decay, &random)
            }
        }
        return try HawkesEvents(times: times, duration: duration)
    }

    private static func exponential(_ random: inout DeterministicGenerator) -> Double {
        -log1p(-random.nextUnit())
    }

    /// As many as a Poisson number with mean `weight / decay`, at exponential distances.
    private static func offspring(
        of parent: Double, weight: Double, decay: Double, _ random: inout DeterministicGenerator
    ) -> [Double] {
        var found: [Double] = []
        var left = weight / decay - exponential(&random)
        while left > 0, found.count < HawkesEvents.maximumCount {
            found.append(parent + exponential(&random) / decay)
            left -= exponential(&random)
        }
        return found
    }
}
