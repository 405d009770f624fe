package import Market

/// How recent the highest high and the lowest low of the last `period + 1` bars are.
///
/// - Input: candles, oldest first; reads high and low.
/// - Output: both 0...100, no unit, 100 where the extreme is this bar; `nil` for the first `period`
///   bars.
/// - Flat market: 100 and 100, as of equal extremes the newest counts.
/// - Source: Chande, *A Time Price Oscillator*, Stocks & Commodities, 1995.
/// - Checked against: TA-Lib's AROON within 1e-9, `Fixtures/Indicators/aroon.csv`.
package struct AroonIndicator: Indicator {
    /// The two figures of a bar.
    package struct Reading: Hashable, Sendable {
        /// How recent the highest high is, 0...100.
        package let up: Double
        /// How recent the lowest low is, 0...100.
        package let down: Double

        /// `up` less `down`, -100...100.
        package var oscillator: Double { up - down }
    }

    private let period: Double
    private var window: RollingAggregate<ExtremeAges>

    /// An indicator that looks `period` bars back, which must be positive.
    package init(period: Int = 25) {
        precondition(period > 0, "the look back must span at least one bar")
        self.period = Double(period)
        window = RollingAggregate(period: period + 1)
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) -> Reading? {
        guard let ages = window.update(candle) else { return nil }
        return Reading(
            up: 100 * (period - Double(ages.barsSinceHigh)) / period,
            down: 100 * (period - Double(ages.barsSinceLow)) / period)
    }
}

/// The extremes of a stretch of bars and how long ago, seen from its end, they were.
private struct ExtremeAges: WindowSummary {
    private var bars = 1
    private var high: Double
    private var low: Double
    private(set) var barsSinceHigh = 0
    private(set) var barsSinceLow = 0

    init(_ candle: Candle) {
        high = candle.high
        low = candle.low
    }

    static func joining(_ older: ExtremeAges, _ newer: ExtremeAges) -> ExtremeAges {
        var whole = newer
        whole.bars += older.bars
        if older.high > newer.high {
            whole.high = older.high
            whole.barsSinceHigh = older.barsSinceHigh + newer.bars
        }
        if older.low < newer.low {
            whole.low = older.low
            whole.barsSinceLow = older.barsSinceLow + newer.bars
        }
        return whole
    }
}
