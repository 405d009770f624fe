package import Market

/// Bars of one length, oldest first, each at most once. Bars that are missing are missing: see `gaps`.
package struct CandleSeries: Sendable {
    /// The length of every bar.
    package let interval: TimeSpan
    /// The bars, by opening, ascending.
    package let candles: [Candle]

    /// Bars of one length in any order; each opening at most once.
    package init(interval: TimeSpan, candles: [Candle]) {
        let ordered = candles.sorted { $0.openTime < $1.openTime }
        precondition(
            zip(ordered, ordered.dropFirst()).allSatisfy { $0.openTime < $1.openTime },
            "a series must hold each bar once")
        precondition(
            ordered.allSatisfy { $0.interval == interval }, "a series must hold bars of one length")
        self.interval = interval
        self.candles = ordered
    }

    /// The closes, oldest first.
    package var closes: [Double] { candles.map(\.close) }

    /// The last bar that had closed at `instant`. Takes logarithmic time.
    package func lastClosed(at instant: Timestamp) -> Candle? {
        let count = candles.partitionIndex { $0.closeTime > instant }
        return count > 0 ? candles[count - 1] : nil
    }

    /// The last bar that had closed at `instant`, if it closed within `age` before it.
    package func lastClosed(at instant: Timestamp, within age: TimeSpan) -> Candle? {
        guard let candle = lastClosed(at: instant), instant - candle.closeTime <= age else {
            return nil
        }
        return candle
    }

    /// The bars that open and close within the range.
    package func candles(in range: TimeRange) -> ArraySlice<Candle> {
        let first = candles.partitionIndex { $0.openTime >= range.start }
        let end = candles.partitionIndex { $0.closeTime > range.end }
        return first < end ? candles[first..<end] : []
    }

    /// The bar with the highest close among those that close in the range; the earliest of equals.
    package func highestClose(in range: TimeRange) -> Candle? {
        candles(in: range).max {
            ($0.close, $1.openTime) < ($1.close, $0.openTime)
        }
    }

    /// The bar with the lowest close among those that close in the range; the earliest of equals.
    package func lowestClose(in range: TimeRange) -> Candle? {
        candles(in: range).min {
            ($0.close, $0.openTime) < ($1.close, $1.openTime)
        }
    }

    /// The stretches between the first and the last bar where bars are missing.
    package var gaps: [TimeRange] {
        zip(candles, candles.dropFirst()).compactMap { earlier, later in
            earlier.closeTime < later.openTime
                ? TimeRange(from: earlier.closeTime, to: later.openTime) : nil
        }
    }
}

extension Array {
    /// The first index from which `belongsAfter` holds, where it holds for no element before that.
    package func partitionIndex(where belongsAfter: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
