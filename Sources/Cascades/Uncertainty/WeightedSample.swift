internal import Series

/// Values with weights: quantiles, and how many equal draws the weights are worth.
///
/// - Checked against: repeated values in place of weights, `WeightedSampleTests`.
package struct WeightedSample: Sendable {
    private let ordered: [(value: Double, weight: Double)]
    private let total: Double

    /// A sample; `nil` where a value or a weight is not finite, a weight is below zero, or all are
    /// zero.
    package init?(_ values: [Double], weights: [Double]) {
        guard values.count == weights.count, values.allSatisfy(\.isFinite),
            weights.allSatisfy({ $0 >= 0 && $0.isFinite })
        else { return nil }
        ordered = zip(values, weights).filter { $0.1 > 0 }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { (value: $0.0, weight: $0.1) }
        total = ordered.map(\.weight).compensatedSum
        guard total > 0, total.isFinite else { return nil }
    }

    /// The effective sample size, `(sum w)^2 / sum w^2`.
    package static func effectiveSize(_ weights: [Double]) -> Double {
        let square = weights.map { $0 * $0 }.compensatedSum
        let sum = weights.compensatedSum
        return square > 0 ? sum * sum / square : 0
    }

    /// The least value with at least a share of the weight at or below it; the share is from zero to
    /// one.
    package func quantile(_ share: Double) -> Double {
        var sum = CompensatedSum()
        for entry in ordered {
            sum.add(entry.weight)
            // A last bit of the sum is not allowed to skip a value.
            if sum.value >= share * total * (1 - 1e-12) { return entry.value }
        }
        return ordered[ordered.count - 1].value
    }

    /// The weighted mean.
    package var mean: Double { ordered.map { $0.value * $0.weight }.compensatedSum / total }
}
