/// What is seen of one contract over one interval: the price's reach, open interest, liquidations.
package struct ProfileInterval: Hashable, Sendable {
    /// The lowest price.
    package let low: Double
    /// The highest price.
    package let high: Double
    /// The price at the end, at which positions are taken to be opened.
    package let close: Double
    /// Coins open at the end, one side counted.
    package let openInterest: Double
    /// Longs liquidated, in US dollars as published.
    package let longUSD: Double
    /// Shorts liquidated, in US dollars as published.
    package let shortUSD: Double
    /// How many of the model's intervals it is long: turnover is told for one of them.
    package let span: Double

    /// An interval; `nil` unless 0 < low <= close <= high, the span is above zero, and the others are not
    /// negative, all finite.
    package init?(
        low: Double, high: Double, close: Double, openInterest: Double, longUSD: Double,
        shortUSD: Double, span: Double = 1
    ) {
        guard low > 0, low <= close, close <= high, high.isFinite, openInterest >= 0, longUSD >= 0,
            shortUSD >= 0, openInterest.isFinite, longUSD.isFinite, shortUSD.isFinite,
            span > 0, span.isFinite
        else { return nil }
        self.low = low
        self.high = high
        self.close = close
        self.openInterest = openInterest
        self.longUSD = longUSD
        self.shortUSD = shortUSD
        self.span = span
    }
}
