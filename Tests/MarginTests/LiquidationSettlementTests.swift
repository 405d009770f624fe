import Margin
import Market
import TestSupport
import Testing

@Suite struct LiquidationSettlementTests {
    private static func position(
        _ side: PositionSide, _ contracts: Double, entry: Double, mark: Double = 90,
        kind: Contract.Kind = .linear
    ) throws -> Position {
        try Position(
            contract: MarginSamples.contract(kind), side: side, contracts: contracts,
            entryPrice: entry, markPrice: mark, maintenance: .rate(0.01))
    }

    private static func candidates() throws -> [DeleveragingRule.Candidate] {
        try [("low", 95.0, 100.0), ("second", 200, 20), ("first", 120, 50)].map {
            try DeleveragingRule.Candidate(
                name: $0.0, position: position(.short, 3, entry: $0.1), collateral: $0.2)
        }
    }

    @Test func surplusOfFillsIsTheFunds() throws {
        let long = try Self.position(.long, 10, entry: 100)
        let settled = try LiquidationSettlement(
            of: long, bankruptcyPrice: 91, reference: 90,
            fills: [.init(price: 92, contracts: 6), .init(price: 91.5, contracts: 4)], fund: 0,
            against: [], by: .profitTimesEffectiveLeverage)
        #expect(agree(settled.fundChange, 6 + 2) && settled.keptByFund == 0)
        #expect(agree(settled.holderChange, 10) && agree(settled.marketChange, -18))
        #expect(abs(settled.total) < 1e-9 && settled.uncovered == 0)
    }

    @Test func theFundBearsWhatItCanAndTheRestIsDeleveraged() throws {
        let long = try Self.position(.long, 10, entry: 100)
        // Two were filled a dollar under 95. Each contract taken over there loses 5 at 90, so that a fund of
        // 12 bears two of the eight left.
        let settled = try LiquidationSettlement(
            of: long, bankruptcyPrice: 95, reference: 90,
            fills: [.init(price: 94, contracts: 2)], fund: 12, against: Self.candidates(),
            by: .profitTimesEffectiveLeverage)
        #expect(agree(settled.keptByFund, 2) && agree(settled.fundChange, -12))
        // 0.25 × 270 / 140 against 0.55 × 270 / 350.
        #expect(settled.deleveragings.map(\.name) == ["first", "second"])
        #expect(settled.deleveragings.map(\.contracts) == [3, 3])
        #expect(settled.deleveragings.allSatisfy { agree($0.change, -15) })
        #expect(abs(settled.total) < 1e-9 && settled.uncovered == 0)
    }

    @Test func whatNobodyTakesIsUncovered() throws {
        let long = try Self.position(.long, 10, entry: 100)
        let settled = try LiquidationSettlement(
            of: long, bankruptcyPrice: 95, reference: 90, fills: [], fund: 3, against: [],
            by: .profitTimesEffectiveLeverage)
        #expect(agree(settled.uncovered, 47) && agree(settled.keptByFund, 10))
        #expect(abs(settled.total) < 1e-9)
    }

    /// Property (viii): whatever is filled, kept and deleveraged, the changes add up to nothing.
    @Test func changesAddUpToNothing() throws {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let kind = Contract.Kind.allCases.randomElement(using: &generator) ?? .linear
            let side: PositionSide = Bool.random(using: &generator) ? .long : .short
            let price = { Double.random(in: 80...120, using: &generator) }
            let scale = kind == .inverse ? 1e4 : 1
            let size = Double.random(in: 1...10, using: &generator) * scale
            let position = try Self.position(side, size, entry: price(), kind: kind)
            let fills = (0..<3).map { _ in
                LiquidationSettlement.Fill(price: price(), contracts: size * 0.2)
            }
            let candidates = try (0..<4).map { index in
                try DeleveragingRule.Candidate(
                    name: "\(index)",
                    position: Self.position(side.opposite, size / 8, entry: price(), kind: kind),
                    collateral: 10)
            }
            let settled = try LiquidationSettlement(
                of: position, bankruptcyPrice: price(), reference: price(), fills: fills,
                fund: Double.random(in: 0...3, using: &generator), against: candidates,
                by: DeleveragingRule.allCases.randomElement(using: &generator)
                    ?? .profitTimesEffectiveLeverage)
            #expect(abs(settled.total) < 1e-9 * abs(settled.holderChange) + 1e-9)
            let closed = settled.deleveragings.map(\.contracts).reduce(0, +)
            #expect(agree(settled.keptByFund + closed + 0.6 * size, size))
        }
    }

    /// BitMEX: profit per entry value times effective leverage, losses divided by it.
    @Test func ranksByTheVenuesFormula() throws {
        let rule = DeleveragingRule.profitTimesEffectiveLeverage
        let winner = try DeleveragingRule.Candidate(
            name: "w", position: Self.position(.short, 1, entry: 100), collateral: 20)
        // 10 / 100 × 90 / 30
        #expect(agree(rule.rank(of: winner), 0.3))
        let loser = try DeleveragingRule.Candidate(
            name: "l", position: Self.position(.short, 1, entry: 80), collateral: 40)
        // -10 / 80 / (90 / 30)
        #expect(agree(rule.rank(of: loser), -0.125 / 3))
        let bankrupt = try DeleveragingRule.Candidate(
            name: "b", position: Self.position(.short, 1, entry: 80), collateral: 10)
        #expect(rule.rank(of: bankrupt) == nil)
        let order = rule.order([bankrupt, loser, winner, winner]).map(\.name)
        #expect(order == ["w", "w", "l", "b"])
        // Mark over entry, turned over for a short position, times value over account.
        #expect(
            agree(DeleveragingRule.gainTimesAccountLeverage.rank(of: winner), 100.0 / 90 * 3))
    }

    @Test func refusesWhatCannotBeSettled() throws {
        let long = try Self.position(.long, 10, entry: 100)
        let settle = {
            (bankrupt: Double, mark: Double, fund: Double, fill: LiquidationSettlement.Fill)
                throws -> LiquidationSettlement in
            try LiquidationSettlement(
                of: long, bankruptcyPrice: bankrupt, reference: mark, fills: [fill], fund: fund,
                against: [], by: .profitTimesEffectiveLeverage)
        }
        let sound = LiquidationSettlement.Fill(price: 95, contracts: 1)
        #expect(throws: MarginError.zeroDepth(level: 1)) {
            try settle(95, 90, 0, .init(price: 95, contracts: 0))
        }
        #expect(throws: MarginError.notFinite(.contracts)) {
            try settle(95, 90, 0, .init(price: 95, contracts: .nan))
        }
        #expect(throws: MarginError.overfilled(filled: 11, size: 10)) {
            try settle(95, 90, 0, .init(price: 95, contracts: 11))
        }
        #expect(throws: MarginError.notPositive(.price, 0)) { try settle(0, 90, 0, sound) }
        #expect(throws: MarginError.notFinite(.markPrice)) { try settle(95, .infinity, 0, sound) }
        #expect(throws: MarginError.negative(.fund, -1)) { try settle(95, 90, -1, sound) }
        #expect(throws: MarginError.unrepresentable(.value)) { try settle(1e308, 1e-300, 0, sound) }
    }
}
