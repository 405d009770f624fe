package import Market

/// The one margin solver of all venues: `equity(price) = requirement(price)`, with the venue's switches.
///
/// In the contract's coordinate (the price, or one over it) equity is a straight line, and the requirement is
/// one on each tier, or a parabola where margin scales with size. So each tier has its solution in closed form,
/// and the tier that counts is the one the position has at that price, not the one it has now. The search goes
/// outward from the mark price, tier by tier, and ends at the first price at which equity no longer exceeds the
/// requirement; with flat tiers that can be an edge, where more is asked for at once.
///
/// What stands behind a position: in isolated mode the account's collateral, of which it holds one position; in
/// cross mode all collateral and the other positions at their mark prices; by value, a share of all equity.
///
/// - Source: Binance, *How to calculate liquidation price of USDⓈ-M futures contracts* and of COIN-M; Bybit,
///   OKX, BitMEX, Hyperliquid, dYdX, KuCoin, Gate, Phemex, GMX and Deribit, as cited in their profiles.
/// - Checked against: vectors of those venues and of other implementations, `VenueVectorTests`; bisection in
///   numbers of fifty digits, `Fixtures/Margin/accounts.csv`; brute force over small tables, `MarginSolverTests`.
package struct MarginSolver: Sendable {
    /// The account.
    package let account: MarginAccount
    /// The switches.
    package let conventions: MarginConventions

    /// A solver; throws where the equity is below zero, or where isolated margin is to back more than one
    /// position.
    package init(_ account: MarginAccount, _ conventions: MarginConventions) throws(MarginError) {
        if conventions.mode == .isolated, account.positions.count != 1 {
            throw .isolatedPositions(account.positions.count)
        }
        guard account.equity >= 0 else { throw .negativeEquity(account.equity) }
        self.account = account
        self.conventions = conventions
    }

    /// At which prices of a contract the account, or the position's share of it, is liquidated.
    ///
    /// - Complexity: O(positions + tiers).
    package func liquidation(of contract: InstrumentID) throws(MarginError) -> LiquidationOutcome {
        let balance = try balance(of: contract)
        let curve = balance.balance
        let terms = balance.moving[0].contract
        let now = try MarginField.margin.computed(curve.value(at: balance.mark))
        let up = curve.changeAbove(balance.mark)
        let down = curve.changeBelow(balance.mark)
        let (below, above) = terms.kind == .inverse ? (up, down) : (down, up)
        guard now > 0 else {
            return .alreadyLiquidatable(
                shortage: -now, restoredBelow: Self.price(below, terms),
                restoredAbove: Self.price(above, terms))
        }
        return .healthy(
            below: search(below, balance, curve), above: search(above, balance, curve))
    }

    /// The price of a contract at which nothing is left: equity zero, or what the closing fee takes where the
    /// venue counts it. `nil` where no price is.
    package func bankruptcyPrice(of contract: InstrumentID) throws(MarginError) -> Double? {
        let balance = try balance(of: contract)
        guard let coordinate = balance.bankruptcy else { return nil }
        let price = balance.moving[0].contract.price(at: coordinate)
        return price > 0 && price.isFinite ? price : nil
    }

    /// Equity and requirement at the mark prices, of the whole account.
    package var marginRatio: MarginRatio {
        get throws(MarginError) {
            guard account.positions.count == 1 else {
                let requirements = account.positions.map {
                    ContractBalance.requirement(of: $0, conventions)
                }
                return MarginRatio(
                    equity: account.equity, requirement: MarginField.sum(requirements))
            }
            let balance = try balance(of: account.positions[0].contract.id)
            return Self.ratio(balance.equity(at: balance.mark), balance.balance, balance.mark)
        }
    }

    /// The account as far as it stands behind a contract.
    func balance(of contract: InstrumentID) throws(MarginError) -> ContractBalance {
        guard conventions.mode == .crossByValue else {
            return try ContractBalance(account, contract, conventions)
        }
        return try ContractBalance(try dealtOut(to: contract), contract, conventions)
    }

    /// An account of the positions in one contract with their share of all equity, by value.
    private func dealtOut(to contract: InstrumentID) throws(MarginError) -> MarginAccount {
        let own = account.positions(in: contract)
        guard !own.isEmpty else { throw .notHeld(contract) }
        let share =
            MarginField.sum(own.map(\.markValue))
            / MarginField.sum(account.positions.map(\.markValue))
        var positions: [Position] = []
        for position in own { positions.append(try position.openedAtMark()) }
        return try MarginAccount(collateral: account.equity * share, positions: positions)
    }

    private static func ratio(
        _ equity: Double, _ curve: PiecewiseBalance, _ mark: Double
    ) -> MarginRatio {
        MarginRatio(equity: equity, requirement: equity - curve.value(at: mark))
    }

    private static func price(_ outcome: PiecewiseBalance.Outcome, _ terms: Contract) -> Double? {
        guard case .change(let change) = outcome else { return nil }
        let price = terms.price(at: change.coordinate)
        return price.isFinite && price > 0 ? price : nil
    }

    private func search(
        _ outcome: PiecewiseBalance.Outcome, _ balance: ContractBalance, _ curve: PiecewiseBalance
    ) -> LiquidationSearch {
        let terms = balance.moving[0].contract
        switch outcome {
        case .none: return .never
        case .end(let coordinate):
            let price = terms.price(at: coordinate)
            return price.isFinite && price > 0 ? .unknownBeyond(price: price) : .never
        case .change(let change):
            let price = terms.price(at: change.coordinate)
            guard price.isFinite, price > 0 else { return .never }
            let equity = balance.equity(at: change.coordinate)
            return .reached(
                LiquidationPoint(
                    price: price, distance: price / balance.moving[0].markPrice - 1,
                    equity: equity, requirement: equity - curve.value(at: change.coordinate),
                    tier: tier(of: balance.moving[0], at: change.coordinate),
                    isJump: change.isJump))
        }
    }

    /// The tier of a position at a coordinate; `nil` where it has none that moves.
    func tier(of position: Position, at coordinate: Double) -> Int? {
        guard conventions.basis == .mark, let table = position.maintenance.table,
            table.tiers.count > 1
        else { return nil }
        return table.number(of: position.exposure * coordinate)
    }
}
