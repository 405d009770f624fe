package import Market

/// The furthest price of a stretch of bars, with its day.
package struct PriceExtreme: Hashable, Sendable {
    /// The extreme, in the unit of the price.
    package let price: Double
    /// The day on which its bar opened, in UTC.
    package let day: CalendarDay

    /// The highest high or lowest low of some bars, the earliest of equals; `nil` of nothing.
    ///
    /// Over all bars it is the extreme of the history at hand, which may begin long after the market's.
    /// A figure that is not a number is passed over.
    package init?(_ side: SwingPivot.Side, of candles: some Sequence<Candle>) {
        let all = candles.filter { !$0.extreme(side).isNaN }
        let sign = side == .high ? 1.0 : -1.0
        guard
            let candle = all.max(by: {
                (sign * $0.extreme(side), $1.openTime) < (sign * $1.extreme(side), $0.openTime)
            })
        else { return nil }
        price = candle.extreme(side)
        day = candle.openTime.day
    }
}
