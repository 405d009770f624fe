package import Market

/// High, low and close of the day, the week and the month before the present one, in UTC.
///
/// Weeks begin on Monday, as ISO 8601 has them. A bar belongs to the period in which it opens.
///
/// - Input: bars of at most a day, oldest first, closed.
/// - Output: in the unit of the price.
/// - Degenerate case: `nil` where the period before holds no bar; `isWhole` tells one that lacks bars.
/// - Checked against: pandas' resampling over the daily bars of TOTAL, exactly,
///   `Fixtures/Levels/prior.csv`.
package struct PriorPeriods: Sendable {
    /// A stretch of the calendar.
    package enum Unit: String, CaseIterable, Sendable {
        case day
        /// From Monday.
        case week
        case month

        /// The number of the period that holds a day, one more for each period.
        func index(of day: CalendarDay) -> Int {
            switch self {
            case .day: return day.daysSinceEpoch
            case .week:
                // 1970 began on a Thursday, three days after a Monday.
                let sinceMonday = day.daysSinceEpoch + 3
                return (sinceMonday - ((sinceMonday % 7) + 7) % 7) / 7
            case .month:
                let (year, month, _) = day.civil
                return year * 12 + month
            }
        }

    }

    /// A price of a period that people remember.
    package enum Part: String, CaseIterable, Sendable {
        case high
        case low
        case close
    }

    /// What a period has seen.
    package struct Record: Hashable, Sendable {
        /// The highest high, in the unit of the price.
        package private(set) var high: Double
        /// The lowest low, in the unit of the price.
        package private(set) var low: Double
        /// The last close, in the unit of the price.
        package private(set) var close: Double
        /// When the first of its bars opened.
        package let start: Timestamp
        /// When the last of its bars closed.
        package private(set) var end: Timestamp
        /// Whether the period has no stretch without a bar.
        package private(set) var isWhole: Bool

        fileprivate let index: Int

        fileprivate init(_ candle: Candle, index: Int, isFirst: Bool) {
            high = candle.high
            low = candle.low
            close = candle.close
            start = candle.openTime
            end = candle.closeTime
            isWhole = isFirst
            self.index = index
        }

        fileprivate mutating func add(_ candle: Candle) {
            high = max(high, candle.high)
            low = min(low, candle.low)
            close = candle.close
            isWhole = isWhole && end == candle.openTime
            end = candle.closeTime
        }

        fileprivate func closed(before next: Int, _ unit: Unit) -> Record? {
            guard index == next - 1 else { return nil }
            var record = self
            record.isWhole = isWhole && unit.index(of: end.day) == next
            return record
        }

        /// The price of a part.
        package func price(of part: Part) -> Double {
            switch part {
            case .high: high
            case .low: low
            case .close: close
            }
        }
    }

    private struct Fold {
        var current: Record?
        var previous: Record?
    }

    private var folds = [Fold](repeating: Fold(), count: Unit.allCases.count)

    /// Periods of bars yet to come.
    package init() {}

    /// The periods of some bars: the streaming form folded.
    package init(_ candles: some Sequence<Candle>) {
        for candle in candles { update(candle) }
    }

    /// Takes the next bar.
    package mutating func update(_ candle: Candle) {
        precondition(candle.interval <= .day, "a longer bar would belong to several days")
        for (place, unit) in Unit.allCases.enumerated() {
            let index = unit.index(of: candle.openTime.day)
            if folds[place].current?.index == index {
                folds[place].current?.add(candle)
            } else {
                // The first bar of a period opens when the period before is just over.
                let eve = candle.openTime - TimeSpan(microseconds: 1)
                folds[place].previous = folds[place].current
                folds[place].current = Record(
                    candle, index: index, isFirst: unit.index(of: eve.day) == index - 1)
            }
        }
    }

    /// The period before the one that holds `instant`, which must not be earlier than the last bar.
    package func prior(_ unit: Unit, at instant: Timestamp) -> Record? {
        let fold = folds[Unit.allCases.firstIndex(of: unit) ?? 0]
        let present = unit.index(of: instant.day)
        return fold.current?.closed(before: present, unit)
            ?? fold.previous?.closed(before: present, unit)
    }
}
