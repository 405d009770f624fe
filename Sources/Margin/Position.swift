package import Market

/// A position in one contract, with the rule of what it must keep.
package struct Position: Hashable, Sendable {
    /// The contract.
    package let contract: Contract
    /// Which way it points.
    package let side: PositionSide
    /// How many contracts; above zero.
    package let contracts: Double
    /// The average price it was opened at.
    package let entryPrice: Double
    /// The price the venue marks it at.
    package let markPrice: Double
    /// How much margin it must keep.
    package let maintenance: MaintenanceRule
    /// What it must keep besides, in the settlement currency, such as a funding payment due.
    package let extraRequirement: Double

    /// A position; throws where a figure is none, or where the position is worth more than the last tier.
    package init(
        contract: Contract, side: PositionSide, contracts: Double, entryPrice: Double,
        markPrice: Double? = nil, maintenance: MaintenanceRule, extraRequirement: Double = 0
    ) throws(MarginError) {
        self.contract = contract
        self.side = side
        self.contracts = try MarginField.contracts.positive(contracts)
        self.entryPrice = try MarginField.entryPrice.positive(entryPrice)
        self.markPrice = try MarginField.markPrice.positive(markPrice ?? entryPrice)
        self.maintenance = maintenance
        self.extraRequirement = try MarginField.extraRequirement.amount(extraRequirement)
        if case .scaling = maintenance, contract.kind == .quanto {
            throw .scalingOfQuanto(contract.id)
        }
        try checkValues()
    }

    private func checkValues() throws(MarginError) {
        for value in [entryValue, markValue, 1 / entryCoordinate, 1 / markCoordinate, exposure] {
            guard value.isFinite, value > 0 else { throw .unrepresentable(.value) }
        }
        if let end = maintenance.table?.end, markValue > end {
            throw .beyondTiers(value: markValue, ceiling: end)
        }
    }

    /// What it is worth at the entry price, in the settlement currency.
    package var entryValue: Double { exposure * entryCoordinate }
    /// What it is worth at the mark price, in the settlement currency.
    package var markValue: Double { exposure * markCoordinate }
    /// What it earned so far, in the settlement currency.
    package var unrealizedProfit: Double { slope * exposure * (markCoordinate - entryCoordinate) }

    /// The margin that backs it at a leverage: the entry value divided by it.
    ///
    /// Throws where the leverage is below one, above what the tier allows, or leaves no more than the
    /// requirement of the first moment.
    package func initialMargin(leverage: Double) throws(MarginError) -> Double {
        guard leverage.isFinite, leverage >= 1 else {
            throw .impossibleLeverage(leverage, greatest: nil)
        }
        let tier = maintenance.table.map { $0.tiers[$0.number(of: entryValue) - 1] }
        if let greatest = tier?.greatestLeverage, leverage > greatest {
            throw .impossibleLeverage(leverage, greatest: greatest)
        }
        let margin = entryValue / leverage
        let required = maintenance.amount(at: entryValue, coins: fixedCoins)
        guard margin > required else {
            throw .impossibleLeverage(leverage, greatest: entryValue / required)
        }
        return margin
    }

    /// Value per coordinate.
    var exposure: Double { contracts * contract.multiplier }
    /// Profit per coordinate and exposure: 1 or -1.
    var slope: Double { contract.slope(side) }
    var entryCoordinate: Double { contract.coordinate(of: entryPrice) }
    var markCoordinate: Double { contract.coordinate(of: markPrice) }
    /// The size in coins, where it does not change with the price.
    var fixedCoins: Double? { contract.kind == .inverse ? nil : exposure }

    /// The same position counted as opened at the mark price.
    func openedAtMark() throws(MarginError) -> Position {
        try Position(
            contract: contract, side: side, contracts: contracts, entryPrice: markPrice,
            markPrice: markPrice, maintenance: maintenance, extraRequirement: extraRequirement)
    }
}
