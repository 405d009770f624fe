internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How an asset has done against the market over a window, and its place among the assets.
///
/// - Input: logarithmic returns of the same bars, the last of each being the same bar.
/// - Checked against: numpy and `scipy.stats.percentileofscore`, relative 1e-12,
///   `Fixtures/Significance/strength.csv`.
package struct RelativeStrength: Hashable, Sendable {
    /// The name that the asset was given by.
    package let name: String
    /// What it returned over the window, as a ratio; above minus one.
    package let totalReturn: Double
    /// What one held in it has become against one held in the market, less one; above minus one.
    package let excess: Double
    /// The share of assets that did worse, and half of those that did the same, itself among them;
    /// zero to one.
    package let percentile: Double

    /// All assets with enough returns, the strongest first, equals by name.
    ///
    /// Assets with fewer than `window` returns, or whose total is no usable number, are left out;
    /// empty where the market has too few or the window is not positive.
    package static func table(
        of assets: [String: [Double]], market: [Double], window: Int
    ) -> [RelativeStrength] {
        guard window > 0, let marketTotal = total(market, window) else { return [] }
        let totals = assets.compactMap { name, returns in
            total(returns, window).map { (name: name, total: $0) }
        }
        .sorted { ($1.total, $0.name) < ($0.total, $1.name) }
        let ranks = PairStatistics.ranks(totals.map(\.total))
        return zip(totals, ranks).map { asset, rank in
            RelativeStrength(
                name: asset.name, totalReturn: expm1(asset.total),
                excess: expm1(asset.total - marketTotal),
                percentile: (rank - 0.5) / Double(totals.count))
        }
    }

    /// The sum of the last returns; `nil` of too few, or where it stands for a factor beyond 1e130.
    private static func total(_ returns: [Double], _ window: Int) -> Double? {
        guard returns.count >= window else { return nil }
        let sum = returns.suffix(window).compensatedSum
        return abs(sum) < 300 ? sum : nil
    }
}
