package import Market

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Logarithmic returns of many assets over the same bars, absent as absent.
///
/// The bars are of one length and in time order. They need not touch: a move over 24 hours up to a
/// noon may stand after whole days up to the midnight before last.
///
/// - Unit: returns as natural logarithms of price ratios; caps in dollars.
/// - Degenerate case: a price that is missing, not positive or not finite has no return to it and
///   none from it. A panel is `nil` with a name twice, with columns of unequal length, without a
///   bar, or beyond `maximumCells`.
package struct ReturnPanel: Sendable {
    /// One asset's share of a panel.
    package struct Column: Sendable {
        /// The asset.
        package let asset: AssetID
        /// What it was worth before the moves that are studied; zero where nobody knows.
        package let cap: Double
        /// Closes or returns, oldest first, NaN where there is none.
        package let values: [Double]

        /// A column; a cap that is not positive and finite counts as unknown.
        package init(asset: AssetID, cap: Double, values: [Double]) {
            self.asset = asset
            self.cap = cap > 0 && cap.isFinite ? cap : 0
            self.values = values
        }
    }

    /// More returns than this are refused: a thousand assets over ten years of days take a fifth.
    package static let maximumCells = 20_000_000

    /// The assets, by name.
    package let assets: [AssetID]
    /// What each was worth, in the same order; zero where unknown.
    package let caps: [Double]
    /// When each bar ends, ascending.
    package let ends: [Timestamp]
    /// The returns of each asset, in the order of `assets`; NaN where absent.
    let returns: [[Double]]

    /// How many bars there are.
    package var bars: Int { ends.count }

    /// A panel of returns, each column as long as there are ends.
    package init?(returns columns: [Column], ends: [Timestamp]) {
        let ordered = columns.sorted { $0.asset < $1.asset }
        guard !ends.isEmpty, !ordered.isEmpty,
            ordered.allSatisfy({ $0.values.count == ends.count }),
            ends.count <= Self.maximumCells / ordered.count,
            zip(ordered, ordered.dropFirst()).allSatisfy({ $0.asset < $1.asset }),
            zip(ends, ends.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        self.ends = ends
        assets = ordered.map(\.asset)
        caps = ordered.map(\.cap)
        returns = ordered.map { $0.values.map { abs($0) <= Self.largest ? $0 : .nan } }
    }

    /// A panel of closes, each column as long as there are closing times; the first close of all has
    /// no return.
    package init?(closes columns: [Column], closeTimes: [Timestamp]) {
        guard columns.allSatisfy({ $0.values.count == closeTimes.count }) else { return nil }
        self.init(
            returns: columns.map { column in
                Column(
                    asset: column.asset, cap: column.cap,
                    values: zip(column.values.dropFirst(), column.values).map { later, earlier in
                        later > 0 && earlier > 0 && later.isFinite && earlier.isFinite
                            ? log(later / earlier) : .nan
                    })
            }, ends: Array(closeTimes.dropFirst()))
    }

    /// A factor of a hundred billion billion: no price's doing, and its powers stay finite.
    private static let largest = 46.0

    /// Where an asset stands in `assets`. Takes logarithmic time.
    package func index(of asset: AssetID) -> Int? {
        var (low, high) = (0, assets.count)
        while low < high {
            let middle = (low + high) / 2
            if assets[middle] < asset { low = middle + 1 } else { high = middle }
        }
        return low < assets.count && assets[low] == asset ? low : nil
    }

    /// What an asset was worth; zero where unknown.
    package func cap(of asset: AssetID) -> Double { index(of: asset).map { caps[$0] } ?? 0 }

    /// An asset's return over a bar; `nil` where absent.
    package func value(of asset: Int, at bar: Int) -> Double? {
        let value = returns[asset][bar]
        return value.isNaN ? nil : value
    }

    /// How many bars had ended at an instant: the exclusive end of a window that knows no more.
    package func countEnded(at instant: Timestamp) -> Int {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] > instant { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
