/// The prices at which dYdX's chain closes part of an account under its requirement.
///
/// Everything is counted in whole units of a millionth of a dollar, as the chain does.
///
/// - Source: dYdX v4, `x/clob/keeper/liquidations.go`.
/// - Checked against: that package's tests, `VenueVectorTests`.
package struct SubaccountLiquidation: Hashable, Sendable {
    /// What closing some of a position, or all, would take off the account.
    package struct Close: Hashable, Sendable {
        /// The value of what is closed, in millionths of a dollar; below zero for a short position.
        package let netValue: Int64
        /// The maintenance margin it frees, in millionths; zero or more.
        package let maintenance: Int64

        /// What is closed.
        package init(netValue: Int64, maintenance: Int64) {
            self.netValue = netValue
            self.maintenance = maintenance
        }
    }

    /// Value of all positions plus quote balance, in millionths of a dollar.
    package let totalNetCollateral: Int64
    /// The maintenance margin of all positions, in millionths; above zero.
    package let totalMaintenance: Int64

    /// An account; throws where nothing is required of it.
    package init(totalNetCollateral: Int64, totalMaintenance: Int64) throws(MarginError) {
        guard totalMaintenance > 0 else { throw .notPositive(.margin, Double(totalMaintenance)) }
        self.totalNetCollateral = totalNetCollateral
        self.totalMaintenance = totalMaintenance
    }

    /// The least that closing has to bring in for the account not to end below zero: each position bears its
    /// share of the collateral. In millionths, rounded up; `nil` where the figures overflow.
    package func bankruptcyQuote(of close: Close) -> Int64? {
        guard close.maintenance >= 0 else { return nil }
        let share = Self.quotientRoundedDown(
            Int128(totalNetCollateral) * Int128(close.maintenance), Int128(totalMaintenance))
        return Int64(exactly: Int128(close.netValue) - share)
    }

    /// The worst price the liquidation order takes for a position: its value, less a part of its maintenance
    /// margin that grows as the account sinks, per coin.
    ///
    /// - Parameters:
    ///   - position: all of the position.
    ///   - coins: its size; below zero for a short position, not zero.
    ///   - adjustment: how fast the part grows to all as the account sinks. The chain's
    ///     `bankruptcy_adjustment_ppm` over a million.
    ///   - spread: the greatest part of the maintenance margin. `spread_to_maintenance_margin_ratio_ppm` over
    ///     a million.
    /// - Returns: dollars a coin; `nil` where the figures are none.
    package func fillablePrice(
        of position: Close, coins: Double, adjustment: Double, spread: Double
    ) -> Double? {
        guard coins.isFinite, coins != 0, adjustment.isFinite, spread.isFinite else { return nil }
        let health = Double(totalNetCollateral) / Double(totalMaintenance)
        let part = min(1, max(0, adjustment * (1 - health)))
        let quote = Double(position.netValue) - part * spread * Double(position.maintenance)
        let price = quote / 1e6 / coins
        return price.isFinite ? price : nil
    }

    /// What the insurance fund gets of a fill, or pays where it is below zero, in millionths, as the greatest
    /// fee allows; `nil` where the figures overflow.
    ///
    /// - Parameters:
    ///   - fillQuote: what the fill brought in; below zero where a short position was bought back.
    ///   - greatestFeeRate: the most that may be taken of the fill, from 0 to 1.
    package func insuranceDelta(
        of close: Close, fillQuote: Int64, greatestFeeRate: Double
    ) -> Double? {
        guard (0...1).contains(greatestFeeRate), let least = bankruptcyQuote(of: close) else {
            return nil
        }
        let surplus = Double(fillQuote) - Double(least)
        return surplus > 0 ? min(greatestFeeRate * Double(fillQuote.magnitude), surplus) : surplus
    }

    private static func quotientRoundedDown(_ dividend: Int128, _ divisor: Int128) -> Int128 {
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
