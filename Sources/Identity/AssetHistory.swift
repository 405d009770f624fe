package import Market

/// The names and units an asset went by, so that figures of before a change can be set beside later ones.
package struct AssetHistory: Hashable, Sendable {
    /// One name over one stretch of time.
    package struct Segment: Hashable, Sendable {
        /// The asset that had the name: the one asked for, or one that went over into it.
        package let asset: AssetID
        /// The name.
        package let ticker: String
        /// The first instant of the stretch; `nil` where that is before any record.
        package let from: Timestamp?
        /// The first instant after it; `nil` where it has not ended.
        package let until: Timestamp?
        /// How many coins of today's asset one unit of then is: above zero and finite.
        package let coinsPerUnit: Double

        /// Whether the name stood at an instant.
        package func covers(_ instant: Timestamp) -> Bool {
            (from.map { $0 <= instant } ?? true) && (until.map { instant < $0 } ?? true)
        }
    }

    /// Whose history.
    package let asset: AssetID
    /// Its own names first, then those of the assets that went over into it; each by time, then name.
    package let segments: [Segment]

    /// The name that stood at an instant; `nil` where the asset did not have it then.
    package func segment(of ticker: String, at instant: Timestamp) -> Segment? {
        let folded = ticker.uppercased()
        return segments.first { $0.ticker.uppercased() == folded && $0.covers(instant) }
    }

    /// What one coin of today cost when one unit of then cost `price`; `nil` where the asset did not have
    /// that name then, or the figures are none.
    package func price(_ price: Double, of ticker: String, at instant: Timestamp) -> Double? {
        guard let segment = segment(of: ticker, at: instant) else { return nil }
        return Self.sound(price / segment.coinsPerUnit)
    }

    /// How many coins of today so many units of then are; `nil` as for `price`.
    package func coins(_ units: Double, of ticker: String, at instant: Timestamp) -> Double? {
        guard let segment = segment(of: ticker, at: instant) else { return nil }
        return Self.sound(units * segment.coinsPerUnit)
    }

    /// One series out of bars under several names: prices a coin of today, volumes in coins of today.
    ///
    /// A bar counts where its name stood over the whole of it. Where two names have a bar that opens at the
    /// same instant, the one that comes first in `segments` counts. Bars that are not `isConsistent` before
    /// or after the change of unit are left out. Answers them by time.
    ///
    /// - Input: bars of one interval by ticker; tickers that the asset never had are passed over.
    package func joined(_ bars: [String: [Candle]]) -> [Candle] {
        var byTime: [Timestamp: Candle] = [:]
        let bars = Dictionary(
            bars.map { ($0.key.uppercased(), $0.value) }, uniquingKeysWith: { $0 + $1 })
        for segment in segments {
            for bar in bars[segment.ticker.uppercased()] ?? [] {
                guard byTime[bar.openTime] == nil, segment.covers(bar.openTime),
                    segment.until.map({ bar.closeTime <= $0 }) ?? true,
                    let candle = Self.candle(bar, coinsPerUnit: segment.coinsPerUnit)
                else { continue }
                byTime[bar.openTime] = candle
            }
        }
        return byTime.values.sorted { $0.openTime < $1.openTime }
    }

    private static func candle(_ bar: Candle, coinsPerUnit: Double) -> Candle? {
        guard bar.isConsistent else { return nil }
        let changed = Candle(
            openTime: bar.openTime, interval: bar.interval, open: bar.open / coinsPerUnit,
            high: bar.high / coinsPerUnit, low: bar.low / coinsPerUnit,
            close: bar.close / coinsPerUnit, volume: bar.volume.map { $0 * coinsPerUnit })
        return changed.isConsistent ? changed : nil
    }

    private static func sound(_ figure: Double) -> Double? {
        figure.isFinite ? figure : nil
    }
}
