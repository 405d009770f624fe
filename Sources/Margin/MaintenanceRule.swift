/// How much margin a position must keep, by what it is worth.
package enum MaintenanceRule: Hashable, Sendable {
    /// Each tier's rate on the part of the value within it: `m(k) n - c(k)`. Binance, Bybit, Hyperliquid.
    case marginal(TierTable)
    /// The rate of the tier the value falls in, on all of it; jumps at each edge. OKX, BitMEX, KuCoin.
    case flat(TierTable)
    /// A rate that grows with the size in coins. Deribit.
    case scaling(MarginScaling)
    /// The greater of a rate on the value and of what closing costs. GMX v1, whose rate is one over the
    /// greatest leverage.
    case rateOrFees(RateOrFees)

    /// One rate for every value; throws outside zero to one.
    package static func rate(_ rate: Double) throws(MarginError) -> MaintenanceRule {
        .flat(try TierTable(floors: [0], rates: [rate]))
    }

    /// The table, where there is one.
    package var table: TierTable? {
        switch self {
        case .marginal(let table), .flat(let table): table
        case .scaling, .rateOrFees: nil
        }
    }
}

/// Margin that grows with the size of the position: `base + perCoin × size in coins`, per value.
///
/// - Source: Deribit, inverse and linear futures margin, as in force from 11 January 2022.
package struct MarginScaling: Hashable, Sendable {
    /// The rate of the smallest position, from 0 to 1.
    package let base: Double
    /// What each coin of size adds to the rate; zero or more.
    package let perCoin: Double

    /// Margin that grows with size; throws where the figures are none.
    package init(base: Double, perCoin: Double) throws(MarginError) {
        self.base = try MarginField.maintenanceRate.share(base)
        self.perCoin = try MarginField.scaling.amount(perCoin)
    }

    /// The rate at a size in coins.
    package func rate(atSize coins: Double) -> Double { base + perCoin * coins }
}

/// The greater of a rate on the value, and of a fee rate on it plus a fixed fee.
///
/// - Source: GMX v1, `Vault.validateLiquidation`: one over the greatest leverage, against the closing fee,
///   the liquidation fee and the funding owed.
package struct RateOrFees: Hashable, Sendable {
    /// The rate, from 0 to 1; above the fee rate.
    package let rate: Double
    /// What closing costs per value.
    package let feeRate: Double
    /// What closing costs besides, in the settlement currency.
    package let fixedFee: Double

    /// The greater of the two; throws where the figures are none.
    package init(rate: Double, feeRate: Double, fixedFee: Double) throws(MarginError) {
        self.rate = try MarginField.maintenanceRate.share(rate)
        self.feeRate = try MarginField.feeRate.share(feeRate)
        self.fixedFee = try MarginField.fixedFee.amount(fixedFee)
    }
}
