internal import Market

/// The range of a bar, stretched to the close before it: what a holder over the bar went through.
///
/// - Output: in quote currency, not negative; `nil` for the first bar, which has no close before
///   it.
/// - Source: Wilder, *New Concepts in Technical Trading Systems*, 1978.
struct TrueRange: Indicator {
    private var previousClose: Double?

    mutating func update(_ candle: Candle) -> Double? {
        defer { previousClose = candle.close }
        return previousClose.map { max(candle.high, $0) - min(candle.low, $0) }
    }
}
