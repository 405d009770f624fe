/// What an insurance fund may take of a liquidation so that closing still restores the margin.
///
/// - Source: Drift v2, `calculate_perp_if_fee`: 95 per cent of what the margin ratio leaves after the
///   liquidator's fee and the shortage, and no more than the market's greatest fee.
package struct InsuranceFee: Hashable, Sendable {
    /// The share of what is left that the fund may take.
    package static let share = 0.95

    /// The rate on the value closed; zero or more.
    package let rate: Double

    /// The fee at a shortage; throws where a figure is none.
    package init(
        greatest: Double, marginRate: Double, liquidatorFeeRate: Double, shortage: Double,
        value: Double
    ) throws(MarginError) {
        let most = try MarginField.feeRate.share(greatest)
        let margin = try MarginField.maintenanceRate.share(marginRate)
        let liquidator = try MarginField.feeRate.share(liquidatorFeeRate)
        let short =
            try MarginField.shortage.amount(shortage) / MarginField.value.positive(value)
        rate = min(most, max(0, Self.share * (margin - liquidator - short)))
    }
}
