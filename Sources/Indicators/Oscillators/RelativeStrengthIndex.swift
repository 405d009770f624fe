/// Wilder's relative strength index: the share of recent movement that was upward.
///
/// - Input: closes in quote currency, oldest first, one a bar.
/// - Output: 0...100, no unit; `nil` for the first `period` bars.
/// - Seed: the simple mean of the first `period` moves. It fades as `(1 - 1/period)^bars`: with
///   period 14 it is worth a thousandth after 94 further bars. See `SeedSpread`.
/// - Flat market: 50. (TA-Lib answers 0.)
/// - Source: Wilder, *New Concepts in Technical Trading Systems*, 1978.
/// - Checked against: TA-Lib's RSI within 1e-9, `Fixtures/Indicators/rsi.csv`.
package struct RelativeStrengthIndex: Indicator {
    private var gain: SeededAverage
    private var loss: SeededAverage
    private var previousClose: Double?

    /// An index over about `period` moves; `period` must be positive.
    package init(period: Int) {
        gain = .wilder(period: period)
        loss = .wilder(period: period)
    }

    /// Takes the next close.
    package mutating func update(_ close: Double) -> Double? {
        defer { previousClose = close }
        guard let previousClose else { return nil }
        let change = close - previousClose
        let up = gain.update(max(change, 0))
        let down = loss.update(max(-change, 0))  // Both must advance before either is judged.
        guard let up, let down else { return nil }
        let whole = up + down
        guard whole.isFinite else { return nil }
        // The share first: `100 * up / up` can round to more than 100.
        return whole > 0 ? 100 * (up / whole) : 50
    }

    /// The fold, compiled for this type.
    package consuming func outputs(for closes: [Double]) -> [Double?] {
        folded(over: closes)
    }
}
