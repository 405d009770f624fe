internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Simpler ways to say what is liquidated in an interval, which a profile must beat to be worth showing.
///
/// Each gives a number that grows with the dollars expected, for each side and interval; one factor fitted
/// to the same intervals as the profile turns it into dollars. None looks at liquidations.
package enum ProfileBaseline: String, Hashable, Sendable, CaseIterable {
    /// Open interest lies evenly over the logarithm of price.
    case evenly = "open interest spread evenly over distance"
    /// The usual map: a fixed mix, nothing ever turned over.
    case fixedMix = "fixed leverage mix without decay"
    /// Liquidations lie at round prices and behind the extremes of the last week.
    case roundNumbers = "round numbers and recent extremes"
    /// The climate: as much as ever, wherever the price goes.
    case average = "the average of before"

    /// The numbers of each interval; the first interval has none before it and gets zero. Empty of no
    /// intervals or where a fixed mix cannot be run.
    package func numbers(_ intervals: [ProfileInterval]) -> [(long: Double, short: Double)] {
        switch self {
        case .evenly:
            Self.paired(intervals) { before, now in
                let value = before.openInterest * before.close
                return (
                    value * max(log(before.close / now.low), 0),
                    value * max(log(now.high / before.close), 0)
                )
            }
        case .fixedMix: Self.fixed(intervals)
        case .roundNumbers: Self.round(intervals)
        case .average: intervals.map { (long: $0.span, short: $0.span) }
        }
    }

    private static func paired(
        _ intervals: [ProfileInterval],
        _ numbers: (ProfileInterval, ProfileInterval) -> (long: Double, short: Double)
    ) -> [(long: Double, short: Double)] {
        guard !intervals.isEmpty else { return [] }
        return [(0, 0)] + zip(intervals, intervals.dropFirst()).map(numbers)
    }

    private static func fixed(_ intervals: [ProfileInterval]) -> [(long: Double, short: Double)] {
        let shares = [0.3, 0.35, 0.25, 0.1]
        guard let low = intervals.map(\.close).min(), let high = intervals.map(\.close).max(),
            let settings = LiquidationProfileModel.Settings(
                leverages: [10, 25, 50, 100], maintenance: 0.004, turnover: 0),
            var model = LiquidationProfileModel(
                settings, mix: LiquidationProfileModel.Mix(long: shares, short: shares),
                entriesFrom: low, to: high)
        else { return [] }
        return intervals.map { interval in
            let realised = model.step(interval)
            return (realised.long.reduce(0, +), realised.short.reduce(0, +))
        }
    }

    /// Levels crossed, times open interest in dollars.
    private static func round(_ intervals: [ProfileInterval]) -> [(long: Double, short: Double)] {
        intervals.indices.map { index in
            guard index > 0 else { return (0, 0) }
            let before = intervals[index - 1]
            let now = intervals[index]
            let past = intervals[max(0, index - week)..<index]
            let value = before.openInterest * before.close
            let low = past.map(\.low).min() ?? before.low
            let high = past.map(\.high).max() ?? before.high
            let under = rounds(from: now.low, to: before.close) + (now.low < low ? 1 : 0)
            let over = rounds(from: before.close, to: now.high) + (now.high > high ? 1 : 0)
            return (value * Double(under), value * Double(over))
        }
    }

    /// Intervals of four hours in a week.
    private static let week = 42

    /// How many multiples of a fiftieth of the price's power of ten lie above `low` and up to `high`.
    private static func rounds(from low: Double, to high: Double) -> Int {
        guard low < high else { return 0 }
        let unit = pow(10, log10(high).rounded(.down)) / 50
        return Int((high / unit).rounded(.down)) - Int((low / unit).rounded(.down))
    }
}
