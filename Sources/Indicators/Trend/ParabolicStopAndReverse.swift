package import Market

/// Wilder's parabolic stop: each bar it moves a growing share of the way to the best price of the
/// trend.
///
/// - Input: candles, oldest first; reads high and low.
/// - Output: in quote currency, within the highs and lows so far; `nil` for the first bar.
/// - Seed: the trend counts as falling where the second bar's low fell by more than its high rose,
///   else as rising; the stop starts at the extreme of the first bar. Both as in TA-Lib.
/// - Flat market: the stop is the price, and the trend turns every bar, as touching counts.
/// - Source: Wilder, *New Concepts in Technical Trading Systems*, 1978.
/// - Checked against: TA-Lib's SAR within 1e-9 relative, `Fixtures/Indicators/sar.csv`.
package struct ParabolicStopAndReverse: Indicator {
    private let step: Double
    private let limit: Double
    private var previous: Candle?
    private var trend: Trend?

    private struct Trend {
        var isRising: Bool
        /// Where the stop will stand at the next bar.
        var stop: Double
        /// The best price since the trend began.
        var extreme: Double
        var acceleration: Double
    }

    /// A stop whose acceleration grows by `step` with each new extreme, up to `limit`.
    package init(step: Double = 0.02, limit: Double = 0.2) {
        precondition(step > 0 && step <= limit && limit <= 1, "acceleration is a share of the way")
        self.step = step
        self.limit = limit
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> TrailingStop? {
        defer { previous = candle }
        guard let previous else { return nil }
        // The bar that starts a trend stands in for the one before it, as in TA-Lib.
        let before = trend == nil ? candle : previous
        var now = trend ?? start(previous, candle)
        let isCrossed = now.isRising ? candle.low <= now.stop : candle.high >= now.stop
        if isCrossed {
            now.isRising.toggle()
            now.stop = outside(now.extreme, isRising: now.isRising, before, candle)
            now.extreme = now.isRising ? candle.high : candle.low
            now.acceleration = step
        }
        let output = TrailingStop(price: now.stop, isRising: now.isRising)
        if now.isRising ? candle.high > now.extreme : candle.low < now.extreme {
            now.extreme = now.isRising ? candle.high : candle.low
            now.acceleration = min(limit, now.acceleration + step)
        }
        let next = now.stop + now.acceleration * (now.extreme - now.stop)
        now.stop = outside(next, isRising: now.isRising, before, candle)
        trend = now
        return output
    }

    private func start(_ first: Candle, _ second: Candle) -> Trend {
        let fall = first.low - second.low
        let isRising = !(fall > 0 && fall > second.high - first.high)
        return Trend(
            isRising: isRising, stop: isRising ? first.low : first.high,
            extreme: isRising ? second.high : second.low, acceleration: step)
    }

    /// The stop, moved out of the range of the last two bars.
    private func outside(
        _ stop: Double, isRising: Bool, _ before: Candle, _ candle: Candle
    ) -> Double {
        isRising
            ? min(stop, before.low, candle.low) : max(stop, before.high, candle.high)
    }
}
