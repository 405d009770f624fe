public import Market

/// A leveraged position at a venue whose liquidation is asked about.
public struct PositionInquiry: Hashable, Sendable {
    /// What stands behind the position.
    public enum Backing: Hashable, Sendable {
        /// Its value at entry, divided by this.
        case leverage(Double)
        /// So much of the settlement currency.
        case collateral(Double)
    }

    /// The venue, such as `binance-usdt-m`.
    public var venue: VenueID
    /// What the contract is on.
    public var asset: AssetID
    /// Whether it gains when the price rises.
    public var isLong: Bool
    /// Coins of a linear contract, quote currency of an inverse one.
    public var size: Double
    /// The average price it was opened at.
    public var entryPrice: Double
    /// The price it is marked at; `nil` to take the store's last of the asset.
    public var markPrice: Double?
    /// What stands behind it.
    public var backing: Backing
    /// The venue's name of the money behind it, `isolated` or `cross`; `nil` for the venue's usual.
    public var mode: String?
    /// A maintenance rate in place of the venue's tiers.
    public var maintenanceRate: Double?
    /// A taker's fee rate in place of the venue's.
    public var takerFeeRate: Double?

    /// An inquiry; its figures are checked when it is answered.
    public init(
        venue: VenueID, asset: AssetID, isLong: Bool, size: Double, entryPrice: Double,
        markPrice: Double? = nil, backing: Backing, mode: String? = nil,
        maintenanceRate: Double? = nil, takerFeeRate: Double? = nil
    ) {
        self.venue = venue
        self.asset = asset
        self.isLong = isLong
        self.size = size
        self.entryPrice = entryPrice
        self.markPrice = markPrice
        self.backing = backing
        self.mode = mode
        self.maintenanceRate = maintenanceRate
        self.takerFeeRate = takerFeeRate
    }
}
