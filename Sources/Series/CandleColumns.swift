package import Market

/// Bars of one length as columns, oldest first, each at most once: what is left of a bar for those
/// who look at few of its figures. Missing bars are missing: see `times`.
///
/// A column is an array of doubles and nothing else, so that ten years of a thousand assets are read
/// and walked at the speed of memory. Columns that were not asked for are empty.
package struct CandleColumns: Sendable {
    /// Which columns there are.
    package struct Fields: OptionSet, Hashable, Sendable {
        /// A bit a column.
        package let rawValue: UInt8

        /// Columns by their bits.
        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// The last prices.
        package static let closes = Fields(rawValue: 1)
        /// The highest prices.
        package static let highs = Fields(rawValue: 2)
        /// The lowest prices.
        package static let lows = Fields(rawValue: 4)
        /// The first prices.
        package static let opens = Fields(rawValue: 8)
        /// What changed hands.
        package static let volumes = Fields(rawValue: 16)
        /// Every column.
        package static let all: Fields = [.closes, .highs, .lows, .opens, .volumes]
    }

    /// When the bars open.
    package enum Times: Hashable, Sendable {
        /// One bar an interval from a first opening on, none missing.
        case regular(first: Timestamp)
        /// Every opening, ascending; somewhere a bar is missing.
        case explicit([Timestamp])
    }

    /// The length of every bar.
    package let interval: TimeSpan
    /// How many bars there are.
    package let count: Int
    /// When they open.
    package let times: Times
    /// Which columns are there; each of them has `count` values, the others have none.
    package let fields: Fields
    /// The first prices or levels, in quote currency.
    package let opens: [Double]
    /// The highest prices or levels, in quote currency.
    package let highs: [Double]
    /// The lowest prices or levels, in quote currency.
    package let lows: [Double]
    /// The last prices or levels, in quote currency.
    package let closes: [Double]
    /// What changed hands, in the unit of the series; NaN where the source does not say.
    package let volumes: [Double]

    /// Columns of one length; those that are not in `fields` must be empty.
    package init(
        interval: TimeSpan, count: Int, times: Times, fields: Fields, opens: [Double] = [],
        highs: [Double] = [], lows: [Double] = [], closes: [Double] = [], volumes: [Double] = []
    ) {
        let columns: [(Fields, [Double])] = [
            (.opens, opens), (.highs, highs), (.lows, lows), (.closes, closes),
            (.volumes, volumes),
        ]
        precondition(
            columns.allSatisfy { $0.1.count == (fields.contains($0.0) ? count : 0) },
            "a column has a value for each bar, or is not there")
        if case .explicit(let openTimes) = times {
            precondition(openTimes.count == count, "each bar opens once")
        }
        self.interval = interval
        self.count = count
        self.times = times
        self.fields = fields
        self.opens = opens
        self.highs = highs
        self.lows = lows
        self.closes = closes
        self.volumes = volumes
    }

    /// No bars.
    package static func none(interval: TimeSpan, fields: Fields) -> CandleColumns {
        CandleColumns(interval: interval, count: 0, times: .explicit([]), fields: fields)
    }

    /// Whether there is no bar.
    package var isEmpty: Bool { count == 0 }

    /// When a bar opens; `index` counts from the oldest, which is 0. Takes constant time.
    package func openTime(at index: Int) -> Timestamp {
        precondition(index >= 0 && index < count, "a bar is counted from the oldest")
        return switch times {
        case .regular(let first):
            first + TimeSpan(microseconds: interval.microseconds * Int64(index))
        case .explicit(let openTimes): openTimes[index]
        }
    }

    /// The first instant after a bar.
    package func closeTime(at index: Int) -> Timestamp { openTime(at: index) + interval }

    /// How many bars had closed at `instant`: the last of them stands at one less. Takes logarithmic
    /// time.
    package func countClosed(at instant: Timestamp) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = low + (high - low) / 2
            if closeTime(at: middle) > instant { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The last bar that had closed at `instant`.
    package func lastClosed(at instant: Timestamp) -> Int? {
        let closed = countClosed(at: instant)
        return closed > 0 ? closed - 1 : nil
    }

    /// The bar that opens at an instant, if there is one. Takes logarithmic time.
    package func index(openingAt instant: Timestamp) -> Int? {
        let before = countOpened(before: instant)
        return before < count && openTime(at: before) == instant ? before : nil
    }

    /// Whole bars, oldest first; `nil` unless every price was asked for. Volumes that were not asked
    /// for are absent.
    package func candles() -> [Candle]? {
        guard fields.isSuperset(of: [.opens, .highs, .lows, .closes]) || isEmpty else { return nil }
        return (0..<count).map { index in
            let volume = volumes.isEmpty ? .nan : volumes[index]
            return Candle(
                openTime: openTime(at: index), interval: interval, open: opens[index],
                high: highs[index], low: lows[index], close: closes[index],
                volume: volume.isNaN ? nil : volume)
        }
    }

    private func countOpened(before instant: Timestamp) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = low + (high - low) / 2
            if openTime(at: middle) >= instant { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
