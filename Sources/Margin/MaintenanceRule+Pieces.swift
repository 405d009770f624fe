/// A stretch of a requirement: `constant + slope × n + curvature × n²` for values up to `ceiling`.
struct RequirementPiece {
    /// The value up to which it holds, included; infinite where it has no end.
    let ceiling: Double
    let constant: Double
    let slope: Double
    let curvature: Double

    func amount(at value: Double) -> Double { constant + (slope + curvature * value) * value }
}

extension MaintenanceRule {
    /// The requirement along the value of a position of a fixed number of contracts.
    ///
    /// - Parameter coins: the size in coins where that does not change with the price; `nil` where the size
    ///   in coins is the value itself, as of an inverse contract.
    func pieces(coins: Double?) -> [RequirementPiece] {
        switch self {
        case .marginal(let table): Self.pieces(of: table) { -($0.cumulativeAmount ?? 0) }
        case .flat(let table): Self.pieces(of: table) { _ in 0 }
        case .scaling(let scaling): [Self.piece(of: scaling, coins: coins)]
        case .rateOrFees(let rule): Self.pieces(of: rule)
        }
    }

    /// The requirement along the value as contracts are closed at one price.
    ///
    /// - Parameter coinsPerValue: the size in coins that a unit of value is.
    func pieces(coinsPerValue: Double) -> [RequirementPiece] {
        guard case .scaling(let scaling) = self else { return pieces(coins: nil) }
        let piece = RequirementPiece(
            ceiling: .infinity, constant: 0, slope: scaling.base,
            curvature: scaling.perCoin * coinsPerValue)
        return [piece]
    }

    /// The requirement at a value; beyond the last tier that tier's.
    func amount(at value: Double, coins: Double?) -> Double {
        let pieces = pieces(coins: coins)
        let piece = pieces.first { value <= $0.ceiling } ?? pieces.last
        return piece?.amount(at: value) ?? 0
    }

    private static func pieces(
        of table: TierTable, constant: (TierTable.Tier) -> Double
    ) -> [RequirementPiece] {
        table.tiers.map { tier in
            RequirementPiece(
                ceiling: tier.ceiling ?? .infinity, constant: constant(tier), slope: tier.rate,
                curvature: 0)
        }
    }

    private static func piece(of scaling: MarginScaling, coins: Double?) -> RequirementPiece {
        RequirementPiece(
            ceiling: .infinity, constant: 0,
            slope: coins.map { scaling.rate(atSize: $0) } ?? scaling.base,
            curvature: coins == nil ? scaling.perCoin : 0)
    }

    // Fees are the greater while the value is small, the rate from where the two lines meet.
    private static func pieces(of rule: RateOrFees) -> [RequirementPiece] {
        let rate = RequirementPiece(
            ceiling: .infinity, constant: 0, slope: rule.rate, curvature: 0)
        let meeting =
            rule.rate > rule.feeRate ? rule.fixedFee / (rule.rate - rule.feeRate) : .infinity
        let fees = RequirementPiece(
            ceiling: meeting, constant: rule.fixedFee, slope: rule.feeRate, curvature: 0)
        return meeting == .infinity ? [fees] : meeting > 0 ? [fees, rate] : [rate]
    }
}
