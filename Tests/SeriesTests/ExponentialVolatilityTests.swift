import Series
import TestSupport
import Testing

@Suite struct ExponentialVolatilityTests {
    private func outputs(
        _ returns: [Double], decay: Double = 0.94, seedBars: Int = 3
    ) -> [Double?] {
        var volatility = ExponentialVolatility(decay: decay, seedBars: seedBars)
        return returns.map { volatility.update($0) }
    }

    /// Expected values: the recursion of *RiskMetrics* section 5.2 in Python 3, seed of three squares.
    @Test func agreesWithTheRecursion() {
        let returns = [0.01, -0.02, 0.015, 0, -0.03, 0.04, -0.005]
        let expected = [
            0.015545631755148025, 0.015072049186048547, 0.016356548128094346, 0.018640935241201466,
            0.01811450796093194,
        ]
        let found = outputs(returns)
        #expect(found.prefix(2).allSatisfy { $0 == nil })
        for (ours, theirs) in zip(found.dropFirst(2), expected) {
            #expect(abs((ours ?? .infinity) - theirs) < 1e-15)
        }
    }

    @Test func laterReturnsChangeNothingEarlier() {
        var random = SeededGenerator(seed: 5)
        let returns = (0..<60).map { _ in Double.random(in: -0.1...0.1, using: &random) }
        let whole = outputs(returns)
        for count in 0...returns.count {
            #expect(outputs(Array(returns.prefix(count))) == Array(whole.prefix(count)))
        }
    }

    @Test func itScalesAndHasNoSign() {
        var random = SeededGenerator(seed: 6)
        let returns = (0..<60).map { _ in Double.random(in: -0.1...0.1, using: &random) }
        let whole = outputs(returns).compactMap { $0 }
        #expect(outputs(returns.map { -$0 }).compactMap { $0 } == whole)
        // Doubling changes only the exponent, so nothing is rounded differently.
        #expect(outputs(returns.map { 2 * $0 }).compactMap { $0 } == whole.map { 2 * $0 })
        #expect(whole.allSatisfy { $0 >= 0 })
    }

    @Test func aFlatMarketHasNone() {
        #expect(outputs([0, 0, 0, 0, 0]) == [nil, nil, 0, 0, 0])
    }

    @Test func aDecayMustDecay() async {
        await #expect(processExitsWith: .failure) { _ = ExponentialVolatility(decay: 1) }
        await #expect(processExitsWith: .failure) { _ = ExponentialVolatility(seedBars: 0) }
    }
}
