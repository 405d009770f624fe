internal import Market

/// The range of a bar, stretched to the close before it: what a holder over the bar went through.
///
/// - Output: in quote currency, not negative; `nil` for the first bar, which has no close before
///   it.
/// - Source: Wilder, *New Concepts in Technical Trading Systems*, 1978.
struct TrueRange: Indicator {
    var previousClose: Double?

    mutating func update(_ candle: Candle) -> Double? {
        update(high: candle.high, low: candle.low, close: candle.close)
    }

    mutating func update(high: Double, low: Double, close: Double) -> Double? {
        defer { previousClose = close }
        return previousClose.map { Self.range(high: high, low: low, previousClose: $0) }
    }

    /// The formula, for one bar.
    @inline(__always) static func range(
        high: Double, low: Double, previousClose: Double
    ) -> Double {
        // Which of two equal ones is taken does not matter, and leaving it open saves a branch.
        (high > previousClose ? high : previousClose) - (low < previousClose ? low : previousClose)
    }
}
