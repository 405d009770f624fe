package import Market

/// Wilder's average of the true range: how far a bar carries.
///
/// - Input: candles, oldest first; reads high, low and close.
/// - Output: in quote currency, not negative; `nil` for the first `period` bars, as the first bar
///   has no close before it.
/// - Seed: the simple mean of the first `period` true ranges; it fades as `(1 - 1/period)^bars`.
/// - Flat market: 0.
/// - Source: Wilder, *New Concepts in Technical Trading Systems*, 1978.
/// - Checked against: TA-Lib's ATR within 1e-9 relative, `Fixtures/Indicators/atr.csv`.
package struct AverageTrueRange: Indicator {
    private var range = TrueRange()
    private var average: SeededAverage

    /// An average over about `period` bars; `period` must be positive.
    package init(period: Int) {
        average = .wilder(period: period)
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Double? {
        guard let range = range.update(candle) else { return nil }
        return average.update(range)
    }

    /// The fold, compiled for this type.
    package consuming func outputs(for candles: [Candle]) -> [Double?] {
        folded(over: candles)
    }
}
