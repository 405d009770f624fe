internal import Series

/// Intervals of several figures under one set of weights, none where the weights are worth too little.
struct WeightedIntervals {
    let effectiveSize: Double
    let weights: [Double]

    init(_ weights: [Double]) {
        self.weights = weights
        effectiveSize = WeightedSample.effectiveSize(weights)
    }

    /// Whether there are intervals at all.
    var isEnough: Bool { effectiveSize >= CascadeEstimate.minimumEffectiveSize }

    /// The median and the middle 90 % of a figure.
    func interval(_ values: [Double]) -> CascadeEstimate.Interval? {
        guard isEnough, let sample = WeightedSample(values, weights: weights) else { return nil }
        return CascadeEstimate.Interval(
            low: sample.quantile(0.05), median: sample.quantile(0.5), high: sample.quantile(0.95))
    }

    /// The share of a figure's variance that lies between eight equal parts of another's range.
    func influence(of causes: [Double], on values: [Double]) -> Double {
        guard isEnough, let mean = mean(values),
            let order = WeightedSample(causes, weights: weights)
        else { return 0 }
        let whole = zip(values, weights).map { ($0 - mean) * ($0 - mean) * $1 }.compensatedSum
        guard whole > 0 else { return 0 }
        let edges = (1..<8).map { order.quantile(Double($0) / 8) }
        var sums = [(CompensatedSum, CompensatedSum)](repeating: (.init(), .init()), count: 8)
        for (place, weight) in weights.enumerated() where weight > 0 {
            let part = edges.count { $0 < causes[place] }
            sums[part].0.add(weight)
            sums[part].1.add(weight * (values[place] - mean))
        }
        let between = sums.filter { $0.0.value > 0 }
            .map { $0.1.value * $0.1.value / $0.0.value }.compensatedSum
        return min(1, max(0, between / whole))
    }

    private func mean(_ values: [Double]) -> Double? {
        WeightedSample(values, weights: weights)?.mean
    }
}
