/// The times of events over a window.
///
/// - Unit: seconds from the start of the window.
/// - Order: times may come in any order and may repeat; they are kept in order.
package struct HawkesEvents: Hashable, Sendable {
    /// More events than this are refused.
    package static let maximumCount = 200_000

    /// The times in order.
    package let times: [Double]
    /// How long the window is.
    package let duration: Double

    /// Events in a window; none lies outside it.
    package init(times: [Double], duration: Double) throws(CascadeError) {
        try CascadeError.positive(duration, "duration")
        guard times.count <= Self.maximumCount else {
            throw .tooMany("events", allowed: Self.maximumCount)
        }
        for time in times { try CascadeError.within(0...duration, time, "event time") }
        self.times = times.sorted()
        self.duration = duration
    }

    /// The branching ratio by counts alone: `1 - sqrt(mean / variance)` over windows of one length,
    /// which have to be much longer than an event's effect; `nil` of fewer than two windows or where
    /// the counts vary less than chance alone would have them.
    ///
    /// - Source: Hardiman and Bouchaud, *Branching-Ratio Approximation for the Self-Exciting Hawkes
    ///   Process*, 2014.
    package static func branchingRatio(ofCounts counts: [Int]) -> Double? {
        guard counts.count > 1 else { return nil }
        let values = counts.map(Double.init)
        let mean = values.reduce(0, +) / Double(values.count)
        let variance =
            values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
        guard mean > 0, variance >= mean else { return nil }
        return 1 - (mean / variance).squareRoot()
    }

    /// How many events fall into each whole window of a length; `nil` of none or too many windows.
    package func counts(inWindowsOf length: Double) -> [Int]? {
        guard length > 0, duration / length >= 1, duration / length <= 1e6 else { return nil }
        var counts = [Int](repeating: 0, count: Int(duration / length))
        for time in times where Int(time / length) < counts.count {
            counts[Int(time / length)] += 1
        }
        return counts
    }
}
