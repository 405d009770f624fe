internal import Market

/// The formulas in words.
extension MarginStepWriter {
    private var isInverse: Bool { position.contract.kind == .inverse }

    func valueWords(_ price: String) -> String {
        isInverse
            ? "contracts times multiplier over the \(price)"
            : "contracts times multiplier times the \(price)"
    }

    var profitWords: String {
        let moved =
            isInverse
            ? (position.side == .long
                ? "one over the entry price less one over the mark price"
                : "one over the mark price less one over the entry price")
            : (position.side == .long
                ? "mark price less entry price" : "entry price less mark price")
        return "contracts times multiplier times (\(moved))"
    }

    var equityWords: String {
        switch solver.conventions.mode {
        case .isolated: "the position's margin plus its unrealised profit"
        case .cross: "all collateral plus the unrealised profit of all positions"
        case .crossByValue: "the account's equity times the position's share of all position value"
        }
    }

    var requirementWords: String {
        let valued =
            solver.conventions.basis == .mark ? "value at the mark price" : "value at entry"
        let fee =
            switch solver.conventions.closingFee {
            case .none: ""
            case .onMark: ", plus the closing fee on the value at the mark price"
            case .onEntry: ", plus the closing fee on the value at entry"
            case .atBankruptcy: ", plus the closing fee on the value at the bankruptcy price"
            }
        let others = hasOthers ? ", plus that of the other positions" : ""
        return "\(rateWords) of the \(valued)\(fee)\(others)"
    }

    private var hasOthers: Bool {
        solver.conventions.mode == .cross && solver.account.positions.count > 1
    }

    private var rateWords: String {
        switch position.maintenance {
        case .marginal(let table) where table.tiers.count > 1:
            "the tier's rate, less its cumulative amount,"
        case .flat(let table) where table.tiers.count > 1: "the tier's rate on all"
        case .marginal, .flat: "the maintenance rate"
        case .scaling: "the base rate plus the rate per coin times the size,"
        case .rateOrFees: "the greater of the least margin and the closing costs"
        }
    }

    func solutionWords(_ point: LiquidationPoint) -> String {
        guard !point.isJump else {
            return "the edge of the tier, beyond which the requirement exceeds equity at once"
        }
        if case .scaling = position.maintenance, isInverse {
            return "where equity equals the requirement: the positive root of the quadratic"
        }
        guard solver.conventions.basis == .mark else {
            return "where equity equals the requirement, which stays as it is at entry"
        }
        return isInverse ? inverseWords : linearWords
    }

    // Formulas (1) and (2) of every venue; d is 1 for a long and -1 for a short position.
    private var linearWords: String {
        "(\(backing) + amount - d × size × entry price) / (size × (rate\(feeWords) - d)), with the rate and amount there and d \(direction)"
    }

    private var inverseWords: String {
        "size × (rate\(feeWords) + d) / (\(backing) + amount + d × size / entry price), with the rate and amount there and d \(direction)"
    }

    private var feeWords: String {
        if case .onMark = solver.conventions.closingFee { " + fee rate" } else { "" }
    }

    private var backing: String {
        let own =
            solver.conventions.mode == .crossByValue
            ? "share of equity, opened at the mark" : "collateral"
        let fee =
            switch solver.conventions.closingFee {
            case .onEntry, .atBankruptcy: " - closing fee"
            case .none, .onMark: ""
            }
        return own + (hasOthers ? " + profit of others - requirement of others" : "") + fee
    }

    private var direction: String { position.side == .long ? "one" : "minus one" }
}
