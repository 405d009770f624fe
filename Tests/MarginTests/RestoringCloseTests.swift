import Margin
import Market
import TestSupport
import Testing

@Suite struct RestoringCloseTests {
    /// What is left of an account after closing some at the mark price, put to the solver again.
    private static func isRestored(
        _ draw: Sample, closing contracts: Double
    ) throws -> Bool {
        let left = draw.size - contracts
        guard left > 0 else { return true }
        let position = try Position(
            contract: MarginSamples.contract(draw.kind), side: draw.side, contracts: left,
            entryPrice: draw.entry, markPrice: draw.mark, maintenance: draw.rule)
        let profit = position.contract.profit(
            of: contracts, draw.side, from: draw.entry, to: draw.mark)
        let fee = draw.fee * position.contract.value(of: contracts, at: draw.mark)
        let account = try MarginAccount(
            collateral: draw.collateral + profit - fee, positions: [position])
        guard account.equity >= 0 else { return false }
        let ratio = try MarginSolver(account, draw.conventions).marginRatio
        return ratio.equity >= ratio.requirement
    }

    private struct Sample {
        let kind: Contract.Kind
        let side: PositionSide
        let size: Double
        let entry: Double
        let mark: Double
        let collateral: Double
        let fee: Double
        let rule: MaintenanceRule
        let conventions: MarginConventions
    }

    private static func sample(_ generator: inout SeededGenerator) throws -> Sample {
        let kind = Contract.Kind.allCases.randomElement(using: &generator) ?? .linear
        let side: PositionSide = Bool.random(using: &generator) ? .long : .short
        let entry = Double.random(in: 50...150, using: &generator)
        let size = Double.random(in: 1...20, using: &generator) * (kind == .inverse ? entry : 1)
        let mark = entry * Double.random(in: 0.98...1.02, using: &generator)
        let value = kind == .inverse ? size / mark : size * mark
        let table = try TierTable(
            floors: [0, 0.3 * value, 0.6 * value, 0.9 * value], rates: [0.01, 0.02, 0.04, 0.08])
        let rules: [MaintenanceRule] =
            [.marginal(table), .flat(table)]
            + (kind == .quanto
                ? []
                : [
                    .scaling(
                        try MarginScaling(
                            base: 0.01, perCoin: 0.03 / (kind == .inverse ? value : size)))
                ])
        let fees: [MarginConventions.ClosingFee] = [
            .none, .onMark(0.001), .onEntry(0.001), .atBankruptcy(0.001),
        ]
        return Sample(
            kind: kind, side: side, size: size, entry: entry, mark: mark,
            collateral: value * Double.random(in: 0.03...0.08, using: &generator),
            fee: [0, 0.002, 0.02, 0.07].randomElement(using: &generator) ?? 0,
            rule: rules.randomElement(using: &generator) ?? .marginal(table),
            conventions: try MarginConventions(
                basis: Bool.random(using: &generator) ? .mark : .entry,
                closingFee: fees.randomElement(using: &generator) ?? .none,
                bankruptcyCountsFee: Bool.random(using: &generator)))
    }

    /// A little more than the answer restores the requirement, a little less does not.
    @Test func closesEnoughAndNoMore() throws {
        var generator = SeededGenerator(seed: 11)
        var counts = [0, 0, 0]
        for _ in 0..<3000 {
            let draw = try Self.sample(&generator)
            guard
                let solver = try? MarginSamples.solver(
                    draw.kind, draw.side, size: draw.size, entry: draw.entry, mark: draw.mark,
                    collateral: draw.collateral, draw.rule, draw.conventions)
            else { continue }
            let close = try solver.restoringClose(
                of: MarginSamples.id, draw.side, closingFeeRate: draw.fee)
            switch close {
            case .notNeeded:
                counts[0] += 1
                #expect(try Self.isRestored(draw, closing: 0), "\(draw)")
            case .part(let contracts, let remaining):
                counts[1] += 1
                #expect(agree(contracts + remaining, draw.size))
                #expect(try Self.isRestored(draw, closing: contracts + 1e-9 * draw.size), "\(draw)")
                #expect(
                    try !Self.isRestored(draw, closing: contracts - 1e-9 * draw.size), "\(draw)")
                for share in [0, 0.25, 0.5, 0.75] {
                    #expect(try !Self.isRestored(draw, closing: share * contracts), "\(draw)")
                }
            case .whole:
                counts[2] += 1
                for share in 1..<20 {
                    let part = Double(share) / 20 * draw.size
                    #expect(try !Self.isRestored(draw, closing: part), "\(draw)")
                }
            }
        }
        #expect(counts.allSatisfy { $0 > 50 }, "\(counts)")
    }

    @Test func oneRateIsTheShortageOverWhatClosingFrees() throws {
        let solver = try MarginSamples.solver(
            .linear, .long, size: 10, entry: 100, collateral: 30, .rate(0.05))
        // 20 short; each coin frees 5 and costs 1.
        guard
            case .part(let contracts, _) = try solver.restoringClose(
                of: MarginSamples.id, .long, closingFeeRate: 0.01)
        else {
            Issue.record("not a part")
            return
        }
        #expect(agree(contracts, 5))
    }

    @Test func refusesAPriceThatIsNone() throws {
        let solver = try MarginSamples.solver(
            .linear, .long, size: 10, entry: 100, collateral: 30, .rate(0.05))
        for price in [0, -1, .nan, .infinity] {
            #expect(throws: MarginError.self) {
                try solver.restoringClose(of: MarginSamples.id, .long, at: price)
            }
        }
        #expect(throws: MarginError.notHeld(MarginSamples.id)) {
            try solver.restoringClose(of: MarginSamples.id, .short)
        }
    }
}
