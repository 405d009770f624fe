package import Market
internal import Series

/// A change of capitalisation over any window, split exactly into what brought it about.
///
/// An asset that is there at both ends adds a price effect and a supply effect; a stablecoin's supply effect,
/// minting and burning, is a part of its own. An asset that is there at one end only is membership, never
/// price. Every part is that of an asset, so parts add up by asset, by sector and in all.
///
/// - Input: holdings at either end, each asset once at most, in any order; coins and prices zero or more.
/// - Output: US dollars; points as ratios of the earlier capitalisation.
/// - Degenerate case: `nil` where an asset is there twice at one end, where a number is not finite or is
///   negative, where nothing was worth anything before, and where an effect is too large to be told.
/// - Residual: rounding alone, within 1e-12 of the effects' sizes. Where a coin is exchanged for a hundred
///   million new ones the two effects are that much larger than the change, and so is their rounding.
/// - Complexity: O(n log n) in the holdings.
/// - Checked against: `Scripts/reference/indices.py`, at fifty digits, `Fixtures/Indices/decomposition.csv`.
package struct CapDecomposition: Sendable {
    /// What one asset did to the capitalisation.
    package struct Row: Hashable, Sendable {
        /// The asset.
        package let asset: AssetID
        /// What it is, by the later of its holdings.
        package let assetClass: Asset.Class
        /// Its capitalisation at the start, in US dollars; zero where it was not there.
        package let capBefore: Double
        /// Its capitalisation at the end, in US dollars; zero where it is not there.
        package let capAfter: Double
        /// The change by cause, in US dollars.
        package let effects: CapEffects
    }

    /// What the assets of one sector, or of any other grouping, did together.
    package struct Group: Hashable, Sendable {
        /// The group; `nil` for the assets that have none.
        package let name: String?
        /// How many assets it has at either end.
        package let assets: Int
        /// Its capitalisation at the start, in US dollars.
        package let capBefore: Double
        /// The change by cause, in US dollars.
        package let effects: CapEffects
    }

    /// The assets, the largest change first, then by name.
    package let rows: [Row]
    /// Capitalisation at the start, in US dollars.
    package let capBefore: Double
    /// Capitalisation at the end, in US dollars.
    package let capAfter: Double
    /// All changes by cause, in US dollars.
    package let effects: CapEffects
    /// How far prices alone moved an index of what is there at both ends, as a ratio; supplies are those of
    /// the start, and assets leave before the window and enter after it, as they do in an index with a
    /// divisor. `nil` where nothing that stayed was worth anything.
    package let indexChange: Double?

    /// Splits a change.
    package init?(before: [Holding], after: [Holding], by split: EffectSplit = .shapley) {
        guard let earlier = Self.byAsset(before), let later = Self.byAsset(after) else {
            return nil
        }
        let rows = Set(earlier.keys).union(later.keys).sorted()
            .map { Self.row($0, earlier[$0], later[$0], split) }
            .sorted {
                (abs($1.capAfter - $1.capBefore), $0.asset)
                    < (abs($0.capAfter - $0.capBefore), $1.asset)
            }
        self.rows = rows
        capBefore = rows.map(\.capBefore).compensatedSum
        capAfter = rows.map(\.capAfter).compensatedSum
        effects = CapEffects.total(rows.map(\.effects))
        indexChange = Self.indexChange(earlier, later)
        guard capBefore.isSound, capAfter.isFinite, effects.gross.isFinite else { return nil }
    }

    /// The change in US dollars.
    package var change: Double { capAfter - capBefore }

    /// How far the capitalisation moved, as a ratio; supplies, listings and delistings included.
    package var capChange: Double { change / capBefore }

    /// How far the capitalisation moved beyond what prices moved the index, in points: supplies, listings
    /// and delistings.
    package var difference: Double? { indexChange.map { capChange - $0 } }

    /// Effects as ratios of the earlier capitalisation.
    package var points: CapEffects { effects.divided(by: capBefore) }

    /// An asset's effects as ratios of the earlier capitalisation.
    package func points(of row: Row) -> CapEffects { row.effects.divided(by: capBefore) }

    /// A group's effects as ratios of the earlier capitalisation.
    package func points(of group: Group) -> CapEffects { group.effects.divided(by: capBefore) }

    /// The change less the sum of its parts, in US dollars: rounding, and nothing else.
    package var residual: Double { change - effects.sum }

    /// The same change by group; each asset is in one, or in none.
    ///
    /// - Returns: Groups by the size of their change, then by name, those without a name last of equals.
    package func grouped(by name: (AssetID) -> String?) -> [Group] {
        Dictionary(grouping: rows) { name($0.asset) }
            .map { name, rows in
                Group(
                    name: name, assets: rows.count,
                    capBefore: rows.map(\.capBefore).compensatedSum,
                    effects: CapEffects.total(rows.map(\.effects)))
            }
            .sorted {
                (abs($1.effects.sum), $0.name == nil ? 1 : 0, $0.name ?? "")
                    < (abs($0.effects.sum), $1.name == nil ? 1 : 0, $1.name ?? "")
            }
    }
}

extension CapDecomposition {
    /// The holdings by asset; `nil` where one is there twice or cannot be counted.
    private static func byAsset(_ holdings: [Holding]) -> [AssetID: Holding]? {
        var found: [AssetID: Holding] = [:]
        for holding in holdings {
            guard holding.isSound, found.updateValue(holding, forKey: holding.asset) == nil else {
                return nil
            }
        }
        return found
    }

    private static func row(
        _ asset: AssetID, _ before: Holding?, _ after: Holding?, _ split: EffectSplit
    ) -> Row {
        Row(
            asset: asset, assetClass: (after ?? before)?.assetClass ?? .coin,
            capBefore: before?.cap ?? 0, capAfter: after?.cap ?? 0,
            effects: effects(before, after, split))
    }

    private static func effects(
        _ before: Holding?, _ after: Holding?, _ split: EffectSplit
    ) -> CapEffects {
        guard let before else { return CapEffects(entered: after?.cap ?? 0) }
        guard let after else { return CapEffects(left: -before.cap) }
        let (price, supply) = split.effects(from: before, to: after)
        return after.assetClass == .stablecoin
            ? CapEffects(price: price, stablecoins: supply)
            : CapEffects(price: price, supply: supply)
    }

    private static func indexChange(
        _ earlier: [AssetID: Holding], _ later: [AssetID: Holding]
    ) -> Double? {
        var base = CompensatedSum()
        var moved = CompensatedSum()
        for (asset, before) in earlier.sorted(by: { $0.key < $1.key }) {
            guard let after = later[asset] else { continue }
            base.add(before.cap)
            moved.add((after.price - before.price) * before.coins)
        }
        let change = moved.value / base.value
        return base.value.isSound && change.isFinite ? change : nil
    }
}
