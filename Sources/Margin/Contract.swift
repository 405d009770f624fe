package import Market

/// The terms of a futures contract, as far as margin depends on them.
///
/// Every formula of this room is written in one coordinate, in which value and profit are straight lines:
/// the price of a linear or quanto contract, one over the price of an inverse one.
///
/// - Source: the contract specifications of Binance USDT-M and COIN-M, BitMEX (linear, inverse, quanto).
package struct Contract: Hashable, Sendable {
    /// What a contract is worth as the price moves.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Margined in what the price is in: worth multiplier times price.
        case linear
        /// Margined in the coin itself: worth multiplier over price.
        case inverse
        /// Margined in a third currency: worth multiplier times price, the multiplier being that currency per
        /// unit of price.
        case quanto
    }

    /// The name of the contract.
    package let id: InstrumentID
    /// What it is worth as the price moves.
    package let kind: Kind
    /// Coins a contract (linear), units of the quote a contract (inverse), or settlement currency a contract
    /// and unit of price (quanto). Above zero.
    package let multiplier: Double
    /// What profit, collateral and requirement are counted in, such as `USDT` or `BTC`.
    package let settlement: String

    /// A contract; throws where the multiplier is not above zero.
    package init(
        id: InstrumentID, kind: Kind, multiplier: Double = 1, settlement: String
    ) throws(MarginError) {
        self.id = id
        self.kind = kind
        self.multiplier = try MarginField.multiplier.positive(multiplier)
        self.settlement = settlement
    }

    /// What so many contracts are worth at a price, in the settlement currency.
    package func value(of contracts: Double, at price: Double) -> Double {
        contracts * multiplier * coordinate(of: price)
    }

    /// What so many contracts earned from one price to another, in the settlement currency.
    package func profit(
        of contracts: Double, _ side: PositionSide, from entry: Double, to price: Double
    ) -> Double {
        let moved = coordinate(of: price) - coordinate(of: entry)
        return slope(side) * contracts * multiplier * moved
    }

    /// The coordinate in which value is proportional: the price, or one over it.
    func coordinate(of price: Double) -> Double {
        kind == .inverse ? 1 / price : price
    }

    /// The price that a coordinate stands for.
    func price(at coordinate: Double) -> Double {
        kind == .inverse ? 1 / coordinate : coordinate
    }

    /// Whether profit rises (1) or falls (-1) with the coordinate.
    func slope(_ side: PositionSide) -> Double {
        kind == .inverse ? -side.sign : side.sign
    }
}
