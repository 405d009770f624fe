package import Market

extension MarginSolver {
    /// The least that has to be closed of a position at a price for equity to cover the requirement again.
    ///
    /// Closing at the mark price leaves equity as it is, less the fees on what is closed, and lowers the
    /// requirement: by the tier's rate, tier by tier. With one rate and no other fee that is
    /// `shortage / (price (rate - fees))`. Where fees take as much as closing frees, all of it has to go.
    ///
    /// - Parameters:
    ///   - price: where it is closed; the mark price if `nil`.
    ///   - closingFeeRate: what the liquidator and the fund take of the value closed, from 0 to 1.
    /// - Source: Drift v2, `calculate_base_asset_amount_to_cover_margin_shortage`, for one rate.
    /// - Checked against: that function's tests, `VenueVectorTests`; brute force over the size, `RestoringCloseTests`.
    /// - Complexity: O(positions + tiers).
    package func restoringClose(
        of contract: InstrumentID, _ side: PositionSide, at price: Double? = nil,
        closingFeeRate: Double = 0
    ) throws(MarginError) -> RestoringClose {
        let fee = try MarginField.feeRate.share(closingFeeRate)
        let balance = try balance(of: contract)
        guard let position = balance.moving.first(where: { $0.side == side }) else {
            throw .notHeld(contract)
        }
        let coordinate = try self.coordinate(price, of: position)
        let curve = try closingCurve(of: position, in: balance, at: coordinate, fee: fee)
        let size = position.exposure
        guard try MarginField.margin.computed(curve.value(at: size)) < 0 else { return .notNeeded }
        if case .change(let change) = curve.changeBelow(size) {
            let remaining = min(
                position.contracts, change.coordinate / position.contract.multiplier)
            return .part(contracts: position.contracts - remaining, remaining: remaining)
        }
        return .whole(equityLeft: balance.equity(at: coordinate) - fee * size * coordinate)
    }

    private func coordinate(
        _ price: Double?, of position: Position
    ) throws(MarginError) -> Double {
        guard let price else { return position.markCoordinate }
        return position.contract.coordinate(of: try MarginField.price.positive(price))
    }

    /// Equity less requirement along what is left of a position, the price standing still.
    private func closingCurve(
        of position: Position, in balance: ContractBalance, at coordinate: Double, fee: Double
    ) throws(MarginError) -> PiecewiseBalance {
        let equity = try MarginField.value.computed(balance.equity(at: coordinate))
        let valued = conventions.basis == .mark ? coordinate : position.entryCoordinate
        let closing = closingFee(of: position, at: coordinate, equity: equity, fee: fee)
        let constant = MarginField.sum([
            equity, -fee * position.exposure * coordinate, -closing.constant,
            -position.extraRequirement, -balance.requirement(besides: position, at: coordinate),
        ])
        let coins = position.contract.kind == .inverse ? 1 : 1 / valued
        let stretches = position.maintenance.pieces(coinsPerValue: coins).map { piece in
            PiecewiseBalance.Stretch(
                upper: piece.ceiling / valued, constant: constant - piece.constant,
                slope: fee * coordinate - piece.slope * valued - closing.slope,
                curvature: -piece.curvature * valued * valued)
        }
        return PiecewiseBalance(stretches: stretches)
    }

    /// The fee for closing what is left, as a line along it.
    ///
    /// The bankruptcy price of what is left follows from the equity that is left: the fee there is a line, too.
    private func closingFee(
        of position: Position, at coordinate: Double, equity: Double, fee: Double
    ) -> (constant: Double, slope: Double) {
        switch conventions.closingFee {
        case .none: return (0, 0)
        case .onMark(let rate): return (0, rate * coordinate)
        case .onEntry(let rate): return (0, rate * position.entryCoordinate)
        case .atBankruptcy(let rate):
            let counted = conventions.bankruptcyCountsFee ? rate : 0
            let share = rate / (position.slope - counted)
            let last = equity - fee * position.exposure * coordinate
            return (-share * last, share * (position.slope - fee) * coordinate)
        }
    }
}

extension ContractBalance {
    /// What the other positions and the other side of a hedge must keep, at a coordinate of the contract.
    func requirement(besides position: Position, at coordinate: Double) -> Double {
        let own = moving.filter { $0 != position }
        return MarginField.sum(
            [standing]
                + own.map { other in
                    let valued = conventions.basis == .mark ? coordinate : other.entryCoordinate
                    let margin = other.maintenance.amount(
                        at: other.exposure * valued, coins: other.fixedCoins)
                    return margin + other.extraRequirement
                        + conventions.closingFee.rate * other.exposure * valued
                })
    }
}
