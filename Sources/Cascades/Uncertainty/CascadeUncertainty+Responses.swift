#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension CascadeUncertainty {
    /// How far the price moves in all after each shock, by law, in the worlds that fit what was seen: the
    /// response curve from the price before. What is no shock, zero to below one, is left out.
    package func responses(
        to shocks: [Double]
    ) async throws(CascadeError) -> [Law: [CascadeResponse]] {
        guard shocks.count <= Self.maximumLevels else {
            throw .tooMany("shocks", allowed: Self.maximumLevels)
        }
        let asked = shocks.filter { $0 >= 0 && $0 < 1 }
        let worlds = await ConcurrentPieces.map(count: draws) { range in
            range.map { number -> [AnsweredShocks] in
                let draw = draw(number)
                return setting.laws.map { law in
                    AnsweredShocks(
                        logLikelihood: CascadeWorld(draw, law, observation, setting).logLikelihood,
                        falls: asked.map { draw.fall(after: $0, law) })
                }
            }
        }
        var found: [Law: [CascadeResponse]] = [:]
        for (place, law) in setting.laws.enumerated() {
            found[law] = Self.summarize(worlds.map { $0[place] }, asked)
        }
        return found
    }

    /// Where some shocks end in one world, under one law.
    private struct AnsweredShocks: Sendable {
        let logLikelihood: Double
        let falls: [Double]
    }

    private static func summarize(
        _ worlds: [AnsweredShocks], _ shocks: [Double]
    ) -> [CascadeResponse] {
        let highest = worlds.map(\.logLikelihood).filter(\.isFinite).max() ?? 0
        let intervals = WeightedIntervals(worlds.map { exp($0.logLikelihood - highest) })
        return shocks.enumerated().map { place, shock in
            CascadeResponse(
                shock: shock, effectiveSize: intervals.effectiveSize,
                fall: intervals.interval(worlds.map { $0.falls[place] }))
        }
    }
}
