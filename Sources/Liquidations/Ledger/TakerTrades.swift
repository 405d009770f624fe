package import Market
internal import Series

/// What takers traded over a stretch at one venue in one asset, in US dollars.
///
/// Coins become dollars at prices of the same stretch. What they fetched in truth lies between as many at its
/// lowest and as many at its highest price; in the middle stands the mean of the bars' typical prices
/// ((high + low + close) / 3), weighted by volume where every bar has one.
package struct TakerTrades: Hashable, Sendable {
    /// Dollars between two bounds, which are one where dollars were counted.
    package struct Dollars: Hashable, Sendable {
        /// At least so many.
        package let low: Double
        /// About so many.
        package let middle: Double
        /// At most so many.
        package let high: Double

        /// Dollars with their bounds, in order.
        package init(low: Double, middle: Double, high: Double) {
            self.low = low
            self.middle = middle
            self.high = high
        }

        /// The sum of several; bounds add up as well.
        package init(adding parts: some Sequence<Dollars>) {
            let parts = Array(parts)
            low = parts.map(\.low).compensatedSum
            middle = parts.map(\.middle).compensatedSum
            high = parts.map(\.high).compensatedSum
        }
    }

    /// The one contract whose trades were counted; `nil` where all of the venue on the asset were.
    package let instrument: InstrumentID?
    /// The stretch.
    package let range: TimeRange
    /// What takers bought.
    package let bought: Dollars
    /// What takers sold.
    package let sold: Dollars

    /// A bar in dollars; `nil` where it counts coins and the prices leave some of it out, or where a figure is
    /// none.
    ///
    /// - Input: `prices`, bars of the contract by the coin, oldest first; bars beyond the stretch are passed over.
    package init?(_ bar: TakerFlowBar, prices: some Sequence<Candle>) {
        guard bar.bought.isFinite, bar.sold.isFinite, bar.bought >= 0, bar.sold >= 0,
            bar.openTime < bar.closeTime
        else { return nil }
        let price: Dollars
        switch bar.unit {
        case .usd: price = Dollars(low: 1, middle: 1, high: 1)
        case .coins:
            guard let found = Self.price(of: bar, prices) else { return nil }
            price = found
        }
        instrument = bar.instrument
        range = TimeRange(from: bar.openTime, to: bar.closeTime)
        bought = Self.dollars(bar.bought, at: price)
        sold = Self.dollars(bar.sold, at: price)
        guard bought.high.isFinite, sold.high.isFinite else { return nil }
    }

    /// What several trades without a gap between them add up to; `nil` where they are none, overlap, leave a
    /// gap, or count different contracts.
    package init?(joining parts: [TakerTrades]) {
        guard let first = parts.first, let last = parts.last,
            parts.allSatisfy({ $0.instrument == first.instrument }),
            zip(parts, parts.dropFirst()).allSatisfy({ $0.range.end == $1.range.start })
        else { return nil }
        instrument = first.instrument
        range = TimeRange(from: first.range.start, to: last.range.end)
        bought = Dollars(adding: parts.map(\.bought))
        sold = Dollars(adding: parts.map(\.sold))
    }

    private static func dollars(_ amount: Double, at price: Dollars) -> Dollars {
        Dollars(
            low: amount * price.low, middle: amount * price.middle, high: amount * price.high)
    }

    /// The lowest, the mean and the highest price of the bars that make up a stretch.
    private static func price(
        of bar: TakerFlowBar, _ candles: some Sequence<Candle>
    ) -> Dollars? {
        let inside = candles.filter {
            $0.openTime >= bar.openTime && $0.closeTime <= bar.closeTime
        }
        var reached = bar.openTime
        for candle in inside {
            guard candle.openTime == reached, candle.isConsistent else { return nil }
            reached = candle.closeTime
        }
        guard reached == bar.closeTime, let low = inside.map(\.low).min(),
            let high = inside.map(\.high).max()
        else { return nil }
        let typical = inside.map { ($0.high + $0.low + $0.close) / 3 }
        let volumes = inside.compactMap(\.volume)
        let whole = volumes.compensatedSum
        let weighs = volumes.count == inside.count && whole > 0
        let mean =
            weighs
            ? zip(typical, volumes).map { $0 * ($1 / whole) }.compensatedSum
            : typical.compensatedSum / Double(typical.count)
        guard mean.isFinite else { return nil }
        return Dollars(low: low, middle: min(max(mean, low), high), high: high)
    }
}
