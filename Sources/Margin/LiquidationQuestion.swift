package import Market

/// A position at a venue whose liquidation is asked for.
package struct LiquidationQuestion: Hashable, Sendable {
    /// What stands behind the position.
    package enum Backing: Hashable, Sendable {
        /// The entry value divided by this.
        case leverage(Double)
        /// So much of the settlement currency: the margin of an isolated position, the wallet of a cross one.
        case collateral(Double)
    }

    /// The venue, such as `binance-usdt-m`; `VenueProfile.venues` lists them.
    package let venue: VenueID
    /// What the contract is on.
    package let asset: AssetID
    /// Which way the position points.
    package let side: PositionSide
    /// Coins of a linear contract, quote currency of an inverse one.
    package let size: Double
    /// The average price it was opened at.
    package let entryPrice: Double
    /// The price it is marked at; the entry price where that is `nil`.
    package let markPrice: Double?
    /// What stands behind it.
    package let backing: Backing
    /// Which money stands behind it; the venue's usual mode where that is `nil`.
    package let mode: MarginConventions.CollateralMode?
    /// A maintenance rate for where the venue's tiers are not known; takes the place of those that are.
    package let maintenanceRate: Double?
    /// A taker's fee rate for where the venue's is not known; takes the place of one that is.
    package let takerFeeRate: Double?
    /// Positions besides it, of a cross account.
    package let others: [Position]
    /// When.
    package let instant: Timestamp

    /// A question; checked when it is answered.
    package init(
        venue: VenueID, asset: AssetID, side: PositionSide, size: Double, entryPrice: Double,
        markPrice: Double? = nil, backing: Backing,
        mode: MarginConventions.CollateralMode? = nil, maintenanceRate: Double? = nil,
        takerFeeRate: Double? = nil, others: [Position] = [], at instant: Timestamp
    ) {
        self.venue = venue
        self.asset = asset
        self.side = side
        self.size = size
        self.entryPrice = entryPrice
        self.markPrice = markPrice
        self.backing = backing
        self.mode = mode
        self.maintenanceRate = maintenanceRate
        self.takerFeeRate = takerFeeRate
        self.others = others
        self.instant = instant
    }
}
