package import Market

/// Which assets of a snapshot are members of an index.
///
/// The parts are applied in this order: classes, the sector and its group, and `only` say who is
/// eligible; `largest` keeps the largest of those; `withoutLargest` and `without` take members out
/// again and nobody moves up in their place, as TOTAL2 is TOTAL without Bitcoin and not one coin more.
package struct UniverseRule: Hashable, Sendable {
    /// The classes that are counted.
    package let classes: Set<Asset.Class>
    /// How many of the eligible are kept, the largest by capitalisation; `nil` keeps all.
    package let largest: Int?
    /// How many of the largest are taken out again; zero or more.
    package let withoutLargest: Int
    /// The assets taken out by name, in order of their names, each once.
    package let without: [AssetID]
    /// The only assets that are eligible, in order of their names, each once; `nil` for any.
    package let only: [AssetID]?
    /// The sector that members belong to; `nil` for any.
    package let sector: SectorID?
    /// The group within the sector; `nil` for the sector as a whole.
    package let group: String?

    /// A rule. Lists may come in any order.
    ///
    /// - Precondition: `largest` is positive, `withoutLargest` is not negative, and a group has a sector.
    package init(
        classes: Set<Asset.Class>, largest: Int? = nil, withoutLargest: Int = 0,
        without: [AssetID] = [], only: [AssetID]? = nil, sector: SectorID? = nil,
        group: String? = nil
    ) {
        precondition(largest.map { $0 > 0 } ?? true, "an index of the largest needs one at least")
        precondition(withoutLargest >= 0, "no fewer than none are taken out")
        precondition(group == nil || sector != nil, "a group is part of a sector")
        self.classes = classes
        self.largest = largest
        self.withoutLargest = withoutLargest
        self.without = Set(without).sorted()
        self.only = only.map { Set($0).sorted() }
        self.sector = sector
        self.group = group
    }

    /// Whether no snapshot could give the rule a member.
    package var isEmpty: Bool {
        if classes.isEmpty { return true }
        if let largest, withoutLargest >= largest { return true }
        guard let only else { return false }
        return withoutLargest >= only.count || Set(only).subtracting(without).isEmpty
    }

    /// How many members there can be; `nil` where only the snapshot says.
    package var mostMembers: Int? {
        let eligible = [largest, only?.count].compactMap { $0 }.min()
        return eligible.map { max(0, $0 - withoutLargest) }
    }

    /// Whether the rule counts an asset beside another that stands for it.
    package var countsTwice: Bool { classes.contains(.wrapped) || classes.contains(.staked) }

    /// The rule as fields that no other rule has.
    var canonicalFields: [String] {
        let counted = classes.map(\.rawValue).sorted()
        return ["classes", String(counted.count)] + counted
            + ["largest", largest.map { String($0) } ?? "all"]
            + ["without-largest", String(withoutLargest)]
            + ["without", String(without.count)] + without.map(\.text)
            + (only.map { ["only", String($0.count)] + $0.map(\.text) } ?? ["any"])
            + (sector.map { ["sector", $0.text] } ?? ["any-sector"])
            + (group.map { ["group", $0] } ?? ["any-group"])
    }
}

extension UniverseRule {
    /// The rule for a reader, in parts that are no sentences.
    package var words: [String] {
        let counted = Self.list(Asset.Class.allCases.filter(classes.contains).map(\.plural))
        let first = largest.map { "the \($0) largest of \(counted)" } ?? "all \(counted)"
        var parts = [first]
        if let sector { parts.append("of the sector \(sector.text)") }
        if let group { parts.append("of its group \(group)") }
        if let only { parts.append("only \(Self.list(only.map(\.text)))") }
        if withoutLargest == 1 { parts.append("without the largest") }
        if withoutLargest > 1 { parts.append("without the \(withoutLargest) largest") }
        if !without.isEmpty { parts.append("without \(Self.list(without.map(\.text)))") }
        if countsTwice { parts.append("counts twice what wrapped or staked assets stand for") }
        return parts
    }

    private static func list(_ words: [String]) -> String {
        guard let last = words.last else { return "nothing" }
        guard words.count > 1 else { return last }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

extension Asset.Class {
    fileprivate var plural: String {
        switch self {
        case .coin: "coins"
        case .stablecoin: "stablecoins"
        case .wrapped: "wrapped assets"
        case .staked: "staked assets"
        case .commodity: "commodity-backed assets"
        }
    }
}
