internal import Market

/// Writes the lines of an explanation.
struct MarginStepWriter {
    let solver: MarginSolver
    let position: Position
    let balance: ContractBalance

    private var money: MarginStep.Unit { .settlement(position.contract.settlement) }

    private func step(
        _ name: String, _ formula: String, _ value: Double?, _ unit: MarginStep.Unit
    ) -> MarginStep {
        MarginStep(name: name, formula: formula, value: value, unit: unit)
    }

    /// The account as it stands at the mark prices.
    var standing: [MarginStep] {
        let equity = balance.equity(at: balance.mark)
        let requirement = equity - balance.balance.value(at: balance.mark)
        let ratio = MarginRatio(equity: equity, requirement: requirement)
        return inputs + [
            step("position value", valueWords("mark price"), position.markValue, money),
            step("unrealised profit", profitWords, position.unrealizedProfit, money),
            step("equity", equityWords, equity, money),
            step("maintenance requirement", requirementWords, requirement, money),
            step("margin ratio", "requirement over equity; liquidation at one", ratio.used, .ratio),
        ]
    }

    private var inputs: [MarginStep] {
        let shared = solver.conventions.mode == .isolated ? "of the position" : "of the account"
        return [
            step("size", "as given, \(position.side.rawValue)", position.contracts, .contracts),
            step("entry price", "as given", position.entryPrice, .price),
            step("mark price", "as given", position.markPrice, .price),
            step(
                "collateral", "\(shared), at the mark price", solver.account.collateralValue, money),
        ]
    }

    /// Where equity meets the requirement.
    func liquidation(_ outcome: LiquidationOutcome) throws(MarginError) -> [MarginStep] {
        switch outcome {
        case .alreadyLiquidatable(let shortage, let below, let above):
            let restored = position.side == .long ? above ?? below : below ?? above
            return [
                step("shortage", "requirement less equity at the mark price", shortage, money),
                step(
                    "price of restoration", "the nearest price at which equity exceeds it again",
                    restored, .price),
            ]
        case .healthy(let below, let above):
            let isDown = position.side == .long
            return towards(isDown ? below : above, isDown ? "fall" : "rise")
                + opposite(isDown ? above : below, isDown ? "rise" : "fall")
        }
    }

    private func towards(_ search: LiquidationSearch, _ direction: String) -> [MarginStep] {
        switch search {
        case .never:
            return [
                step(
                    "liquidation price", "none: no \(direction) brings equity down to it", nil,
                    .price)
            ]
        case .unknownBeyond(let price):
            return [
                step(
                    "liquidation price", "none up to here, where the known tiers end", price, .price
                )
            ]
        case .reached(let point): return lines(of: point)
        }
    }

    // A hedged account can be liquidated both ways; a single position cannot, and then nothing is said.
    private func opposite(_ search: LiquidationSearch, _ direction: String) -> [MarginStep] {
        guard let point = search.point else { return [] }
        return [
            step(
                "liquidation price on a \(direction)",
                "where equity meets the requirement that way",
                point.price, .price)
        ]
    }

    private func lines(of point: LiquidationPoint) -> [MarginStep] {
        var lines: [MarginStep] = []
        if let tier = point.tier, let table = position.maintenance.table {
            let line = table.tiers[tier - 1]
            lines = [
                step(
                    "tier there", "by the value of the position at that price", Double(tier), .tier),
                step("maintenance rate there", "of that tier", line.rate, .ratio),
            ]
            if case .marginal = position.maintenance {
                lines.append(
                    step(
                        "cumulative amount there", "what the lower tiers ask for less",
                        line.cumulativeAmount, money))
            }
        }
        return lines + [
            step("liquidation price", solutionWords(point), point.price, .price),
            step("equity there", "as above, at that price", point.equity, money),
            step("requirement there", "as above, at that price", point.requirement, money),
            step("distance", "liquidation price over mark price, less one", point.distance, .ratio),
        ]
    }

    func bankruptcy(_ price: Double?) -> [MarginStep] {
        let counted = solver.conventions.bankruptcyCountsFee
        let words =
            price == nil
            ? "none: no price takes all equity"
            : counted
                ? "where equity just pays the closing fee" : "where equity is zero"
        return [step("bankruptcy price", words, price, .price)]
    }

    func closing(_ close: RestoringClose) -> [MarginStep] {
        switch close {
        case .notNeeded: []
        case .part(let contracts, _):
            [
                step(
                    "least close", "the fewest contracts that bring the requirement under equity",
                    contracts, .contracts)
            ]
        case .whole(let left):
            [
                step("least close", "all: no part is enough", position.contracts, .contracts),
                step("equity after", "what closing all leaves", left, money),
            ]
        }
    }
}
