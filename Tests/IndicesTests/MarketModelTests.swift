import Indices
import TestSupport
import Testing

@Suite struct MarketModelTests {
    private static let market: [Double] = (0..<100).map { Double($0 * 37 % 101 - 50) / 1000 }
    private static let returns: [Double] = (0..<100).map { bar -> Double in
        let noise = Double(bar * 53 % 97 - 48) / 5000
        return 1.3 * market[bar] + noise + 0.001
    }

    /// Expected values: numpy 2.4.6,
    ///
    ///     python3 -c "import numpy as np; i = np.arange(100); m = ((i * 37) % 101 - 50) / 1000
    ///     r = 1.3 * m + ((i * 53) % 97 - 48) / 5000 + 0.001
    ///     c, res, _, _ = np.linalg.lstsq(np.column_stack([np.ones(100), m]), r, rcond=None)
    ///     print(c[1], (res[0] / 98 / ((m - m.mean()) ** 2).sum()) ** 0.5)"
    @Test func agreesWithNumpy() throws {
        let model = try #require(MarketModel(returns: Self.returns, market: Self.market))
        #expect(agree(model.beta, 1.3172524086991975))
        #expect(agree(model.betaError, 0.019426413439521485))
        #expect(model.bars == 100)
    }

    @Test func abnormalIsWhatBetaLeavesWithTwoErrors() throws {
        let model = try #require(MarketModel(returns: Self.returns, market: Self.market))
        let abnormal = model.abnormal(-0.2, market: -0.06)
        #expect(agree(abnormal.value, -0.2 + 0.06 * 1.3172524086991975))
        #expect(agree(abnormal.value - abnormal.low, 0.12 * 0.019426413439521485))
        #expect(agree(abnormal.high - abnormal.value, 0.12 * 0.019426413439521485))
    }

    @Test(arguments: [(2.0, 1.0), (1, 4), (0.5, 0.25)])
    func scales(returnsBy: Double, marketBy: Double) throws {
        let model = try #require(MarketModel(returns: Self.returns, market: Self.market))
        let scaled = try #require(
            MarketModel(
                returns: Self.returns.map { $0 * returnsBy },
                market: Self.market.map { $0 * marketBy }))
        #expect(agree(scaled.beta, model.beta * returnsBy / marketBy))
        #expect(agree(scaled.betaError, model.betaError * returnsBy / marketBy))
    }

    @Test func aConstantAddedToEitherIsNoBeta() throws {
        let model = try #require(MarketModel(returns: Self.returns, market: Self.market))
        let shifted = try #require(
            MarketModel(
                returns: Self.returns.map { $0 + 0.02 }, market: Self.market.map { $0 - 0.03 }))
        #expect(agree(shifted.beta, model.beta))
        #expect(agree(shifted.betaError, model.betaError))
    }

    @Test func theMarketItselfHasABetaOfOne() throws {
        let model = try #require(MarketModel(returns: Self.market, market: Self.market))
        #expect(model.beta == 1)
        #expect(model.betaError == 0)
    }

    /// Every thousandth and many lengths: the mean of equal numbers need not be that number.
    @Test func aMarketThatNeverMovedHasNoBeta() {
        for bars in 72..<140 {
            let returns = (0..<bars).map { Double($0 % 7) / 100 }
            for thousandth in 0..<40 {
                let market = Array(repeating: Double(thousandth) / 1000, count: bars)
                #expect(MarketModel(returns: returns, market: market) == nil)
            }
        }
    }

    @Test(arguments: [(0, false), (71, false), (72, true)])
    func takesThreeDaysOfHours(bars: Int, isKnown: Bool) {
        let model = MarketModel(
            returns: Array(Self.returns.prefix(bars)), market: Array(Self.market.prefix(bars)))
        #expect((model != nil) == isKnown)
    }

    @Test func returnsOfOtherBarsTrap() async {
        await #expect(processExitsWith: .failure) {
            _ = MarketModel(returns: Self.returns, market: Array(Self.market.dropLast()))
        }
    }
}
