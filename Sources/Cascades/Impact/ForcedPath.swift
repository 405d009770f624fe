internal import Series

/// What liquidations that were published would have done to the price by one law, moment by moment.
///
/// In every interval the forced flow, times the factor by which the feed is taken to fall short, moves
/// the price by the law, and the move fades: `-sum G(t - k) f(F_k)`. Beside the move that was seen
/// it gives the share that forced flow can account for. A share below zero or above one is a legal
/// answer: others bought or sold against it.
///
/// - Input: dollars of forced sales less forced purchases, one an interval.
/// - Unit: moves as ratios of the price before; a fall is positive.
/// - Time: the square of the number of intervals that had a flow.
/// - Checked against: the propagator's sum written out, `ForcedPathTests`.
package struct ForcedPath: Hashable, Sendable {
    /// More intervals than this are refused.
    package static let maximumIntervals = 20_000

    /// The move by forced flow at the end of each interval.
    package let moves: [Double]

    /// A path of flows, one every `interval` seconds.
    package init(
        flows: [Double], interval: Double, reportingFactor: Double = 1, law: ImpactLaw,
        propagator: Propagator
    ) throws(CascadeError) {
        try CascadeError.positive(interval, "interval")
        try CascadeError.positive(reportingFactor, "reporting factor")
        guard flows.count <= Self.maximumIntervals else {
            throw .tooMany("intervals", allowed: Self.maximumIntervals)
        }
        for flow in flows { try CascadeError.finite(flow, "flow") }
        let rests = flows.indices.map { propagator.rest(after: Double($0) * interval) }
        let pushes = flows.enumerated().filter { $0.element != 0 }
            .map { ($0.offset, law.move(ofSelling: $0.element * reportingFactor)) }
        moves = flows.indices.map { now in
            pushes.prefix { $0.0 <= now }.map { rests[now - $0.0] * $0.1 }.compensatedSum
        }
    }

    /// The share of a total fall at the end of an interval; `nil` of a move of zero.
    package func share(ofFall fall: Double, at interval: Int) -> Double? {
        guard fall != 0, fall.isFinite, moves.indices.contains(interval) else { return nil }
        return moves[interval] / fall
    }
}
