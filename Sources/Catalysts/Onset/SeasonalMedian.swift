package import Market
internal import Series

/// Values less the median of the same time of day, or of the week, in the cycles before.
///
/// - Input: values whose season is added to them, such as logarithms of volume.
/// - Output: bars for which at least `fewest` of the last `cycles` have a bar at the same time; the others
///   are left out.
/// - No look-ahead: a bar's value does not change with later bars.
/// - Complexity: bars times `cycles`.
/// - Checked against: pandas exactly, `Fixtures/Onset/scales.csv`.
package struct SeasonalMedian: Hashable, Sendable {
    /// The length of a cycle: a day or a week; above zero, ten years at most.
    package let period: TimeSpan
    /// How many cycles are looked back upon; from one to a thousand.
    package let cycles: Int
    /// The fewest values a median is made of; above zero.
    package let fewest: Int

    /// A season: by default the time of day over four weeks, of which one must be there.
    package init(period: TimeSpan = .day, cycles: Int = 28, fewest: Int = 7) {
        precondition(
            period > .hours(0) && period <= .days(3660),
            "a cycle has a length, of ten years at most")
        precondition((1...1_000).contains(cycles), "cycles are from one to a thousand")
        precondition((1...cycles).contains(fewest), "a median needs a value")
        self.period = period
        self.cycles = cycles
        self.fewest = fewest
    }

    /// The values without their season.
    package func scaled(_ series: OnsetSeries) -> OnsetSeries {
        let known = Dictionary(
            uniqueKeysWithValues: series.points.map { ($0.openTime.microseconds, $0.value) })
        return series.mapped { point in
            let earlier = (1...cycles).compactMap { cycle in
                known[point.openTime.microseconds - Int64(cycle) * period.microseconds]
            }
            guard earlier.count >= fewest, let usual = earlier.median else { return nil }
            return point.value - usual
        }
    }
}
