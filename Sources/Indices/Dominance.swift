package import Market
internal import Series

/// What share of a market each of its members is, and how that changed.
///
/// - Input: capitalisations, zero or more; a member that is missing at one end has a share of zero there.
/// - Output: ratios from 0 to 1 that add up to one; changes in points, which add up to zero.
/// - Degenerate case: `nil` where either end is worth nothing or a number is negative or not finite.
/// - Checked against: pandas, `Fixtures/Indices/dominance.csv`, within 1e-12.
package struct Dominance: Sendable {
    /// One member's share.
    package struct Share: Hashable, Sendable {
        /// The member.
        package let asset: AssetID
        /// Its share at the start, from 0 to 1.
        package let before: Double
        /// Its share at the end, from 0 to 1.
        package let after: Double

        /// How far the share moved, in points.
        package var change: Double { after - before }
    }

    /// The members, the largest later share first, then by name.
    package let shares: [Share]

    /// Measures both ends of a window.
    package init?(before: [AssetID: Double], after: [AssetID: Double]) {
        guard let earlier = Self.shares(of: before), let later = Self.shares(of: after) else {
            return nil
        }
        shares = Set(earlier.keys).union(later.keys)
            .map { Share(asset: $0, before: earlier[$0] ?? 0, after: later[$0] ?? 0) }
            .sorted { ($1.after, $0.asset) < ($0.after, $1.asset) }
    }

    /// The share of a member; `nil` where it is at neither end.
    package func share(of asset: AssetID) -> Share? {
        shares.first { $0.asset == asset }
    }

    private static func shares(of caps: [AssetID: Double]) -> [AssetID: Double]? {
        guard caps.values.allSatisfy(\.isFiniteAmount), let top = caps.values.max(), top > 0 else {
            return nil
        }
        // Measured against the largest, no sum of them can overflow.
        let sizes = caps.sorted { $0.key < $1.key }.map { ($0.key, $0.value / top) }
        let whole = sizes.map(\.1).compensatedSum
        return Dictionary(uniqueKeysWithValues: sizes.map { ($0.0, $0.1 / whole) })
    }
}
