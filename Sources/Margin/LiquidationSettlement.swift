internal import Series

/// Who gained and who lost by one liquidation, so that it adds up to nothing.
///
/// A position is closed at its bankruptcy price as far as its holder is concerned. What the market pays beyond
/// that is the insurance fund's, what it falls short of the fund pays. What the market does not take, the fund
/// takes over at the bankruptcy price as far as it can bear the loss; the rest is set against positions of the
/// other side at that price, in the venue's order. What even they do not take falls to the fund, which is then
/// `uncovered`. All changes are at one reference price.
///
/// - Source: BitMEX, *Liquidation* and *Auto-deleveraging*; Binance's and KuCoin's insurance fund pages.
/// - Checked against: the sum of all changes, `LiquidationSettlementTests`.
package struct LiquidationSettlement: Hashable, Sendable {
    /// Contracts that the market took at a price.
    package struct Fill: Hashable, Sendable {
        /// The price.
        package let price: Double
        /// How many contracts.
        package let contracts: Double

        /// What the market took.
        package init(price: Double, contracts: Double) {
            self.price = price
            self.contracts = contracts
        }
    }

    /// A position of the other side that was closed, and by how much.
    package struct Deleveraging: Hashable, Sendable {
        /// Whose.
        package let name: String
        /// How many contracts.
        package let contracts: Double
        /// What it cost or brought its holder against the reference price.
        package let change: Double
    }

    /// What the holder of the liquidated position lost against the reference price.
    package let holderChange: Double
    /// What those who took the fills gained against the reference price.
    package let marketChange: Double
    /// What the insurance fund gained, or lost, on fills and on what it kept.
    package let fundChange: Double
    /// Who was deleveraged, in order.
    package let deleveragings: [Deleveraging]
    /// How many contracts the fund took over.
    package let keptByFund: Double
    /// By how much the fund ended below zero: a loss that somebody else has to bear. Zero where it did not.
    package let uncovered: Double

    /// The sum of all changes, which is zero but for rounding.
    package var total: Double {
        ([holderChange, marketChange, fundChange] + deleveragings.map(\.change)).compensatedSum
    }

    /// Settles a position that is closed at its bankruptcy price.
    ///
    /// Throws where a level of fills is empty, where more was filled than there is, or where a figure is none.
    ///
    /// - Parameter fund: what the insurance fund holds before; zero or more.
    /// - Complexity: O(fills + candidates log candidates).
    package init(
        of position: Position, bankruptcyPrice: Double, reference: Double, fills: [Fill],
        fund: Double, against candidates: [DeleveragingRule.Candidate], by rule: DeleveragingRule
    ) throws(MarginError) {
        let bankrupt = try MarginField.price.positive(bankruptcyPrice)
        let mark = try MarginField.markPrice.positive(reference)
        let before = try MarginField.fund.amount(fund)
        let unfilled = try position.contracts - Self.filled(fills, of: position)
        let gain = { (contracts: Double, from: Double, to: Double) in
            position.contract.profit(of: contracts, position.side, from: from, to: to)
        }
        holderChange = gain(position.contracts, mark, bankrupt)
        marketChange = fills.map { gain($0.contracts, $0.price, mark) }.compensatedSum
        let surplus = fills.map { gain($0.contracts, bankrupt, $0.price) }.compensatedSum
        let perContract = gain(1, bankrupt, mark)
        let bearable =
            perContract < 0 ? max(0, before + surplus) / -perContract : .infinity
        let borne = min(unfilled, bearable)
        deleveragings = Self.deleveraged(
            unfilled - borne, rule.order(candidates), against: position, change: perContract)
        keptByFund = unfilled - deleveragings.map(\.contracts).compensatedSum
        fundChange = surplus + keptByFund * perContract
        uncovered = max(0, -(before + fundChange))
        _ = try MarginField.value.computed(holderChange + marketChange + fundChange)
    }

    private static func deleveraged(
        _ contracts: Double, _ candidates: [DeleveragingRule.Candidate], against position: Position,
        change: Double
    ) -> [Deleveraging] {
        var left = contracts
        var closed: [Deleveraging] = []
        for candidate in candidates where left > 0 {
            let other = candidate.position
            guard other.side != position.side, other.contract == position.contract else { continue }
            let part = min(left, other.contracts)
            left -= part
            closed.append(
                Deleveraging(name: candidate.name, contracts: part, change: part * change))
        }
        return closed
    }

    private static func filled(_ fills: [Fill], of position: Position) throws(MarginError) -> Double
    {
        for (index, fill) in fills.enumerated() {
            _ = try MarginField.price.positive(fill.price)
            guard try MarginField.contracts.finite(fill.contracts) > 0 else {
                throw .zeroDepth(level: index + 1)
            }
        }
        let filled = fills.map(\.contracts).compensatedSum
        guard filled <= position.contracts * (1 + 1e-12) else {
            throw .overfilled(filled: filled, size: position.contracts)
        }
        return min(filled, position.contracts)
    }
}
