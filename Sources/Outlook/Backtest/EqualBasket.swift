internal import Series

/// A basket that holds the same value of each of some assets, put right at every close.
///
/// Highs and lows of different assets do not come at the same moment, so those of the basket are not known: its
/// bars go straight from close to close, and only events of closes may be asked of it.
package enum EqualBasket {
    /// The basket's bars from a level of 100, where every asset has a bar and one just before it; `nil` of no
    /// asset, of bars of different lengths, or with no such moment.
    package static func bars(of assets: [PriceBars]) -> PriceBars? {
        guard let first = assets.first, assets.allSatisfy({ $0.interval == first.interval }) else {
            return nil
        }
        let closes = assets.map { asset in
            Dictionary(uniqueKeysWithValues: zip(asset.openTimes, asset.closes))
        }
        var (times, opens, ends) = ([Int64](), [Double](), [Double]())
        var level = 100.0
        for time in first.openTimes {
            let ratios = closes.compactMap { close -> Double? in
                guard let now = close[time], let before = close[time - first.interval] else {
                    return nil
                }
                return now / before
            }
            guard ratios.count == assets.count else { continue }
            times.append(time)
            opens.append(level)
            level *= ratios.compensatedSum / Double(ratios.count)
            ends.append(level)
        }
        guard !times.isEmpty else { return nil }
        return PriceBars(
            interval: first.interval, openTimes: times, opens: opens,
            highs: zip(opens, ends).map { max($0, $1) }, lows: zip(opens, ends).map { min($0, $1) },
            closes: ends)
    }
}
