/// The volatility to be expected of the next return, from squares that weigh less the older they are.
///
/// `variance = decay x variance + (1 - decay) x return^2`, so that the estimate for a bar uses no return
/// of that bar or later.
///
/// - Input: logarithmic returns as ratios, oldest first, one a bar.
/// - Output: the standard deviation of the next return, as a ratio a bar; `nil` before `seedBars` returns.
/// - Seed: the mean square of the first `seedBars` returns.
/// - Flat market: zero.
/// - Source: J.P. Morgan/Reuters, *RiskMetrics Technical Document*, 1996, section 5.2, decay 0.94 a day.
/// - Checked against: a plain Python recursion within 1e-12, `golden-2025-01-27.json`.
package struct ExponentialVolatility: Sendable {
    private let decay: Double
    private let seedBars: Int
    private var seed = CompensatedSum()
    private var seen = 0
    private var variance = 0.0

    /// An estimate with a decay above zero and below one, seeded by a positive count of returns.
    package init(decay: Double = 0.94, seedBars: Int = 20) {
        precondition(decay > 0 && decay < 1, "a decay lies between zero and one")
        precondition(seedBars > 0, "a seed needs at least one return")
        self.decay = decay
        self.seedBars = seedBars
    }

    /// Takes the next return; answers what to expect of the one after it.
    package mutating func update(_ value: Double) -> Double? {
        seen += 1
        if seen <= seedBars {
            seed.add(value * value)
            guard seen == seedBars else { return nil }
            variance = seed.value / Double(seedBars)
        } else {
            variance = decay * variance + (1 - decay) * value * value
        }
        return variance.squareRoot()
    }
}
