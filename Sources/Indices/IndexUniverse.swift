package import Market
internal import Series

/// Who is in an index at the moment of a snapshot, and who is not and why.
///
/// Made from that snapshot alone: a coin that was listed, renamed or forgotten since has no way in or out.
/// Assets that the rule speaks of and the snapshot does not know are named too, so that what a
/// survivor's list hides can be printed.
///
/// - Input: the rows of one snapshot in any order; of several rows of an asset the latest is taken, then
///   the best ranked.
/// - Output: members by capitalisation, the largest first, then by name.
/// - Complexity: O(n log n) in the rows.
/// - Checked against: pandas on random snapshots, exactly, `Fixtures/Indices/universe.csv`.
package struct IndexUniverse: Sendable {
    /// An asset in the index.
    package struct Member: Hashable, Sendable {
        /// What the snapshot says of it.
        package let supply: Supply
        /// What it is.
        package let assetClass: Asset.Class

        /// The asset.
        package var asset: AssetID { supply.asset }
        /// Its capitalisation in the snapshot, in US dollars.
        package var cap: Double { supply.cap }
    }

    /// Why an asset is not a member.
    package enum Reason: Hashable, Sendable {
        /// It is in the rule's reach and the snapshot has no row of it.
        case noSupply
        /// Nobody said what it is.
        case unknownAsset
        /// Its class is not counted.
        case otherClass(Asset.Class)
        /// It is not of the sector.
        case otherSector
        /// It is of the sector and not of the group.
        case otherGroup
        /// The rule names its members, and not this one.
        case notNamed
        /// Its coins or its capitalisation are not positive numbers.
        case noCapitalisation
        /// The snapshot has another row of the same asset, and that one was taken.
        case repeated
        /// Enough others are larger.
        case tooSmall
        /// It is one of the largest, which the rule takes out.
        case tooLarge
        /// The rule takes it out by name.
        case takenOut
    }

    /// An asset that is not a member.
    package struct Exclusion: Hashable, Sendable {
        /// The asset.
        package let asset: AssetID
        /// Its capitalisation in the snapshot, in US dollars; `nil` where it has none.
        package let cap: Double?
        /// Why.
        package let reason: Reason
    }

    /// The members, the largest first, then by name.
    package let members: [Member]
    /// Those that are not, the largest first, then by name, then those without a capitalisation.
    package let exclusions: [Exclusion]

    /// Applies a definition to a snapshot.
    package init(
        of definition: IndexDefinition, supplies: [Supply], assets: [AssetID: Asset],
        sectors: [SectorMember] = []
    ) {
        var sieve = UniverseSieve(definition.universe, assets: assets, sectors: sectors)
        members = sieve.members(of: supplies)
        exclusions = sieve.exclusions.sorted {
            ($1.cap ?? 0, $0.asset, $0.cap == nil ? 1 : 0)
                < ($0.cap ?? 0, $1.asset, $1.cap == nil ? 1 : 0)
        }
    }

    /// The members of an index, the largest first, then by name.
    package static func members(
        of definition: IndexDefinition, supplies: [Supply], assets: [AssetID: Asset],
        sectors: [SectorMember] = []
    ) -> [Member] {
        IndexUniverse(of: definition, supplies: supplies, assets: assets, sectors: sectors).members
    }

    /// The members' capitalisation in the snapshot, in US dollars.
    package var cap: Double { members.map(\.cap).compensatedSum }

    /// The capitalisation left out for a reason, in US dollars; rows that repeat another count too.
    package func cap(leftOutFor reason: Reason) -> Double {
        exclusions.filter { $0.reason == reason }.compactMap(\.cap).compensatedSum
    }
}
