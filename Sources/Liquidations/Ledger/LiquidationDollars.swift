package import Market

/// What a forced close was worth in US dollars: the one place where quantities become dollars.
///
/// What was filled at the mean price of the fills is taken where both are published; otherwise what was
/// ordered at the order's price, which for some venues is the bankruptcy price and overstates a liquidated
/// short. Whatever cannot be worked out is `Quarantined`, never guessed: one wrong contract size has been
/// a factor of forty.
///
/// - Degenerate case: a close that filled nothing is quarantined, since zero dollars would count as one.
/// - Complexity: constant.
/// - Source: the venues' contract specifications; BitMEX, *Quanto Futures Guide*, for the third formula.
/// - Checked against: the worked examples of `LiquidationDollarsTests`.
package struct LiquidationDollars: Hashable, Sendable {
    /// Which quantity and price stand behind the dollars.
    package enum Basis: String, Hashable, Sendable, CaseIterable {
        /// What was filled, at the mean price of the fills.
        case filled
        /// What was ordered, at the price of the order.
        case ordered
        /// A part of each, since the other part was not published.
        case mixed
    }

    /// Why a close has no dollars.
    package enum Quarantined: String, Error, Hashable, Sendable, CaseIterable {
        /// What a contract is is not known.
        case unknownContract = "contract size not known"
        /// No quantity was published.
        case noQuantity = "no quantity"
        /// No price was published, and the contract needs one.
        case noPrice = "no price"
        /// A number is not positive and finite, or the product is not.
        case unsound = "a number that cannot be"
        /// The order filled nothing.
        case nothingFilled = "nothing filled"
        /// More than a plausible share of the contract's open interest.
        case implausible = "larger than is plausible"
    }

    /// US dollars, above zero and finite.
    package let amount: Double
    /// Which quantity and price stand behind them.
    package let basis: Basis

    /// Works out the dollars of a close.
    package init<Kind>(of close: ForcedClose<Kind>) throws(Quarantined) {
        guard let contract = close.contract else { throw .unknownContract }
        if close.filledQuantity == 0 { throw .nothingFilled }
        guard let quantity = close.filledQuantity ?? close.orderedQuantity else {
            throw .noQuantity
        }
        let price = close.averagePrice ?? close.orderPrice
        let product: Double
        let factors: [Double]
        switch contract {
        case .inverse(let dollars):
            factors = [quantity, dollars]
        case .linear(let coins):
            guard let price else { throw .noPrice }
            factors = [quantity, coins, price]
        case .quanto(let units, let dollars):
            guard let price else { throw .noPrice }
            factors = [quantity, units, price, dollars]
        }
        product = factors.reduce(1, *)
        guard factors.allSatisfy({ $0 > 0 && $0.isFinite }), product > 0, product.isFinite else {
            throw .unsound
        }
        amount = product
        basis = Self.basis(close, contract)
    }

    private static func basis<Kind>(_ close: ForcedClose<Kind>, _ contract: ContractSize) -> Basis {
        let isFilled = close.filledQuantity != nil
        if case .inverse = contract { return isFilled ? .filled : .ordered }
        let isAverage = close.averagePrice != nil
        return isFilled == isAverage ? (isFilled ? .filled : .ordered) : .mixed
    }
}
