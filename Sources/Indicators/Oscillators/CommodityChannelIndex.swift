package import Market

/// Lambert's CCI: how far the typical price lies from its mean, in mean distances.
///
/// - Input: candles, oldest first; reads high, low and close.
/// - Output: no unit and no bounds, mostly within -100...100; `nil` for the first `period - 1`
///   bars.
/// - Flat market: 0.
/// - Cost: in proportion to `period`, as the distances are from a mean that moves.
/// - Source: Lambert, *Commodity Channel Index: Tool for Trading Cyclic Trends*, Commodities, 1980.
/// - Checked against: TA-Lib's CCI within 1e-9, `Fixtures/Indicators/cci.csv`.
package struct CommodityChannelIndex: Indicator {
    /// Lambert's constant, chosen so that most readings lie within a hundred of zero.
    private static let scale = 0.015
    private let period: Int
    /// The last typical prices, in no order: a sum does not mind.
    private var prices: [Double] = []
    private var oldest = 0

    /// An index over `period` bars; `period` must be positive.
    package init(period: Int = 20) {
        precondition(period > 0, "an index must span at least one bar")
        self.period = period
        prices.reserveCapacity(period)
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Double? {
        let price = candle.typicalPrice
        if prices.count < period {
            prices.append(price)
        } else {
            prices[oldest] = price
            oldest = oldest + 1 == period ? 0 : oldest + 1
        }
        guard prices.count == period else { return nil }
        // Distances from this price, not prices: so a flat market is exactly flat.
        var sum = 0.0
        for other in prices { sum += other - price }
        let mean = sum / Double(period)
        var distances = 0.0
        for other in prices { distances += abs(other - price - mean) }
        let meanDistance = distances / Double(period)
        guard meanDistance.isFinite else { return nil }
        return meanDistance > 0 ? (-mean / (Self.scale * meanDistance)).finite : 0
    }
}
