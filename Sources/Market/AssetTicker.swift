/// That people wrote an asset as a ticker over a stretch of time, and what one unit of it was.
///
/// A ticker is not an identity: one asset has several over the years, and several assets share one.
public struct AssetTicker: Hashable, Sendable {
    /// What the ticker was to the asset.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The ticker of the asset.
        case current
        /// Its ticker before it took another; the coins stayed as they were.
        case renamed
        /// Its ticker when the coins were cut otherwise, so that one was worth more or fewer of today's.
        case redenominated
        /// The ticker of an asset whose coins went over into those of another, `into`.
        case merged
        /// What a venue calls the asset, or so many coins of it, in its own symbols.
        case contract
        /// Its ticker at a venue that stopped trading it at `until`; elsewhere it goes on.
        case delisted
    }

    /// Which asset.
    public let asset: AssetID
    /// What people write, such as `RNDR`.
    public let ticker: String
    /// What the ticker was to the asset.
    public let kind: Kind
    /// The first instant at which it was used; `nil` where that is before any record.
    public let from: Timestamp?
    /// The first instant at which it was used no more; `nil` where it is in use.
    public let until: Timestamp?
    /// How many coins one unit under this ticker is, above zero and finite: of the asset itself, or of
    /// `into` where the asset went over into that. 1 but for redenominations, mergers and contracts.
    public let coinsPerUnit: Double
    /// The asset that the coins went over into; `nil` where they are still of `asset`.
    public let into: AssetID?
    /// Who says so, with the day it was said.
    public let citation: String

    /// A ticker of an asset.
    public init(
        asset: AssetID, ticker: String, kind: Kind, from: Timestamp? = nil,
        until: Timestamp? = nil, coinsPerUnit: Double = 1, into: AssetID? = nil,
        citation: String
    ) {
        self.asset = asset
        self.ticker = ticker
        self.kind = kind
        self.from = from
        self.until = until
        self.coinsPerUnit = coinsPerUnit
        self.into = into
        self.citation = citation
    }

    /// Whether the ticker is in use at an instant.
    public func isUsed(at instant: Timestamp) -> Bool {
        (from.map { $0 <= instant } ?? true) && (until.map { instant < $0 } ?? true)
    }
}
