package import Market

/// Where a position with its own margin is closed by the venue: the simple isolated linear case.
///
/// The position's margin is `entry / leverage` a coin; it is closed when what is left of it equals the
/// maintenance rate times the value. Fees, funding, tiers and margin added later are not in it.
///
/// - Range: `nil` where the leverage leaves no margin above maintenance at the start, `1 / leverage <=
///   maintenance`: a venue would not open such a position, and a formula that ignores it puts a hundredfold
///   long's liquidation above its entry. Also `nil` of a leverage below one and of numbers that are not sound.
/// - Source: Binance, *Liquidation price of USD-M futures*, one position, isolated, no amount to deduct.
/// - Checked against: worked examples by hand, `LiquidationPriceTests`.
package enum LiquidationPrice {
    /// The price, in the unit of the entry.
    package static func isolated(
        _ side: PositionSide, entry: Double, leverage: Double, maintenance: Double
    ) -> Double? {
        guard entry > 0, entry.isFinite, leverage >= 1, leverage.isFinite, maintenance >= 0,
            maintenance < 1 / leverage
        else { return nil }
        switch side {
        case .long: return entry * (1 - 1 / leverage) / (1 - maintenance)
        case .short: return entry * (1 + 1 / leverage) / (1 + maintenance)
        }
    }
}
