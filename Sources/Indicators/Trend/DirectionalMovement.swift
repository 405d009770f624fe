package import Market

/// Wilder's +DI and -DI: the share of the true range by which highs rose, and by which lows fell.
///
/// - Input: candles, oldest first; reads high, low and close.
/// - Output: both 0...100, no unit; `nil` for the first `period` bars.
/// - Seed: the sums of the first `period - 1` bars, as in TA-Lib, where Wilder's worked table sums
///   `period`; the difference fades as `(1 - 1/period)^bars`.
/// - Flat market: 0 and 0.
/// - Source: Wilder, *New Concepts in Technical Trading Systems*, 1978.
/// - Checked against: TA-Lib's PLUS_DI and MINUS_DI within 1e-9,
///   `Fixtures/Indicators/directional-movement.csv`.
package struct DirectionalMovement: Indicator {
    /// The two figures of a bar.
    package struct Reading: Hashable, Sendable {
        /// +DI: what rose, 0...100.
        package let plus: Double
        /// -DI: what fell, 0...100.
        package let minus: Double
    }

    private let period: Int
    private var previous: Candle?
    private var bars = 0
    private var trueRange = TrueRange()
    private var range = 0.0
    private var up = 0.0
    private var down = 0.0

    /// Movement over about `period` bars; `period` must be positive.
    package init(period: Int = 14) {
        precondition(period > 0, "movement must span at least one bar")
        self.period = period
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Reading? {
        defer { previous = candle }
        guard let range = trueRange.update(candle), let previous else { return nil }
        let rise = candle.high - previous.high
        let fall = previous.low - candle.low
        bars += bars < period ? 1 : 0
        let fade = bars < period ? 0 : 1 / Double(period)
        advance(&self.range, by: range, fade: fade)
        advance(&up, by: rise > fall && rise > 0 ? rise : 0, fade: fade)
        advance(&down, by: fall > rise && fall > 0 ? fall : 0, fade: fade)
        guard bars == period, self.range.isFinite else { return nil }
        return Reading(plus: share(up), minus: share(down))
    }

    private func advance(_ sum: inout Double, by value: Double, fade: Double) {
        sum = sum - sum * fade + value
    }

    /// A part of the range in per cent; rounding must not lift it over its scale.
    private func share(_ part: Double) -> Double {
        range > 0 ? 100 * min(1, part / range) : 0
    }
}
