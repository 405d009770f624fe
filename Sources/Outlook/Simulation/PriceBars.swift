/// Bars of one length as plain columns, oldest first, with the grid they stand on.
///
/// A bar stands where its opening is a multiple of its length since 1970 UTC; days, hours and whatever divides
/// them do. Bars that are missing are missing.
///
/// - Input: openings in microseconds since 1970 UTC, prices above zero in one currency.
/// - Degenerate case: `nil` for columns of unequal length, a length that is not positive, openings that do not
///   ascend on the grid, or a bar whose prices contradict each other.
package struct PriceBars: Hashable, Sendable {
    /// The length of every bar in microseconds, above zero.
    package let interval: Int64
    /// When each bar opens, in microseconds since 1970 UTC, ascending.
    package let openTimes: [Int64]
    /// The first prices.
    package let opens: [Double]
    /// The highest prices.
    package let highs: [Double]
    /// The lowest prices.
    package let lows: [Double]
    /// The last prices.
    package let closes: [Double]

    /// Bars of these columns.
    package init?(
        interval: Int64, openTimes: [Int64], opens: [Double], highs: [Double], lows: [Double],
        closes: [Double]
    ) {
        let counts = [opens.count, highs.count, lows.count, closes.count]
        guard interval > 0, counts.allSatisfy({ $0 == openTimes.count }),
            zip(openTimes, openTimes.dropFirst()).allSatisfy({ $0 < $1 }),
            openTimes.allSatisfy({ $0.isMultiple(of: interval) && Self.instants.contains($0) }),
            interval <= Self.instants.upperBound
        else { return nil }
        for index in openTimes.indices {
            let (open, close) = (opens[index], closes[index])
            let (low, high) = (lows[index], highs[index])
            // One by one: the lesser of a number and none is the number.
            guard low > 0, high.isFinite, low <= open, low <= close, high >= open, high >= close
            else { return nil }
        }
        self.interval = interval
        self.openTimes = openTimes
        self.opens = opens
        self.highs = highs
        self.lows = lows
        self.closes = closes
    }

    /// Some 36,000 years: times further away could overflow when a horizon is added.
    static let instants: ClosedRange<Int64> = -(1 << 60)...(1 << 60)

    /// How many bars there are.
    package var count: Int { openTimes.count }

    /// Whether a bar opens where the one before it closes; false for the first.
    package func isAdjacent(_ index: Int) -> Bool {
        index > 0 && openTimes[index] - openTimes[index - 1] == interval
    }

    /// The first bars of these.
    package func prefix(_ length: Int) -> PriceBars { part(0..<min(max(0, length), count)) }

    /// Some bars of these, by their places.
    package func part(_ range: Range<Int>) -> PriceBars {
        PriceBars(unchecked: self, range)
    }

    private init(unchecked bars: PriceBars, _ range: Range<Int>) {
        interval = bars.interval
        openTimes = Array(bars.openTimes[range])
        opens = Array(bars.opens[range])
        highs = Array(bars.highs[range])
        lows = Array(bars.lows[range])
        closes = Array(bars.closes[range])
    }

    /// The place of the first bar that opens at an instant or later; the count where there is none. Takes
    /// logarithmic time.
    package func firstIndex(openingFrom instant: Int64) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if openTimes[middle] < instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
