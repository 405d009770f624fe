internal import Market

/// Takes the members of a universe out of a snapshot, and notes why others stay behind.
struct UniverseSieve {
    private let rule: UniverseRule
    private let assets: [AssetID: Asset]
    /// The groups an asset has in the rule's sector; an asset of the sector without one has none.
    private let groups: [AssetID: Set<String>]
    private let only: Set<AssetID>?

    /// Who was left out so far.
    private(set) var exclusions: [IndexUniverse.Exclusion] = []

    init(_ rule: UniverseRule, assets: [AssetID: Asset], sectors: [SectorMember]) {
        self.rule = rule
        self.assets = assets
        only = rule.only.map { Set($0) }
        var groups: [AssetID: Set<String>] = [:]
        for row in sectors where row.sector == rule.sector {
            groups[row.asset, default: []].formUnion(row.group.map { [$0] } ?? [])
        }
        self.groups = groups
    }

    /// The members, the largest first, then by name.
    mutating func members(of supplies: [Supply]) -> [IndexUniverse.Member] {
        let rows = oneRowEach(supplies)
        noteMissing(from: Set(rows.map(\.asset)))
        let ranked = rows.compactMap { eligible($0) }
            .sorted { ($1.cap, $0.asset) < ($0.cap, $1.asset) }
        let takenOut = Set(rule.without)
        var members: [IndexUniverse.Member] = []
        for (place, member) in ranked.enumerated() {
            if let largest = rule.largest, place >= largest {
                leave(member.supply, .tooSmall)
            } else if place < rule.withoutLargest {
                leave(member.supply, .tooLarge)
            } else if takenOut.contains(member.asset) {
                leave(member.supply, .takenOut)
            } else {
                members.append(member)
            }
        }
        return members
    }

    /// The latest row of each asset; of equally late ones the best ranked, then the largest.
    private mutating func oneRowEach(_ supplies: [Supply]) -> [Supply] {
        func size(_ value: Double) -> Double { value.isFinite ? value : -1 }
        var taken: Set<AssetID> = []
        var rows: [Supply] = []
        let ordered = supplies.sorted {
            ($1.observed, $0.rank, size($1.cap), size($1.coins), size($1.price))
                < ($0.observed, $1.rank, size($0.cap), size($0.coins), size($0.price))
        }
        for row in ordered {
            if taken.insert(row.asset).inserted {
                rows.append(row)
            } else {
                leave(row, .repeated)
            }
        }
        return rows
    }

    private mutating func eligible(_ row: Supply) -> IndexUniverse.Member? {
        if let reason = outOfReach(row.asset) {
            leave(row, reason)
            return nil
        }
        guard let asset = assets[row.asset], row.cap.isSound, row.coins.isSound else {
            leave(row, .noCapitalisation)
            return nil
        }
        return IndexUniverse.Member(supply: row, assetClass: asset.assetClass)
    }

    /// Why the rule does not speak of an asset, whatever the snapshot says of it.
    private func outOfReach(_ id: AssetID) -> IndexUniverse.Reason? {
        guard let asset = assets[id] else { return .unknownAsset }
        guard rule.classes.contains(asset.assetClass) else {
            return .otherClass(asset.assetClass)
        }
        if rule.sector != nil {
            guard let own = groups[id] else { return .otherSector }
            if let group = rule.group, !own.contains(group) { return .otherGroup }
        }
        if let only, !only.contains(id) { return .notNamed }
        return nil
    }

    /// Notes the assets that the rule speaks of and the snapshot does not.
    private mutating func noteMissing(from snapshot: Set<AssetID>) {
        let spokenOf =
            only.map { Array($0) } ?? (rule.sector == nil ? Array(assets.keys) : Array(groups.keys))
        for asset in spokenOf where !snapshot.contains(asset) {
            let reason = outOfReach(asset)
            guard reason == nil || reason == .unknownAsset else { continue }
            exclusions.append(.init(asset: asset, cap: nil, reason: reason ?? .noSupply))
        }
    }

    private mutating func leave(_ row: Supply, _ reason: IndexUniverse.Reason) {
        exclusions.append(
            .init(asset: row.asset, cap: row.cap.isSound ? row.cap : nil, reason: reason))
    }
}
