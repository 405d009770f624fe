package import Market

/// The relative strength index of money: typical price times volume, by whether the price rose or
/// fell.
///
/// - Input: candles, oldest first; reads high, low, close and volume.
/// - Output: 0...100, no unit; `nil` for the first `period` bars.
/// - No volume, flat market: 50. (TA-Lib answers 0 wherever less than one unit of money moved.)
/// - Unknown volume: `nil` from that bar until `period` bars with a volume have followed it.
/// - Source: Quong and Soudack, *Volume-Weighted RSI: Money Flow*, Stocks & Commodities, 1989.
/// - Checked against: TA-Lib's MFI within 1e-9, `Fixtures/Indicators/mfi.csv`.
package struct MoneyFlowIndex: Indicator {
    private var previousPrice: Double?
    private var window: RollingAggregate<MoneyFlow>

    /// An index over `period` bars; `period` must be positive.
    package init(period: Int = 14) {
        window = RollingAggregate(period: period)
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Double? {
        let price = candle.typicalPrice
        defer { previousPrice = price }
        guard let volume = candle.volume else {
            window.reset()
            return nil
        }
        guard let previousPrice else { return nil }
        let flow = price * volume
        let direction = price > previousPrice ? 1.0 : price < previousPrice ? -1 : 0
        guard let flows = window.update((flow: flow, direction: direction)) else { return nil }
        let rising = flows.rising.value
        let whole = rising + flows.falling.value
        guard whole.isFinite else { return nil }
        // The share first: `100 * rising / rising` can round to more than 100.
        return whole > 0 ? 100 * (rising / whole) : 50
    }
}

/// What was paid on rising and on falling bars of a stretch.
private struct MoneyFlow: WindowSummary {
    let rising: WindowSum
    let falling: WindowSum

    init(_ bar: (flow: Double, direction: Double)) {
        self.init(
            rising: WindowSum(bar.direction > 0 ? bar.flow : 0),
            falling: WindowSum(bar.direction < 0 ? bar.flow : 0))
    }

    private init(rising: WindowSum, falling: WindowSum) {
        self.rising = rising
        self.falling = falling
    }

    static func joining(_ older: MoneyFlow, _ newer: MoneyFlow) -> MoneyFlow {
        MoneyFlow(
            rising: .joining(older.rising, newer.rising),
            falling: .joining(older.falling, newer.falling))
    }
}
