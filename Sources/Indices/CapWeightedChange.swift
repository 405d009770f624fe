package import Market
internal import Series

/// One member of an index over a window.
package struct Constituent: Hashable, Sendable {
    /// The member.
    package let asset: AssetID
    /// Circulating coins, held over the window.
    package let coins: Double
    /// US dollars a coin at the start of the window.
    package let priceBefore: Double
    /// US dollars a coin at the end of the window.
    package let priceAfter: Double

    /// A member.
    package init(asset: AssetID, coins: Double, priceBefore: Double, priceAfter: Double) {
        self.asset = asset
        self.coins = coins
        self.priceBefore = priceBefore
        self.priceAfter = priceAfter
    }

    /// Capitalisation at the end of the window, in US dollars.
    package var capAfter: Double { coins * priceAfter }

    /// The member's own change over the window, as a ratio.
    package var change: Double { priceAfter / priceBefore - 1 }
}

/// How far a capitalisation-weighted index moved over a window, and which member moved it how far.
///
/// The contribution of a member is `(priceAfter - priceBefore) x coins / capBefore`. Supplies are held,
/// so the contributions add up to the change and nothing is left over but rounding.
///
/// - Input: members with positive prices and supplies, in any order.
/// - Output: US dollars and ratios.
/// - Source: S&P Dow Jones Indices, *Index Mathematics Methodology*, market-capitalisation indices.
/// - Checked against: `Scripts/reference/golden.py` within 1e-12.
package struct CapWeightedChange: Sendable {
    /// What one member added to the change of the index.
    package struct Contribution: Hashable, Sendable {
        /// The member.
        package let asset: AssetID
        /// Its part of the change, as a ratio of the earlier index; parts add up.
        package let points: Double
    }

    /// The members, largest earlier capitalisation first, then by name.
    package let constituents: [Constituent]
    /// Capitalisation at the start of the window, in US dollars.
    package let capBefore: Double
    /// Capitalisation at the end of the window, in US dollars.
    package let capAfter: Double

    /// Measures a window; `nil` without members.
    package init?(_ constituents: [Constituent]) {
        guard !constituents.isEmpty else { return nil }
        let ordered = constituents.sorted {
            ($1.coins * $1.priceBefore, $0.asset) < ($0.coins * $0.priceBefore, $1.asset)
        }
        self.constituents = ordered
        capBefore = ordered.map { $0.coins * $0.priceBefore }.compensatedSum
        capAfter = ordered.map(\.capAfter).compensatedSum
    }

    /// The change of the index, as a ratio.
    package var change: Double { (capAfter - capBefore) / capBefore }

    /// What each member added, the furthest from zero first, then by name.
    package var contributions: [Contribution] {
        constituents.map {
            Contribution(
                asset: $0.asset, points: ($0.priceAfter - $0.priceBefore) * $0.coins / capBefore)
        }
        .sorted { (abs($1.points), $0.asset) < (abs($0.points), $1.asset) }
    }

    /// The change less the sum of the contributions: rounding, and nothing else.
    package var residual: Double { change - contributions.map(\.points).compensatedSum }

    /// The change of the member in the middle, as a ratio: half of the members did worse.
    package var medianChange: Double? { constituents.map(\.change).median }

    /// The mean change of the members, each counted alike, as a ratio.
    package var meanChange: Double {
        constituents.map(\.change).compensatedSum / Double(constituents.count)
    }

    /// How many members gained value.
    package var advancing: Int { constituents.count { $0.change > 0 } }

    /// How many members lost value.
    package var declining: Int { constituents.count { $0.change < 0 } }
}
