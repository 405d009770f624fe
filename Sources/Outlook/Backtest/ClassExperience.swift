/// What had been seen of a class of forecasts until a moment: how many there were and how often it happened.
///
/// Only what has come due counts, be it decided earlier or not: what comes true is known early.
package struct ClassExperience: Hashable, Codable, Sendable {
    /// How many have come due.
    package private(set) var count = 0
    /// How many of them happened.
    package private(set) var hits = 0

    /// How often it happened, with half a case added to either side, so that it never says never.
    package var rate: Double { (Double(hits) + 0.5) / (Double(count) + 1) }

    /// Takes what came of a forecast.
    mutating func add(_ outcome: Bool) {
        count += 1
        hits += outcome ? 1 : 0
    }
}

/// What had been seen of forecasts that are corrected together: those of one horizon, side and rule.
struct PoolExperience: Hashable, Codable, Sendable {
    private var counts: [Int]
    private var hits: [Int]
    private(set) var times = 0
    private(set) var calibration: IsotonicCalibration?

    init(paths: Int) {
        counts = [Int](repeating: 0, count: paths + 1)
        hits = counts
    }

    /// Whether an experience that was stored could have been made of so many paths.
    func isSound(paths: Int) -> Bool {
        counts.count == paths + 1 && hits.count == paths + 1
            && zip(counts, hits).allSatisfy { $0 >= $1 && $1 >= 0 && $0 < 1 << 40 }
            && calibration?.isSound ?? true
    }

    /// Takes what came of a forecast that was counted in so many paths.
    mutating func add(_ pathHits: Int, _ outcome: Bool) {
        counts[pathHits] += 1
        hits[pathHits] += outcome ? 1 : 0
    }

    /// Notes that all forecasts of a time have been taken.
    mutating func endTime() { times += 1 }

    /// Fits the correction to all that was taken.
    mutating func fit() {
        let paths = Double(counts.count - 1)
        let groups = counts.indices.filter { counts[$0] > 0 }.map { index in
            IsotonicCalibration.Group(
                forecast: (Double(index) + 0.5) / (paths + 1), count: counts[index],
                hits: hits[index])
        }
        calibration = IsotonicCalibration(groups)
    }

    /// The correction of a probability, kept within what so many paths can tell.
    func corrected(_ forecast: Double, leastTimes: Int) -> Double {
        guard times >= leastTimes, let calibration else { return forecast }
        let least = 0.5 / Double(counts.count)
        return min(max(calibration.corrected(forecast), least), 1 - least)
    }
}
