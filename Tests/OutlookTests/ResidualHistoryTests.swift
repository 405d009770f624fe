import TestSupport
import Testing

@testable import Outlook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct ResidualHistoryTests {
    @Test func oneByOneIsAllAtOnceAndKnowsNothingLater() throws {
        let bars = try #require(try MadeBars.reference())
        for model in [VolatilityModel.constant, .daily, .garch(refitEvery: 40)] {
            var history = try #require(ResidualHistory(model: model, window: 260))
            for index in 0..<bars.count {
                history.append(bars, index)
                if index % 57 == 0 || index == bars.count - 1 {
                    #expect(
                        history
                            == ResidualHistory(bars.prefix(index + 1), model: model, window: 260))
                }
            }
        }
    }

    @Test func theWindowHoldsTheLastBars() throws {
        let bars = try #require(MadeBars.random(700, seed: 8))
        for model in [VolatilityModel.constant, .daily] {
            let small = try #require(ResidualHistory(bars, model: model, window: 120))
            let large = try #require(ResidualHistory(bars, model: model, window: 2_000))
            #expect(small.pool?.count == 120 && small.closes.count < 240)
            #expect(small.closes.suffix(120) == large.closes.suffix(120))
            #expect(small.lows.suffix(120) == large.lows.suffix(120))
            #expect(small.variance == large.variance)
        }
        #expect(ResidualHistory(model: .garch(refitEvery: 9), window: 249) == nil)
    }

    /// After a fit the units are those of the fitted recursion, which a return moves as it says.
    @Test func aFittedModelMovesOnByItsRecursion() throws {
        let bars = try #require(MadeBars.random(420, seed: 8))
        var history = try #require(
            ResidualHistory(bars.prefix(400), model: .garch(refitEvery: 1_000), window: 300))
        #expect(history.law != VolatilityModel.garch(refitEvery: 1).law && history.law.omega > 0)
        for index in 400..<420 {
            let (law, before) = (history.law, history.variance)
            history.append(bars, index)
            let move = log(bars.closes[index] / bars.closes[index - 1])
            let expected = law.omega + law.alpha * move * move + law.beta * before
            #expect(agree(history.variance, expected, relative: 1e-12))
            #expect(agree(history.closes.last, move / before.squareRoot(), relative: 1e-12))
        }
    }

    @Test func residualsAreCentredAndScaled() throws {
        let bars = try #require(MadeBars.random(700, seed: 8))
        for model in [VolatilityModel.constant, .daily, .garch(refitEvery: 100)] {
            let pool = try #require(ResidualHistory(bars, model: model)?.pool)
            let count = Double(pool.count)
            let mean = pool.closes.reduce(0, +) / count
            let square = pool.closes.reduce(0) { $0 + $1 * $1 } / count
            #expect(abs(mean) < 1e-12 && abs(square - 1) < 1e-9)
            #expect(zip(pool.highs, pool.closes).allSatisfy { $0 >= max($1, 0) })
            #expect(zip(pool.lows, pool.closes).allSatisfy { $0 <= min($1, 0) })
            #expect(pool.automaticBlockLength >= 1 && pool.automaticBlockLength <= 100)
            // Moves are uniform within 1.7 times the volatility, half and one and a half by turns.
            #expect(pool.nextVolatility > 0.01 && pool.nextVolatility < 0.06)
        }
    }

    @Test func aConstantModelIsTheStandardDeviation() throws {
        let bars = try #require(MadeBars.random(400, seed: 1))
        let pool = try #require(ResidualHistory(bars, model: .constant)?.pool)
        let moves = (1..<bars.count).map { log(bars.closes[$0] / bars.closes[$0 - 1]) }
        let mean = moves.reduce(0, +) / Double(moves.count)
        let square = moves.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(moves.count)
        #expect(agree(pool.nextVolatility, square.squareRoot(), relative: 1e-12))
        #expect(agree(pool.volatility(overSteps: 10), square.squareRoot(), relative: 1e-12))
    }

    @Test func aGapIsNoReturn() throws {
        let path = (0..<150).map { 100 + 3 * sin(Double($0) * 1.7) }
        var closes = path.map { Optional($0) }
        let whole = try #require(MadeBars.through(closes))
        closes[75] = nil
        let torn = try #require(MadeBars.through(closes))
        #expect(ResidualHistory(whole, model: .constant)?.pool?.count == 149)
        #expect(ResidualHistory(torn, model: .constant)?.pool?.count == 147)
    }

    @Test func aFlatMarketHasNoVolatility() throws {
        let flat = try #require(MadeBars.through(Array(repeating: 5, count: 400)))
        for model in [VolatilityModel.constant, .daily, .garch(refitEvery: 10)] {
            #expect(ResidualHistory(flat, model: model)?.pool == nil)
        }
        let few = try #require(MadeBars.random(110, seed: 1))
        #expect(ResidualHistory(few)?.pool == nil)
        #expect(ResidualHistory(model: .exponential(decay: 1)) == nil)
        #expect(ResidualHistory(model: .garch(refitEvery: 0)) == nil)
        #expect(ResidualHistory(window: 99) == nil && ResidualHistory(window: 100_001) == nil)
    }

    @Test func barsThatContradictThemselvesAreRefused() {
        func bars(_ open: Double, _ high: Double, _ low: Double, _ close: Double) -> PriceBars? {
            PriceBars(
                interval: 10, openTimes: [0], opens: [open], highs: [high], lows: [low],
                closes: [close])
        }
        #expect(bars(1, 2, 1, 2) != nil)
        for wrong in [0, -1, .nan, .infinity] as [Double] {
            #expect(bars(wrong, 2, 1, 2) == nil && bars(1, 2, wrong, 2) == nil)
            #expect(bars(1, wrong, 1, 2) == nil && bars(1, 2, 1, wrong) == nil)
        }
        #expect(bars(1, 1.5, 1, 2) == nil && bars(1, 2, 1.5, 2) == nil)
        func times(_ times: [Int64]) -> PriceBars? {
            let ones = times.map { _ in 1.0 }
            return PriceBars(
                interval: 10, openTimes: times, opens: ones, highs: ones, lows: ones, closes: ones)
        }
        #expect(times([0, 10, 30])?.isAdjacent(1) == true)
        #expect(times([0, 10, 30])?.isAdjacent(2) == false)
        #expect(times([0, 5]) == nil && times([10, 0]) == nil && times([0, 0]) == nil)
        #expect(times([.min]) == nil && times([]) != nil)
    }
}
