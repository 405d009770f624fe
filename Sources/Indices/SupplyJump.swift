package import Market

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A supply that changed faster than coins are mined or minted: somebody counted anew.
///
/// - Output: `perDay` as a ratio a day, compounded over the days between the snapshots; a change within a
///   day counts as that of a whole day. From no coins to some it is infinite.
/// - Checked against: pandas, `Fixtures/Indices/supplies.csv`.
package struct SupplyJump: Hashable, Sendable {
    /// The asset.
    package let asset: AssetID
    /// The row that was last believed.
    package let before: Supply
    /// The row that jumped.
    package let after: Supply
    /// The change a day, as a ratio.
    package let perDay: Double
    /// Whether the next row of the asset stayed near the new supply.
    package internal(set) var isConfirmed: Bool

    /// A supply that changes by more than this a day, up or down, was restated.
    package static let mostPerDay = 0.02

    /// How fast a supply changed from one row to a later one, as a ratio a day.
    package static func perDay(from before: Supply, to after: Supply) -> Double {
        let elapsed = (after.observed - before.observed).inHours / 24
        guard before.coins > 0 else { return after.coins > 0 ? .infinity : 0 }
        return expm1(log(after.coins / before.coins) / max(1, elapsed))
    }
}
