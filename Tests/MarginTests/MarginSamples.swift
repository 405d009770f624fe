import Margin
import Market
import TestSupport

/// Contracts, rules and accounts for the tests.
enum MarginSamples {
    static func contract(
        _ kind: Contract.Kind = .linear, _ name: String = "perp:test:A", multiplier: Double = 1
    ) throws -> Contract {
        try Contract(
            id: InstrumentID(name), kind: kind, multiplier: multiplier, settlement: "USDT")
    }

    /// A rate and a cumulative amount as a table: nothing up to where the two meet, the rate above.
    static func rule(rate: Double, amount: Double) throws -> MaintenanceRule {
        guard amount > 0 else { return try .rate(rate) }
        return .marginal(try TierTable(floors: [0, amount / rate], rates: [0, rate]))
    }

    static func solver(
        _ kind: Contract.Kind, _ side: PositionSide, size: Double, entry: Double,
        mark: Double? = nil, collateral: Double, _ rule: MaintenanceRule,
        _ conventions: MarginConventions? = nil
    ) throws -> MarginSolver {
        let position = try Position(
            contract: contract(kind), side: side, contracts: size, entryPrice: entry,
            markPrice: mark, maintenance: rule)
        return try MarginSolver(
            MarginAccount(collateral: collateral, positions: [position]),
            conventions ?? MarginConventions())
    }

    static let id = InstrumentID("perp:test:A")
}

extension MarginSolver {
    /// The nearest liquidation price of the sample contract.
    var liquidationPrice: Double? {
        get throws { try liquidation(of: MarginSamples.id).nearest?.price }
    }

    var bankruptcyPrice: Double? {
        get throws { try bankruptcyPrice(of: MarginSamples.id) }
    }
}
