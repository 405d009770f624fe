import TestSupport
import Testing

@testable import Outlook

@Suite struct BacktestLevelTests {
    @Test func roundNumbersLieOnTheGridBeside() {
        let cases: [(Double, Double, Double)] = [
            (3.38, 3.3, 3.4), (97_321, 97_000, 98_000), (100, 90, 110), (99, 98, 100),
            (0.0734, 0.073, 0.074), (1, 0.9, 1.1), (0.3, 0.29, 0.31),
            (0.00002512, 0.000025, 0.000026),
            (1_000_000, 900_000, 1_100_000),
        ]
        for (price, below, above) in cases {
            // From a power of ten down the step is that of the decade above: one tenth of it.
            let down = RoundNumber.next(to: price, .down)
            #expect(agree(down, below, relative: 1e-12), "\(price) \(down ?? .nan)")
            #expect(agree(RoundNumber.next(to: price, .up), above, relative: 1e-12), "\(price)")
        }
        for wrong in [0, -1, .nan, .infinity, 1e-301, 1e301] as [Double] {
            #expect(RoundNumber.next(to: wrong, .down) == nil)
        }
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2_000 {
            let price = 10 * Double.random(in: 1e-6...1e6, using: &random)
            let below = RoundNumber.next(to: price, .down) ?? .nan
            let above = RoundNumber.next(to: price, .up) ?? .nan
            #expect(below < price && above > price && (above - below) <= 0.2001 * price)
        }
    }

    @Test func usualLevelsKnowNoLaterBar() throws {
        let bars = try #require(MadeBars.random(260, seed: 2))
        for index in [0, 18, 19, 49, 198, 199, 259] {
            let levels = UsualLevels.after(index, of: bars)
            #expect(levels == UsualLevels.after(index, of: bars.prefix(index + 1)))
            let expected = [50, 200, 20, 20].count { index + 1 >= $0 }
            #expect(levels.count == expected)
        }
        let last = UsualLevels.after(259, of: bars)
        #expect(last.map(\.name) == UsualLevels.names)
        #expect(last[2].price == bars.highs[240...259].max())
        #expect(last[3].price == bars.lows[240...259].min())
        let mean = bars.closes[210...259].reduce(0, +) / 50
        #expect(agree(last[0].price, mean))
    }

    @Test func aBasketHasTheMeanReturn() throws {
        let first = try #require(MadeBars.through([100, 110, 99, nil, 100, 120]))
        let second = try #require(MadeBars.through([10, 9, 9, 9, 18, 9]))
        let basket = try #require(EqualBasket.bars(of: [first, second]))
        // Up 10 % and down 10 %; down 10 % and even; the day after the gap is no day; up 20 % and down 50 %.
        #expect(basket.openTimes.map { $0 / MadeBars.day } == [1, 2, 5])
        #expect(zip(basket.closes, [100, 95, 80.75]).allSatisfy { agree($0, $1) })
        #expect(zip(basket.opens, [100, 100, 95]).allSatisfy { agree($0, $1) })
        #expect(zip(basket.highs, [100, 100, 95]).allSatisfy { agree($0, $1) })
        #expect(EqualBasket.bars(of: []) == nil)
        #expect(EqualBasket.bars(of: [first.prefix(1), second]) == nil)
    }
}
