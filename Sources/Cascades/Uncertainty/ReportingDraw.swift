/// Liquidations over those published: what may be, and where in it a world is.
///
/// - Checked against: the integral over a log-uniform law by the error function, `ReportingDrawTests`.
struct ReportingDraw: Sendable {
    /// Equally likely factors, rising; at least one.
    let factors: [Double]
    /// Zero to one.
    let place: Double

    /// How many factors stand for all: a step is a third of the deviation of what is published.
    static let count = 24

    /// The factor that a world has, each weighing so much.
    func value(weights: [Double]?) -> Double {
        guard let weights else {
            return factors[min(factors.count - 1, Int(place * Double(factors.count)))]
        }
        var left = place * weights.reduce(0, +)
        for (factor, weight) in zip(factors, weights) {
            left -= weight
            if left <= 0 { return factor }
        }
        return factors[factors.count - 1]
    }
}
