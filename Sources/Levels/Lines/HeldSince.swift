package import Market

/// How a line that moves has been kept since a moment: "dynamic support since", in numbers.
///
/// - Input: closed bars, oldest first, with the value of the line and the average true range at each
///   close, in the unit of the price; a bar without its line is left out.
/// - Output: counts of bars that opened at or after the moment. A bar touches the line when its range
///   comes within `reach` average true ranges of it, or spans it; without a range, when it reaches it.
/// - Degenerate case: no bar since the moment has counts of zero and no days.
/// - Checked against: pandas over TOTAL and its simple averages, exactly, `Fixtures/Levels/held.csv`.
package struct HeldSince: Hashable, Sendable {
    /// Bars that have a line.
    package private(set) var bars = 0
    /// Closes above the line.
    package private(set) var closesAbove = 0
    /// Closes below the line.
    package private(set) var closesBelow = 0
    /// How many of the last closes lie above the line, one after another.
    package private(set) var closesAboveInARow = 0
    /// How many of the last closes lie below the line, one after another.
    package private(set) var closesBelowInARow = 0
    /// Bars that touch the line.
    package private(set) var touchedBars = 0
    /// Visits: bars that touch the line, those that follow one another counted as one.
    package private(set) var touches = 0
    /// The day of the last bar that touches it.
    package private(set) var lastTouch: CalendarDay?
    /// The day of the last close below it.
    package private(set) var lastCloseBelow: CalendarDay?
    /// The day of the last close above it.
    package private(set) var lastCloseAbove: CalendarDay?
    private var isTouching = false

    /// Whether every close since the moment lies above the line, and one does.
    package var isSupport: Bool { bars > 0 && closesAbove == bars }
    /// Whether every close since the moment lies below the line, and one does.
    package var isResistance: Bool { bars > 0 && closesBelow == bars }

    /// Counts the bars that opened at or after `moment`.
    package init(
        _ candles: [Candle], line: [Double?], averageRange: [Double?], since moment: Timestamp,
        reach: Double = 0.5
    ) {
        precondition(
            candles.count == line.count && candles.count == averageRange.count,
            "every bar needs its line and its range")
        for (index, candle) in candles.enumerated() where candle.openTime >= moment {
            guard let value = line[index], value.isFinite else { continue }
            add(candle, value, within: reach * (averageRange[index] ?? 0))
        }
    }

    private mutating func add(_ candle: Candle, _ line: Double, within distance: Double) {
        let day = candle.openTime.day
        bars += 1
        closesAboveInARow = candle.close > line ? closesAboveInARow + 1 : 0
        closesBelowInARow = candle.close < line ? closesBelowInARow + 1 : 0
        if candle.close > line {
            closesAbove += 1
            lastCloseAbove = day
        } else if candle.close < line {
            closesBelow += 1
            lastCloseBelow = day
        }
        let touches = candle.low <= line + distance && candle.high >= line - distance
        if touches {
            touchedBars += 1
            lastTouch = day
            if !isTouching { self.touches += 1 }
        }
        isTouching = touches
    }
}
