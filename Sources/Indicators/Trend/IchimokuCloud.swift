package import Market

/// Hosoda's one-glance chart: middles of the range over three spans of time.
///
/// Nothing here is shifted: every figure is given at the bar at which it can be computed. A chart
/// draws the leading spans `displacement` bars later and the lagging span as many bars earlier.
///
/// - Input: candles, oldest first; reads high, low and close.
/// - Output: in quote currency; `nil` until the longest span is full, for `leading - 1` bars.
/// - Flat market: all at the price.
/// - Source: Hosoda (Ichimoku Sanjin), *Ichimoku Kinko Hyo*, 1969.
/// - Checked against: TA-Lib's MAX and MIN put together, within 1e-9 relative,
///   `Fixtures/Indicators/ichimoku.csv`.
package struct IchimokuCloud: Indicator {
    /// The lines of a bar.
    package struct Lines: Hashable, Sendable {
        /// Tenkan-sen: the middle of the shortest span.
        package let conversion: Double
        /// Kijun-sen: the middle of the second span.
        package let base: Double
        /// Senkou span A: the mean of the two. Drawn `displacement` bars later.
        package let leadingA: Double
        /// Senkou span B: the middle of the longest span. Drawn `displacement` bars later.
        package let leadingB: Double
        /// Chikou span: the close of this bar and nothing else. Drawn `displacement` bars earlier,
        /// which is why a chart seems to know it before its time.
        package let lagging: Double
    }

    /// By how many bars a chart moves the leading spans on and the lagging span back.
    package let displacement: Int
    private var conversion: RollingAggregate<PriceExtremes>
    private var base: RollingAggregate<PriceExtremes>
    private var leading: RollingAggregate<PriceExtremes>

    /// The customary 9, 26 and 52 bars; the spans must be positive and may not shrink.
    package init(
        conversion: Int = 9, base: Int = 26, leading: Int = 52, displacement: Int = 26
    ) {
        precondition(conversion <= base && base <= leading, "each span must hold the one before")
        precondition(displacement >= 0, "a displacement is a count of bars")
        self.displacement = displacement
        self.conversion = RollingAggregate(period: conversion)
        self.base = RollingAggregate(period: base)
        self.leading = RollingAggregate(period: leading)
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Lines? {
        let short = conversion.update(candle)?.middle
        let middle = base.update(candle)?.middle
        let long = leading.update(candle)?.middle  // All must advance before any is judged.
        guard let short, let middle, let long = long?.finite,
            let span = ((short + middle) / 2).finite
        else { return nil }
        return Lines(
            conversion: short, base: middle, leadingA: span, leadingB: long,
            lagging: candle.close)
    }
}
