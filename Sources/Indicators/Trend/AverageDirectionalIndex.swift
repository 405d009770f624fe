package import Market

/// Wilder's ADX: how one-sided the movement is, whichever side it is on.
///
/// - Input: candles, oldest first; reads high, low and close.
/// - Output: 0...100, no unit; `nil` for the first `2 * period - 1` bars.
/// - Seed: the simple mean of the first `period` values of `100 * |+DI - -DI| / (+DI + -DI)`; on
///   top of the seed of `DirectionalMovement`.
/// - Flat market: 0.
/// - Source: Wilder, *New Concepts in Technical Trading Systems*, 1978.
/// - Checked against: TA-Lib's ADX within 1e-9, `Fixtures/Indicators/adx.csv`.
package struct AverageDirectionalIndex: Indicator {
    private var movement: DirectionalMovement
    private var average: SeededAverage

    /// An index over about `period` bars; `period` must be positive.
    package init(period: Int = 14) {
        movement = DirectionalMovement(period: period)
        average = .wilder(period: period)
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Double? {
        guard let reading = movement.update(candle) else { return nil }
        let whole = reading.plus + reading.minus
        let oneSidedness = whole > 0 ? abs(reading.plus - reading.minus) / whole : 0
        // Rounding must not lift it over its scale.
        return average.update(100 * oneSidedness).map { min(100, $0) }
    }
}
