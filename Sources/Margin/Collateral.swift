package import Market

/// Money or coins behind an account.
package struct Collateral: Hashable, Sendable {
    /// How collateral becomes an amount of the settlement currency.
    package enum Valuation: Hashable, Sendable {
        /// It is the settlement currency.
        case settlement
        /// At a price that is held where it is, in the settlement currency per unit.
        case fixed(Double)
        /// At the price of a contract, and moving with it: coins behind a linear contract, or quote currency
        /// behind an inverse one.
        case following(InstrumentID)
    }

    /// How much there is; below zero where it is owed.
    package let amount: Double
    /// How it is valued.
    package let valuation: Valuation
    /// The share of its value that the venue counts, from 0 to 1.
    package let countedShare: Double

    /// Collateral; throws where a figure is none.
    package init(
        amount: Double, valuation: Valuation = .settlement, countedShare: Double = 1
    ) throws(MarginError) {
        self.amount = try MarginField.collateral.finite(amount)
        if case .fixed(let price) = valuation { _ = try MarginField.price.positive(price) }
        self.valuation = valuation
        self.countedShare = try MarginField.countedShare.share(countedShare)
    }
}
