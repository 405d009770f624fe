import Margin
import Market
import TestSupport
import Testing

/// Every small table of tiers against brute force, and the shapes a search can end in.
@Suite struct MarginSolverTests {
    /// Tables of up to three tiers over a few floors and rates, marginal and flat, with and without an end.
    private static func tables() throws -> [MaintenanceRule] {
        var rules: [MaintenanceRule] = []
        for floors in [[0.0], [0, 60], [0, 100], [0, 150], [0, 60, 100], [0, 90, 140]] {
            for rates in sequences(over: [0, 0.05, 0.3], upTo: 3)
            where rates.count == floors.count && rates == rates.sorted() {
                let table = try TierTable(floors: floors, rates: rates)
                rules += [.marginal(table), .flat(table)]
            }
        }
        return rules
    }

    @Test func smallTablesAgainstBruteForce() throws {
        var count = 0
        for rule in try Self.tables() {
            for kind in [Contract.Kind.linear, .inverse] {
                for side in PositionSide.allCases {
                    for margin in [0.02, 0.1, 0.45, 1.2] {
                        let size = kind == .inverse ? 10_000.0 : 1
                        let solver = try MarginSamples.solver(
                            kind, side, size: size, entry: 100, collateral: margin * 100,
                            rule)
                        let brute = BruteForce(solver)
                        brute.check(try solver.liquidation(of: MarginSamples.id))
                        count += 1
                    }
                }
            }
        }
        #expect(count > 1000)
    }

    @Test func anInverseShortWithEnoughCoinsIsNeverLiquidated() throws {
        let solver = try MarginSamples.solver(
            .inverse, .short, size: 10_000, entry: 100, collateral: 100, .rate(0.01))
        let outcome = try solver.liquidation(of: MarginSamples.id)
        #expect(outcome.isNever)
        #expect(try solver.bankruptcyPrice == nil)
        let fewer = try MarginSamples.solver(
            .inverse, .short, size: 10_000, entry: 100, collateral: 99, .rate(0.01))
        #expect(try fewer.liquidation(of: MarginSamples.id).nearest != nil)
    }

    @Test func aLongWithAllItsValueIsNeverLiquidated() throws {
        let solver = try MarginSamples.solver(
            .linear, .long, size: 1, entry: 100, collateral: 100, .rate(0.01))
        #expect(try solver.liquidation(of: MarginSamples.id).isNever)
    }

    @Test func aHundredfoldLongCanBeLiquidatableAtOnce() throws {
        let solver = try MarginSamples.solver(
            .linear, .long, size: 1, entry: 100, collateral: 1, .rate(0.02))
        let outcome = try solver.liquidation(of: MarginSamples.id)
        guard case .alreadyLiquidatable(let shortage, let below, let above) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(agree(shortage, 1))
        // (1 - 100) / (0.02 - 1), above the entry price.
        #expect(agree(above, 101.020408163265306))
        #expect(below == nil)
    }

    @Test func equityThatJustMeetsTheRequirementIsNotEnough() throws {
        let solver = try MarginSamples.solver(
            .linear, .long, size: 1, entry: 100, collateral: 2, .rate(0.02))
        guard
            case .alreadyLiquidatable(let shortage, _, let above) =
                try solver.liquidation(of: MarginSamples.id)
        else {
            Issue.record("it counts as healthy")
            return
        }
        #expect(shortage == 0 && above == 100)
    }

    @Test func whereTheTiersEndNothingIsClaimed() throws {
        let table = try TierTable(floors: [0], rates: [0.01], end: 110)
        let solver = try MarginSamples.solver(
            .linear, .short, size: 1, entry: 100, collateral: 50, .marginal(table))
        #expect(
            try solver.liquidation(of: MarginSamples.id)
                == .healthy(below: .never, above: .unknownBeyond(price: 110)))
        #expect(throws: MarginError.beyondTiers(value: 120, ceiling: 110)) {
            try MarginSamples.solver(
                .linear, .short, size: 1, entry: 100, mark: 120, collateral: 50, .marginal(table))
        }
    }

    @Test func aFlatTierLiquidatesAtItsEdge() throws {
        let table = try TierTable(floors: [0, 110], rates: [0.01, 0.5])
        let solver = try MarginSamples.solver(
            .linear, .short, size: 1, entry: 100, collateral: 50, .flat(table))
        let point = try #require(try solver.liquidation(of: MarginSamples.id).nearest)
        #expect(point.price == 110 && point.isJump && point.tier == 1)
        #expect(agree(point.equity, 40) && agree(point.requirement, 1.1))
    }

    /// The tier that counts is the one at the liquidation price, not the one of now.
    @Test func theTierIsReadAtTheLiquidationPrice() throws {
        let table = try TierTable(floors: [0, 80], rates: [0.01, 0.4])
        let solver = try MarginSamples.solver(
            .linear, .long, size: 1, entry: 100, collateral: 40, .marginal(table))
        let point = try #require(try solver.liquidation(of: MarginSamples.id).nearest)
        // In the tier below 80: (40 - 100) / (0.01 - 1).
        #expect(agree(point.price, 60.606060606060606) && point.tier == 1)
        #expect(agree(point.distance, -0.39393939393939394))
    }

    @Test func aHedgeCanBeLiquidatedBothWays() throws {
        let contract = try MarginSamples.contract()
        let long = try Position(
            contract: contract, side: .long, contracts: 2, entryPrice: 100, maintenance: .rate(0.4))
        let short = try Position(
            contract: contract, side: .short, contracts: 1.5, entryPrice: 100,
            maintenance: .rate(0.1))
        let solver = try MarginSolver(
            MarginAccount(collateral: 100, positions: [long, short]),
            MarginConventions(mode: .cross))
        guard
            case .healthy(let below, let above) = try solver.liquidation(of: MarginSamples.id)
        else {
            Issue.record("it counts as liquidatable")
            return
        }
        // 100 + 0.5 (P - 100) = 0.95 P has the one solution 50 / 0.45, above.
        #expect(below == .never)
        #expect(agree(above.point?.price, 111.11111111111111))
    }

    @Test func coinsBehindALinearContractMoveWithIt() throws {
        let contract = try MarginSamples.contract()
        let position = try Position(
            contract: contract, side: .long, contracts: 1, entryPrice: 100,
            maintenance: .rate(0.05))
        let account = try MarginAccount(
            collateral: [
                Collateral(
                    amount: 1, valuation: .following(MarginSamples.id), countedShare: 0.9)
            ], positions: [position])
        let solver = try MarginSolver(account, MarginConventions(mode: .cross))
        // 0.9 P + P - 100 = 0.05 P
        #expect(agree(try solver.liquidationPrice, 100 / 1.85))
    }

    @Test func deribitTakesThePositiveRoot() throws {
        let rule = MaintenanceRule.scaling(try MarginScaling(base: 0.01, perCoin: 0.00005))
        let solver = try MarginSamples.solver(
            .inverse, .short, size: 1e6, entry: 50_000, collateral: 1, rule)
        let point = try #require(try solver.liquidation(of: MarginSamples.id).nearest)
        #expect(point.price > 50_000)
        #expect(agree(point.equity, point.requirement))
    }
}
