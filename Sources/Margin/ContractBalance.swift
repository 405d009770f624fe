internal import Market
internal import Series

/// An account's equity and requirement along the coordinate of one contract, all others standing still.
struct ContractBalance {
    let moving: [Position]
    let conventions: MarginConventions
    let mark: Double
    private let equityConstant: Double
    private let equitySlope: Double
    private let requirementConstant: Double
    /// What the positions in other contracts must keep.
    let standing: Double

    init(_ account: MarginAccount, _ contract: InstrumentID, _ conventions: MarginConventions)
        throws(MarginError)
    {
        moving = account.positions(in: contract)
        guard let first = moving.first else { throw .notHeld(contract) }
        for position in moving where conventions.basis == .entry {
            if let end = position.maintenance.table?.end, position.entryValue > end {
                throw .beyondTiers(value: position.entryValue, ceiling: end)
            }
        }
        self.conventions = conventions
        mark = first.markCoordinate
        let following = account.collateral.filter { $0.valuation == .following(contract) }
        let fixed = account.collateral.filter { $0.valuation != .following(contract) }
        let others = account.positions.filter { $0.contract.id != contract }
        equityConstant = MarginField.sum(
            fixed.map { account.value(of: $0) } + others.map(\.unrealizedProfit)
                + moving.map { -$0.slope * $0.exposure * $0.entryCoordinate })
        equitySlope = MarginField.sum(
            following.map { $0.amount * $0.countedShare } + moving.map { $0.slope * $0.exposure })
        standing = MarginField.sum(others.map { Self.requirement(of: $0, conventions) })
        requirementConstant = MarginField.sum([standing] + moving.map(\.extraRequirement))
        _ = try MarginField.value.computed(equityConstant + equitySlope * mark)
    }

    /// What a position must keep at its mark price. The fee at bankruptcy is taken at the mark: a position
    /// whose price stands still has no bankruptcy price of its own.
    static func requirement(of position: Position, _ conventions: MarginConventions) -> Double {
        let value = conventions.basis == .mark ? position.markValue : position.entryValue
        let margin = position.maintenance.amount(at: value, coins: position.fixedCoins)
        let fee =
            switch conventions.closingFee {
            case .none: 0.0
            case .onMark(let rate), .atBankruptcy(let rate): rate * position.markValue
            case .onEntry(let rate): rate * position.entryValue
            }
        return margin + fee + position.extraRequirement
    }

    func equity(at coordinate: Double) -> Double { equityConstant + equitySlope * coordinate }

    /// The coordinate at which there is no equity left, or none for the closing fee; `nil` without one that
    /// the contract can reach.
    var bankruptcy: Double? {
        var constant = equityConstant
        var slope = equitySlope
        if conventions.bankruptcyCountsFee {
            for position in moving {
                switch conventions.closingFee {
                case .none: break
                case .onMark(let rate), .atBankruptcy(let rate): slope -= rate * position.exposure
                case .onEntry(let rate): constant -= rate * position.entryValue
                }
            }
        }
        guard slope != 0 else { return nil }
        let coordinate = -constant / slope
        return coordinate > 0 && coordinate.isFinite ? coordinate : nil
    }

    /// Equity less requirement along the coordinate.
    var balance: PiecewiseBalance {
        let rules = moving.map { pieces(of: $0) }
        var places = moving.map { _ in 0 }
        var stretches: [PiecewiseBalance.Stretch] = []
        while true {
            let ends = moving.indices.map { rules[$0][places[$0]].ceiling / moving[$0].exposure }
            let upper = ends.min() ?? .infinity
            stretches.append(stretch(moving.indices.map { rules[$0][places[$0]] }, upper: upper))
            guard upper.isFinite else { break }
            for index in moving.indices where ends[index] <= upper { places[index] += 1 }
            guard moving.indices.allSatisfy({ places[$0] < rules[$0].count }) else { break }
        }
        return PiecewiseBalance(stretches: stretches)
    }

    private func pieces(of position: Position) -> [RequirementPiece] {
        guard conventions.basis == .entry else {
            return position.maintenance.pieces(coins: position.fixedCoins)
        }
        let amount = position.maintenance.amount(
            at: position.entryValue, coins: position.fixedCoins)
        return [
            RequirementPiece(ceiling: .infinity, constant: amount, slope: 0, curvature: 0)
        ]
    }

    private func stretch(
        _ pieces: [RequirementPiece], upper: Double
    ) -> PiecewiseBalance.Stretch {
        let places = zip(moving, pieces)
        return PiecewiseBalance.Stretch(
            upper: upper,
            constant: MarginField.sum(
                [equityConstant, -requirementConstant] + pieces.map { -$0.constant }
                    + moving.map { -fixedFee(of: $0) }),
            slope: MarginField.sum(
                [equitySlope] + places.map { -($1.slope * $0.exposure) }
                    + moving.map { -feeSlope(of: $0) }),
            curvature: MarginField.sum(
                places.map { -($1.curvature * $0.exposure * $0.exposure) }))
    }

    private func fixedFee(of position: Position) -> Double {
        switch conventions.closingFee {
        case .none, .onMark: 0
        case .onEntry(let rate): rate * position.entryValue
        case .atBankruptcy(let rate): rate * position.exposure * (bankruptcy ?? 0)
        }
    }

    private func feeSlope(of position: Position) -> Double {
        if case .onMark(let rate) = conventions.closingFee { rate * position.exposure } else { 0 }
    }
}

extension MarginField {
    /// A sum whose order does not matter to the last digits.
    static func sum(_ terms: [Double]) -> Double { terms.compensatedSum }
}
