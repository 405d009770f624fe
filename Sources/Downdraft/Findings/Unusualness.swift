internal import Market
internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Whether a day's move is unusual: against the volatility of the days before, and against the days.
///
/// Only days that had closed when the move began take part, so that the move does not excuse itself.
struct Unusualness {
    /// The volatility expected of a day, as a ratio.
    let volatility: Double
    /// The move in such volatilities; negative for a fall.
    let deviations: Double
    /// How many days moved as far or further the same way.
    let further: Int
    /// The last of them.
    let lastFurther: CalendarDay?
    /// How many days there were to compare with.
    let compared: Int

    /// Measures a change over a day that began at `start`; `nil` with too few days, or of a flat market.
    init?(change: Double, start: Timestamp, daily: CandleSeries) {
        let before = daily.candles.filter { $0.closeTime <= start }
        let returns = zip(before, before.dropFirst()).map { earlier, later in
            (day: later.openTime.day, value: log(later.close / earlier.close))
        }
        var estimate = ExponentialVolatility()
        let expected = returns.reduce(Double?.none) { _, next in estimate.update(next.value) }
        guard let expected, expected > 0, change > -1 else { return nil }
        let move = log(1 + change)
        let further = returns.filter { move < 0 ? $0.value <= move : $0.value >= move }
        volatility = expected
        deviations = move / expected
        self.further = further.count
        lastFurther = further.last?.day
        compared = returns.count
    }
}
