import Market
import TestSupport
import Testing

@testable import Cascades

/// The made markets of `Scripts/reference/cascades_engine.py`, and random ones.
enum EngineCases {
    /// Depth in lots a percent, fund, book share, fee, whether the fund keeps, whether winners are
    /// closed, and the shock in ticks of 10,000.
    typealias Parameters = (Double, Int, Double, Int, Bool, Bool, Double)

    static let all: [String: Parameters] = [
        "plain": (40_000, 1_000_000_000, 1, 0, false, true, 300),
        "fees": (9_000, 1_000_000_000, 0.75, 5000, true, true, 300),
        "dry": (3_000, 50_000, 1, 2000, false, true, 500),
        "debt": (3_000, 50_000, 1, 0, false, false, 500),
        "squeeze": (5_000, 200_000, 0.875, 1000, true, true, -500),
    ]

    static func accounts(_ name: String) throws -> [(CascadeAccount, [String: String])] {
        try ReferenceTable(fixture: "Cascades/accounts.csv").rows.filter { $0["case"] == name }
            .map { row in
                let figures = row.compactMapValues { Int($0) }
                let account = try CascadeAccount(
                    side: figures["sign"] == 1 ? .long : .short, lots: figures["lots"] ?? 0,
                    cost: figures["cost"] ?? 0, collateral: figures["collateral"] ?? 0,
                    maintenance: figures["maintenance"] ?? -1)
                return (account, row)
            }
    }

    static func plan(_ name: String, steps: Int) throws -> CascadePlan {
        let parameters = try #require(all[name])
        let units = try CascadeUnits(tickSize: 1, lotSize: 1, referenceTick: 10_000)
        return try CascadePlan(
            units: units, outside: [Double](repeating: parameters.6 / 10_000, count: steps),
            stepSeconds: 1,
            law: .linear(
                try LinearImpact(depth: units.notional(ofLots: Int(parameters.0)))),
            rule: try VenueRule(
                bookShare: parameters.2, fee: parameters.3, keepsRemainder: parameters.4,
                deleverages: parameters.5), fund: parameters.1, seed: 1)
    }

    /// Solvent accounts around a price.
    static func random(
        _ count: Int, reference: Int, _ random: inout SeededGenerator
    ) throws -> [CascadeAccount] {
        var accounts: [CascadeAccount] = []
        while accounts.count < count {
            let account = try CascadeAccount(
                side: Int.random(in: 0..<10, using: &random) < 7 ? .long : .short,
                lots: Int.random(in: 1...2000, using: &random),
                entryTick: Int.random(
                    in: (reference * 95 / 100)...(reference * 105 / 100), using: &random),
                leverage: [2, 3, 5, 10, 20, 25, 50, 100].randomElement(using: &random) ?? 2,
                maintenance: 5000)
            if account.equity(at: reference) > 0 { accounts.append(account) }
        }
        return accounts
    }

    static let rules: [VenueRule] = [
        rule(), rule(bookShare: 0.6, fee: 5000, keepsRemainder: true), rule(deleverages: false),
        rule(.staged(first: 0.2, aboveNotional: 1e5, cooldown: 5), fee: 1000),
        rule(.restoring(target: 1.5), bookShare: 0.8, fee: 500),
    ].compactMap { $0 }

    private static func rule(
        _ closing: VenueRule.Closing = .whole, bookShare: Double = 1, fee: Int = 0,
        keepsRemainder: Bool = false, deleverages: Bool = true
    ) -> VenueRule? {
        try? VenueRule(
            closing: closing, bookShare: bookShare, fee: fee, keepsRemainder: keepsRemainder,
            deleverages: deleverages)
    }
}
