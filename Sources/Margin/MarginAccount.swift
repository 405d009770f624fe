internal import Market
internal import Series

/// Positions and what stands behind them, all counted in one settlement currency.
package struct MarginAccount: Hashable, Sendable {
    /// The most positions, and the most lots of collateral, of one account.
    package static let greatestCount = 10_000

    /// What stands behind the positions.
    package let collateral: [Collateral]
    /// The positions, of each contract at most one a side.
    package let positions: [Position]

    /// An account; throws where it holds no position or too many, one twice, contracts at two mark prices, or
    /// contracts that settle in different currencies.
    ///
    /// - Complexity: O(positions).
    package init(collateral: [Collateral], positions: [Position]) throws(MarginError) {
        guard (1...Self.greatestCount).contains(positions.count) else {
            throw .positionCount(positions.count)
        }
        guard collateral.count <= Self.greatestCount else { throw .positionCount(collateral.count) }
        self.collateral = collateral
        self.positions = positions
        try checkPositions()
        try checkCollateral()
    }

    /// An account with so much of the settlement currency behind it; throws as the other does.
    package init(collateral: Double, positions: [Position]) throws(MarginError) {
        try self.init(collateral: [Collateral(amount: collateral)], positions: positions)
    }

    /// What stands behind the positions at their mark prices.
    package var collateralValue: Double {
        collateral.map { value(of: $0) }.compensatedSum
    }

    /// Collateral and profit at the mark prices.
    package var equity: Double {
        (collateral.map { value(of: $0) } + positions.map(\.unrealizedProfit)).compensatedSum
    }

    /// What a lot of collateral counts for at the mark prices.
    func value(of lot: Collateral) -> Double {
        switch lot.valuation {
        case .settlement: lot.amount * lot.countedShare
        case .fixed(let price): lot.amount * lot.countedShare * price
        case .following(let contract):
            lot.amount * lot.countedShare * (positions(in: contract).first?.markCoordinate ?? 0)
        }
    }

    /// The positions in a contract: one, or the two sides of a hedge.
    func positions(in contract: InstrumentID) -> [Position] {
        positions.filter { $0.contract.id == contract }
    }

    private func checkPositions() throws(MarginError) {
        var seen: [InstrumentID: [Position]] = [:]
        for position in positions {
            let id = position.contract.id
            for other in seen[id] ?? [] {
                if other.side == position.side { throw .heldTwice(id) }
                guard other.contract == position.contract, other.markPrice == position.markPrice
                else { throw .contractsDisagree(id) }
            }
            seen[id, default: []].append(position)
            let settlement = positions[0].contract.settlement
            guard position.contract.settlement == settlement else {
                throw .mixedSettlement(settlement, position.contract.settlement)
            }
        }
    }

    private func checkCollateral() throws(MarginError) {
        let held = Set(positions.map(\.contract.id))
        for lot in collateral {
            if case .following(let contract) = lot.valuation, !held.contains(contract) {
                throw .notHeld(contract)
            }
        }
        _ = try MarginField.collateral.computed(equity)
    }
}
