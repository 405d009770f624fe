#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension CascadeUncertainty {
    /// The most levels that are asked about at once.
    package static let maximumLevels = 256

    /// What breaking each of several levels would set off under each law, in the worlds that fit what was
    /// seen; every world is drawn once.
    ///
    /// A level is a move against the side, as a ratio of the price before: the price gets there by whatever
    /// cause, and only what is liquidated beyond the move that was seen takes it on from there.
    ///
    /// - Output: an estimate a level, in their order; `nil` for a level that is none, between zero and one and
    ///   beyond the move that was seen.
    /// - Time: the draws, and for each of them levels times laws short walks; on all cores.
    /// - Checked against: the fixed point where nothing is unknown, `CascadeUncertaintyTests`.
    package func breaking(
        _ levels: [Double]
    ) async throws(CascadeError) -> [Law: [CascadeBreakEstimate?]] {
        guard levels.count <= Self.maximumLevels else {
            throw .tooMany("levels", allowed: Self.maximumLevels)
        }
        let asked = levels.filter(isAhead)
        let worlds = await ConcurrentPieces.map(count: draws) { range in
            range.map { broken(asked, in: draw($0)) }
        }
        var found: [Law: [CascadeBreakEstimate?]] = [:]
        for (place, law) in setting.laws.enumerated() {
            let estimates = Self.summarize(worlds, asked, law: place)
            found[law] = levels.map { level in
                asked.firstIndex(of: level).map { estimates[$0] }
            }
        }
        return found
    }

    /// What breaking some levels comes to in one world.
    private struct BrokenWorld: Sendable {
        /// By law.
        let logLikelihoods: [Double]
        /// By level.
        let liquidatable: [Double]
        /// By law, then level.
        let extraMoves: [Double]
    }

    private func isAhead(_ level: Double) -> Bool {
        level > (observation?.move ?? 0) && level < 1
    }

    private func broken(_ levels: [Double], in draw: CascadeDraw) -> BrokenWorld {
        let worlds = setting.laws.map { CascadeWorld(draw, $0, observation, setting) }
        let seen = observation.map { draw.liquidated(at: $0.move) } ?? 0
        return BrokenWorld(
            logLikelihoods: worlds.map(\.logLikelihood),
            liquidatable: levels.map { draw.liquidated(at: $0) - seen },
            extraMoves: setting.laws.flatMap { law in
                levels.map { draw.fall(after: $0, law, sold: seen) - $0 }
            })
    }

    private static func summarize(
        _ worlds: [BrokenWorld], _ levels: [Double], law: Int
    ) -> [CascadeBreakEstimate] {
        let likelihoods = worlds.map { $0.logLikelihoods[law] }
        let highest = likelihoods.filter(\.isFinite).max() ?? 0
        let intervals = WeightedIntervals(likelihoods.map { exp($0 - highest) })
        return levels.enumerated().map { place, level in
            CascadeBreakEstimate(
                level: level, effectiveSize: intervals.effectiveSize,
                liquidatable: intervals.interval(worlds.map { $0.liquidatable[place] }),
                extraMove: intervals.interval(
                    worlds.map { $0.extraMoves[law * levels.count + place] }))
        }
    }
}
