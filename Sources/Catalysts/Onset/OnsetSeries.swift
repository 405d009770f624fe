package import Market

/// A named series on a grid of bars, oldest first. A bar that is missing is missing: it is not zero, and
/// what happened in it may be seen only in the next.
package struct OnsetSeries: Hashable, Sendable {
    /// What is measured.
    package let name: String
    /// The length of every bar; above zero.
    package let interval: TimeSpan
    /// The bars, by opening, ascending; they do not overlap.
    package let points: [OnsetPoint]

    /// Points in any order; values that are not finite or beyond 1e100 count as missing.
    ///
    /// `nil` of an interval not above zero, and where two bars overlap.
    package init?(name: String, interval: TimeSpan, points: [OnsetPoint]) {
        guard interval.microseconds > 0 else { return nil }
        let ordered = points.filter { Deviations.isUsable($0.value) }
            .sorted { $0.openTime < $1.openTime }
        guard
            zip(ordered, ordered.dropFirst()).allSatisfy({ $1.openTime - $0.openTime >= interval })
        else { return nil }
        self.init(name: name, interval: interval, ordered: ordered)
    }

    private init(name: String, interval: TimeSpan, ordered: [OnsetPoint]) {
        self.name = name
        self.interval = interval
        self.points = ordered
    }

    /// The bars that open in the range and have closed by its end.
    package func closed(in range: TimeRange) -> OnsetSeries {
        keeping { $0.openTime >= range.start && $0.openTime + interval <= range.end }
    }

    /// The change from each bar to the next one on the grid; none across a missing bar.
    package var changes: OnsetSeries {
        let steps = zip(points, points.dropFirst()).compactMap { earlier, later in
            later.openTime - earlier.openTime == interval
                ? OnsetPoint(openTime: later.openTime, value: later.value - earlier.value) : nil
        }
        return OnsetSeries(name: name, interval: interval, ordered: steps)
    }

    /// This series less another on the same grid, at the bars both have; `nil` of another bar length.
    package func less(_ other: OnsetSeries, name: String) -> OnsetSeries? {
        guard interval == other.interval else { return nil }
        var rest = other.points[...]
        let both = points.compactMap { point -> OnsetPoint? in
            rest = rest.drop { $0.openTime < point.openTime }
            guard let twin = rest.first, twin.openTime == point.openTime else { return nil }
            return OnsetPoint(openTime: point.openTime, value: point.value - twin.value)
        }
        return OnsetSeries(name: name, interval: interval, ordered: both)
    }

    /// For each bar how many are missing between it and the one before; none before the first.
    var missing: [Double] {
        [0].prefix(points.count)
            + zip(points, points.dropFirst()).map { earlier, later in
                let gap = later.openTime - earlier.openTime
                return min(
                    Double(gap.microseconds - interval.microseconds)
                        / Double(interval.microseconds), 1e9)
            }
    }

    /// The same bars with other values, without those that have none or one that is not finite.
    func mapped(_ value: (OnsetPoint) -> Double?) -> OnsetSeries {
        let points = points.compactMap { point -> OnsetPoint? in
            guard let value = value(point), Deviations.isUsable(value) else { return nil }
            return OnsetPoint(openTime: point.openTime, value: value)
        }
        return OnsetSeries(name: name, interval: interval, ordered: points)
    }

    private func keeping(_ belongs: (OnsetPoint) -> Bool) -> OnsetSeries {
        OnsetSeries(name: name, interval: interval, ordered: points.filter(belongs))
    }
}
