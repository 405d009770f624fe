internal import Series

extension LevelMap {
    /// The levels around a price, merged where they overlap within half an average true range.
    ///
    /// The strongest level takes in every level whose stretch of prices comes that close to its own; then the
    /// strongest of those left, and so on. Only closeness to the strongest counts, so that a chain of
    /// levels does not grow into one zone. Strength is that which the method gives, times its weight.
    ///
    /// - Input: the price, above zero; `averageRange` in its unit and `sigma`, the standard deviation of
    ///   a day's return as a ratio, for distances. Levels that are not finite and above zero are left out.
    /// - Output: zones from the highest to the lowest value; each level in exactly one, so that touches and
    ///   strengths add up to those given. A zone is being tested while the price lies in it or closer to it
    ///   than `LevelBreak.band(around:averageRange:)`.
    /// - Degenerate case: without a range, levels within half a percent of the price overlap.
    /// - Complexity: the square of the number of levels.
    /// - Checked against: a matrix of distances in Python, exactly, `Fixtures/Levels/merged.csv`.
    package static func zones(
        around price: Double, of found: [FoundLevel], averageRange: Double?, sigma: Double?,
        weights: DetectorWeights = DetectorWeights()
    ) -> [LevelZone] {
        precondition(price > 0 && price.isFinite, "levels surround a positive price")
        let range = averageRange.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
        let reach = range.map { 0.5 * $0 } ?? Level.band * price
        let usable = found.filter {
            $0.low > 0 && $0.high.isFinite && $0.strength >= 0 && $0.strength.isFinite
        }
        var rest = usable.map { Weighed($0, by: weights) }.sorted { $0.comesBefore($1) }
        var zones: [LevelZone] = []
        while let strongest = rest.first?.found {
            func isClose(_ other: Weighed) -> Bool {
                max(other.found.low - strongest.high, strongest.low - other.found.high) <= reach
            }
            zones.append(
                zone(rest.filter(isClose), price: price, averageRange: range, sigma: sigma))
            rest.removeAll(where: isClose)
        }
        return zones.sorted { ($0.value, $0.low) > ($1.value, $1.low) }
    }

    private static func zone(
        _ members: [Weighed], price: Double, averageRange: Double?, sigma: Double?
    ) -> LevelZone {
        let value = members.first?.found.level.value ?? price
        let low = members.reduce(value) { min($0, $1.found.low) }
        let high = members.reduce(value) { max($0, $1.found.high) }
        let distance = value / price - 1
        let gap = max(low - price, price - high)
        let band = LevelBreak.band(around: value, averageRange: averageRange)
        return LevelZone(
            members: members.map(\.found), strength: members.map(\.strength).compensatedSum,
            value: value, low: low, high: high, distance: distance,
            distanceInRanges: averageRange.map { (value - price) / $0 },
            distanceInSigmas: sigma.flatMap { $0 > 0 ? distance / $0 : nil },
            status: gap < band ? .testing : low > price ? .above : .below)
    }
}

/// A level with what it counts.
private struct Weighed {
    let found: FoundLevel
    let strength: Double
    private let name: String

    init(_ found: FoundLevel, by weights: DetectorWeights) {
        self.found = found
        strength = found.strength * weights[found.level.kind.detector]
        name = "\(found.level.kind)"
    }

    /// The stronger first; of equals the higher, then by name.
    func comesBefore(_ other: Weighed) -> Bool {
        if strength != other.strength { return strength > other.strength }
        if found.level.value != other.found.level.value {
            return found.level.value > other.found.level.value
        }
        return name < other.name
    }
}
