/// How the volatility of the next bar follows from the bars before it.
package enum VolatilityModel: Hashable, Codable, Sendable {
    /// It is the same for all bars.
    case constant
    /// Squares weigh less the older they are, by a decay above zero and below one.
    case exponential(decay: Double)
    /// GARCH(1,1) with Student's t, fitted again after so many bars; in between its parameters stand still
    /// and its variance moves on. Before the first fit and where a fit fails, exponential with decay 0.94.
    case garch(refitEvery: Int)

    /// The decay of *RiskMetrics* for days.
    package static let daily = VolatilityModel.exponential(decay: 0.94)

    /// Whether the numbers in it make a model.
    package var isValid: Bool {
        switch self {
        case .constant: true
        case .exponential(let decay): decay > 0 && decay < 1
        case .garch(let refitEvery): refitEvery > 0
        }
    }

    /// The recursion that holds before anything is fitted.
    var law: VarianceLaw {
        switch self {
        case .constant: VarianceLaw(omega: 0, alpha: 0, beta: 1)
        case .exponential(let decay): VarianceLaw(omega: 0, alpha: 1 - decay, beta: decay)
        case .garch: VarianceLaw(omega: 0, alpha: 0.06, beta: 0.94)
        }
    }
}

/// `variance = omega + alpha return^2 + beta variance`, of which every model here is a case.
struct VarianceLaw: Hashable, Codable, Sendable {
    /// What a bar begins with.
    var omega: Double
    /// The weight of the last squared return.
    var alpha: Double
    /// The weight of the last variance.
    var beta: Double

    /// The mean over the next bars of the variance to be expected, in the unit of `next`.
    func meanVariance(from next: Double, steps: Int) -> Double {
        var (variance, sum) = (next, 0.0)
        for _ in 0..<max(1, steps) {
            sum += variance
            variance = omega + (alpha + beta) * variance
        }
        return sum / Double(max(1, steps))
    }
}
