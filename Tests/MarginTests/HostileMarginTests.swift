import Margin
import Market
import TestSupport
import Testing

/// Whatever is asked, the answer is a typed error or figures that are numbers; nothing traps.
@Suite struct HostileMarginTests {
    private static let figures: [Double] = [
        .nan, .infinity, -.infinity, 0, -0.0, -1, 1, .leastNonzeroMagnitude, .leastNormalMagnitude,
        1e-300, 1e-9,
        1e9, 1e18, 1e154, 1e300, .greatestFiniteMagnitude,
    ]

    @Test func everyCombinationOfFiguresIsAnswered() throws {
        var answered = 0
        for size in Self.figures {
            for entry in Self.figures {
                for collateral in Self.figures {
                    for mark in [nil, 1e-300, 100, 1e300] as [Double?] {
                        answered += Self.answer(size, entry, mark, collateral) ? 1 : 0
                    }
                }
            }
        }
        #expect(answered > 100)
    }

    private static func answer(
        _ size: Double, _ entry: Double, _ mark: Double?, _ collateral: Double
    ) -> Bool {
        var isAnswered = false
        for kind in Contract.Kind.allCases {
            do {
                let solver = try MarginSamples.solver(
                    kind, .long, size: size, entry: entry, mark: mark, collateral: collateral,
                    .marginal(TierTable(floors: [0, 1e5], rates: [0.01, 0.05])),
                    MarginConventions(closingFee: .atBankruptcy(0.001), bankruptcyCountsFee: true))
                let prices =
                    try prices(solver.liquidation(of: MarginSamples.id))
                    + [solver.bankruptcyPrice].compactMap { $0 }
                #expect(
                    prices.allSatisfy { $0.isFinite && $0 > 0 }, "\(size) \(entry) \(collateral)")
                let close = try solver.restoringClose(
                    of: MarginSamples.id, .long, closingFeeRate: 0.01)
                if case .part(let contracts, let remaining) = close {
                    #expect(
                        contracts >= 0 && remaining > 0 && contracts <= size, "\(size) \(entry)")
                }
                let steps = try MarginSteps(solver, MarginSamples.id, .long)
                #expect(!steps.steps.isEmpty)
                isAnswered = true
            } catch {
                #expect(error is MarginError)
            }
        }
        return isAnswered
    }

    private static func prices(_ outcome: LiquidationOutcome) -> [Double] {
        switch outcome {
        case .alreadyLiquidatable(let shortage, let below, let above):
            #expect(shortage >= 0 && shortage.isFinite)
            return [below, above].compactMap { $0 }
        case .healthy(let below, let above):
            return [below, above].compactMap { search in
                if case .unknownBeyond(let price) = search { price } else { search.point?.price }
            }
        }
    }

    @Test func randomBitsAreAnswered() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<20_000 {
            let figures = (0..<4).map { _ in Double(bitPattern: generator.next()) }
            _ = Self.answer(figures[0], figures[1], figures[2], figures[3])
        }
    }

    @Test(arguments: [0, -5, 0.5, 1e9, .nan, .infinity, 125.5] as [Double])
    func refusesImpossibleLeverage(leverage: Double) throws {
        let table = try TierTable(floors: [0], rates: [0.004], leverages: [125])
        let position = try Position(
            contract: MarginSamples.contract(), side: .long, contracts: 1, entryPrice: 100,
            maintenance: .marginal(table))
        #expect {
            _ = try position.initialMargin(leverage: leverage)
        } throws: { error in
            if case .impossibleLeverage? = error as? MarginError { true } else { false }
        }
    }

    @Test func leverageBeyondTheRequirementIsImpossible() throws {
        let position = try Position(
            contract: MarginSamples.contract(), side: .long, contracts: 1, entryPrice: 100,
            maintenance: .rate(0.02))
        #expect(throws: MarginError.impossibleLeverage(50, greatest: 50)) {
            try position.initialMargin(leverage: 50)
        }
        #expect(throws: Never.self) { try position.initialMargin(leverage: 49.9) }
    }

    @Test func refusesAccountsThatCannotBe() throws {
        let position = try Position(
            contract: MarginSamples.contract(), side: .long, contracts: 1, entryPrice: 100,
            markPrice: 90, maintenance: .rate(0.01))
        let moved = try Position(
            contract: MarginSamples.contract(), side: .short, contracts: 1, entryPrice: 100,
            markPrice: 91, maintenance: .rate(0.01))
        let foreign = try Position(
            contract: Contract(id: "perp:test:B", kind: .inverse, settlement: "BTC"), side: .short,
            contracts: 1, entryPrice: 100, maintenance: .rate(0.01))
        let cross = try MarginConventions(mode: .cross)
        #expect(throws: MarginError.negativeEquity(-5)) {
            try MarginSolver(MarginAccount(collateral: 5, positions: [position]), cross)
        }
        #expect(throws: MarginError.positionCount(0)) {
            try MarginAccount(collateral: 5, positions: [])
        }
        #expect(throws: MarginError.heldTwice(MarginSamples.id)) {
            try MarginAccount(collateral: 5, positions: [position, position])
        }
        #expect(throws: MarginError.contractsDisagree(MarginSamples.id)) {
            try MarginAccount(collateral: 5, positions: [position, moved])
        }
        #expect(throws: MarginError.mixedSettlement("USDT", "BTC")) {
            try MarginAccount(collateral: 5, positions: [position, foreign])
        }
        #expect(throws: MarginError.notHeld("perp:test:C")) {
            try MarginAccount(
                collateral: [Collateral(amount: 1, valuation: .following("perp:test:C"))],
                positions: [position])
        }
        #expect(throws: MarginError.notHeld("perp:test:C")) {
            try MarginSolver(MarginAccount(collateral: 50, positions: [position]), cross)
                .liquidation(of: "perp:test:C")
        }
        #expect(throws: MarginError.isolatedPositions(2)) {
            let short = try Position(
                contract: MarginSamples.contract(), side: .short, contracts: 1, entryPrice: 100,
                markPrice: 90, maintenance: .rate(0.01))
            _ = try MarginSolver(
                MarginAccount(collateral: 50, positions: [position, short]), MarginConventions())
        }
    }

    @Test func requirementsThatOverflowAreRefused() throws {
        let positions = try ["A", "B"].map { name in
            try Position(
                contract: MarginSamples.contract(.linear, "perp:test:\(name)"), side: .long,
                contracts: 1, entryPrice: 100, maintenance: .rate(0.01), extraRequirement: 1.5e308)
        }
        let solver = try MarginSolver(
            MarginAccount(collateral: 100, positions: positions), MarginConventions(mode: .cross))
        #expect(throws: MarginError.unrepresentable(.margin)) {
            try solver.liquidation(of: MarginSamples.id)
        }
        #expect(throws: MarginError.unrepresentable(.margin)) {
            try solver.restoringClose(of: MarginSamples.id, .long)
        }
    }

    @Test func refusesFiguresThatAreNone() throws {
        #expect(throws: MarginError.notPositive(.multiplier, 0)) {
            try MarginSamples.contract(multiplier: 0)
        }
        #expect(throws: MarginError.notAShare(.feeRate, 1.5)) {
            try MarginConventions(closingFee: .onMark(1.5))
        }
        #expect(throws: MarginError.notAShare(.countedShare, -0.1)) {
            try Collateral(amount: 1, countedShare: -0.1)
        }
        #expect(throws: MarginError.notPositive(.tick, 0)) { try PriceTick(0) }
        #expect(throws: MarginError.negative(.scaling, -1)) {
            try MarginScaling(base: 0.01, perCoin: -1)
        }
        #expect(throws: MarginError.scalingOfQuanto(MarginSamples.id)) {
            try Position(
                contract: MarginSamples.contract(.quanto), side: .long, contracts: 1,
                entryPrice: 100, maintenance: .scaling(MarginScaling(base: 0.01, perCoin: 1)))
        }
        #expect(throws: MarginError.self) {
            try SubaccountLiquidation(totalNetCollateral: 1, totalMaintenance: 0)
        }
        let extreme = try SubaccountLiquidation(totalNetCollateral: .min, totalMaintenance: 1)
        let close = SubaccountLiquidation.Close(netValue: .max, maintenance: .max)
        #expect(extreme.bankruptcyQuote(of: close) == nil)
    }

    @Test func everyErrorIsOneSentence() {
        let errors: [MarginError] = [
            .notFinite(.price), .notPositive(.contracts, 0), .negative(.fund, -1),
            .notAShare(.feeRate, 2), .unrepresentable(.value),
            .impossibleLeverage(0, greatest: nil), .impossibleLeverage(200, greatest: 125),
            .tierCount(0), .tiersNotAscending(tier: 2),
            .tiersNotContiguous(tier: 2, begins: 3, previousEnds: nil), .ratesNotAscending(tier: 2),
            .cumulativeAmount(tier: 2, published: 1, derived: 2),
            .beyondTiers(value: 2, ceiling: 1), .negativeEquity(-1), .positionCount(0),
            .isolatedPositions(2), .heldTwice("a"), .contractsDisagree("a"),
            .mixedSettlement("A", "B"), .notHeld("a"), .scalingOfQuanto("a"),
            .zeroDepth(level: 1), .overfilled(filled: 2, size: 1),
            .unknownVenue("a", known: ["b"]), .noProfile("a", Timestamp(seconds: 0)),
            .unknownContract("A", "b", known: []), .noMode(.cross, "a"), .feeUnknown("a"),
            .maintenanceUnknown("A", "b"),
        ]
        #expect(Set(errors.map(\.description)).count == errors.count)
        #expect(
            errors.allSatisfy { $0.description.count > 20 && !$0.description.contains("refuses") })
    }
}
