import Levels
import Market
import TestSupport
import Testing

@Suite struct FloorPivotsTests {
    /// A published vector, to six decimals: high 3.69, low 3.30, close 3.38.
    @Test(
        arguments: [
            (.secondResistance, 3.846667), (.firstResistance, 3.613333), (.pivot, 3.456667),
            (.firstSupport, 3.223333), (.secondSupport, 3.066667),
        ] as [(FloorPivots.Mark, Double)])
    func byHand(mark: FloorPivots.Mark, expected: Double) throws {
        let pivots = try #require(FloorPivots(high: 3.69, low: 3.30, close: 3.38))
        #expect(abs(pivots.price(of: mark) - expected) <= 5e-7)
    }

    /// Whatever the period, the five stand in the order of their names, evenly around the pivot at the ends.
    @Test func standInOrder() throws {
        for bar in LevelSamples.walk(seed: 5) {
            let pivots = try #require(
                FloorPivots(high: bar.high, low: bar.low, close: bar.close))
            let prices = FloorPivots.Mark.allCases.map { pivots.price(of: $0) }
            #expect(prices == prices.sorted(by: >))
            #expect(agree(prices[0] + prices[4], 2 * prices[2]))
            #expect(agree(prices[1] + bar.low, prices[3] + bar.high))
        }
    }

    @Test func whatIsNoPeriod() {
        #expect(FloorPivots(high: .nan, low: 1, close: 1) == nil)
        #expect(FloorPivots(high: 2, low: .nan, close: 1) == nil)
        #expect(FloorPivots(high: 2, low: 1, close: .infinity) == nil)
        #expect(FloorPivots(high: 1, low: 2, close: 1) == nil)
        let most = Double.greatestFiniteMagnitude
        #expect(FloorPivots(high: most, low: most, close: most) == nil)
        let still = FloorPivots(high: 6, low: 6, close: 6)
        #expect(FloorPivots.Mark.allCases.allSatisfy { still?.price(of: $0) == 6 })
    }
}
