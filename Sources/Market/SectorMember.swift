/// That an asset belongs to a sector, and who says so.
public struct SectorMember: Hashable, Sendable {
    /// The sector.
    public let sector: SectorID
    /// The sector's name for readers, such as `AI tokens`.
    public let title: String
    /// The member.
    public let asset: AssetID
    /// A finer group within the sector, such as `gpu`; `nil` where there is none.
    public let group: String?
    /// Why it belongs, with where that can be read and when.
    public let citation: String

    /// A membership.
    public init(
        sector: SectorID, title: String, asset: AssetID, group: String?, citation: String
    ) {
        self.sector = sector
        self.title = title
        self.asset = asset
        self.group = group
        self.citation = citation
    }
}
