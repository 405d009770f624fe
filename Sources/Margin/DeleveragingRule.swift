internal import Market

/// In which order profitable positions are closed when nobody else can take a bankrupt one.
package enum DeleveragingRule: String, Hashable, Sendable, CaseIterable {
    /// Profit per entry value, times the effective leverage; where there is a loss, divided by it. BitMEX.
    case profitTimesEffectiveLeverage = "profit times effective leverage"
    /// Mark over entry, times value over account value. Hyperliquid.
    case gainTimesAccountLeverage = "gain over entry times leverage of the account"

    /// What the rule needs of a position.
    package struct Candidate: Hashable, Sendable {
        /// Who holds it; ties go by it.
        package let name: String
        /// The position.
        package let position: Position
        /// What stands behind it besides its profit, in the settlement currency.
        package let collateral: Double

        /// A position that can be closed; throws where the collateral is no finite number.
        package init(name: String, position: Position, collateral: Double) throws(MarginError) {
            self.name = name
            self.position = position
            self.collateral = try MarginField.collateral.finite(collateral)
        }
    }

    /// How early a position is closed: the higher the earlier. `nil` where it has no equity, or figures that no
    /// longer are numbers.
    ///
    /// - Source: BitMEX, *Auto-deleveraging*: `PnL% = (mark value - entry value) / |entry value|`, `effective
    ///   leverage = |mark value| / (mark value - bankrupt value)`. Hyperliquid's index is from memory of its
    ///   documentation, which says only that profit and leverage count.
    package func rank(of candidate: Candidate) -> Double? {
        let position = candidate.position
        let profit = position.unrealizedProfit
        let equity = candidate.collateral + profit
        guard equity > 0 else { return nil }
        let leverage = position.markValue / equity
        let rank: Double
        switch self {
        case .profitTimesEffectiveLeverage:
            let share = profit / position.entryValue
            rank = share > 0 ? share * leverage : share / leverage
        case .gainTimesAccountLeverage:
            let gain = position.markPrice / position.entryPrice
            rank = (position.side == .long ? gain : 1 / gain) * leverage
        }
        return rank.isFinite ? rank : nil
    }

    /// Candidates in the order in which they are closed; those without a rank last, ties by name.
    package func order(_ candidates: [Candidate]) -> [Candidate] {
        candidates.map { (rank: rank(of: $0), candidate: $0) }
            .sorted { left, right in
                let (first, second) = (left.rank ?? -.infinity, right.rank ?? -.infinity)
                return first != second ? first > second : left.candidate.name < right.candidate.name
            }
            .map(\.candidate)
    }
}
