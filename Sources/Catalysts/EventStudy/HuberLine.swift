internal import Series

/// A line by Huber's estimator: squares up to 1.345 deviations, beyond them distances.
///
/// The deviation is the residuals' median size over 0.6745, taken anew with every step; least squares
/// with weights is repeated until the line stands still.
///
/// - Degenerate case: `nil` where no two places differ, or where more than half of the points lie on
///   the line, which leaves no deviation.
/// - Source: Huber, *Robust Statistics*, 1981, sections 7.7 and 7.8.
/// - Checked against: `statsmodels.RLM` with `HuberT`, `Fixtures/EventStudy/assets.csv`.
struct HuberLine {
    private(set) var alpha: Double
    private(set) var beta: Double

    /// Steps after which the line is taken as it is.
    private static let mostSteps = 500
    private static let bend = 1.345
    /// The median size of a standard normal number, so that the deviation is one for those.
    private static let normalMedian = 0.674_489_750_196_081_7

    init?(of values: [Double], on places: [Double]) {
        let ones = [Double](repeating: 1, count: values.count)
        guard let start = Self.line(values, places, ones) else { return nil }
        (alpha, beta) = start
        for _ in 0..<Self.mostSteps {
            let residuals = zip(values, places).map { $0 - alpha - beta * $1 }
            guard let middle = residuals.map({ abs($0) }).median, middle > 0 else { return nil }
            let reach = Self.bend * middle / Self.normalMedian
            let weights = residuals.map { abs($0) <= reach ? 1 : reach / abs($0) }
            guard let next = Self.line(values, places, weights) else { return nil }
            let change = max(abs(next.alpha - alpha), abs(next.beta - beta))
            (alpha, beta) = next
            if change <= 1e-14 * max(abs(alpha), abs(beta)) { break }
        }
    }

    private static func line(
        _ values: [Double], _ places: [Double], _ weights: [Double]
    ) -> (alpha: Double, beta: Double)? {
        guard values.count == places.count, let first = places.first,
            places.contains(where: { $0 != first })
        else { return nil }
        let whole = weights.compensatedSum
        let mean = zip(weights, values).map { $0 * $1 }.compensatedSum / whole
        let centre = zip(weights, places).map { $0 * $1 }.compensatedSum / whole
        let square = zip(weights, places).map { $0 * ($1 - centre) * ($1 - centre) }.compensatedSum
        let joint = values.indices.map {
            weights[$0] * (places[$0] - centre) * (values[$0] - mean)
        }.compensatedSum
        let slope = joint / square
        guard square > 0, slope.isFinite else { return nil }
        return (mean - slope * centre, slope)
    }
}
