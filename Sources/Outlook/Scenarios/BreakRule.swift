/// How far beyond a level a close has to lie to break it by itself: a quarter of the average true range of
/// fourteen bars, and at least half a percent of the level.
package enum BreakRule {
    /// The least band as a share of the level.
    package static let leastShare = 0.005
    /// The band as a share of the average true range.
    package static let rangeShare = 0.25

    /// The band of a level in quote currency; a range that is absent or no number counts as none.
    package static func band(of level: Double, averageTrueRange: Double?) -> Double {
        let range = averageTrueRange ?? 0
        return max(leastShare * level, range > 0 && range.isFinite ? rangeShare * range : 0)
    }
}
