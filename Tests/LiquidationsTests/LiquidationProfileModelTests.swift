import Liquidations
import Market
import TestSupport
import Testing

@Suite struct LiquidationProfileModelTests {
    private static func interval(
        _ low: Double, _ high: Double, _ close: Double, _ openInterest: Double
    ) throws -> ProfileInterval {
        try #require(
            ProfileInterval(
                low: low, high: high, close: close, openInterest: openInterest, longUSD: 0,
                shortUSD: 0))
    }

    private static func model(
        _ leverages: [Double], _ mix: LiquidationProfileModel.Mix, turnover: Double = 0
    ) throws -> LiquidationProfileModel {
        let settings = try #require(
            LiquidationProfileModel.Settings(
                leverages: leverages, maintenance: 0.005, turnover: turnover))
        return try #require(
            LiquidationProfileModel(settings, mix: mix, entriesFrom: 50, to: 200))
    }

    /// Both sides hold the open interest after every step of a wild walk, to 1e-9, and nothing is negative.
    @Test func bothSidesHoldTheOpenInterest() throws {
        var random = SeededGenerator(seed: 21)
        var mix = LiquidationProfileModel.Mix.even(4)
        mix.short = [0.7, 0.1, 0.1, 0.1]
        var model = try Self.model([5, 10, 50, 100], mix, turnover: 0.1)
        var price = 100.0
        for _ in 0..<400 {
            price = min(max(price * Double.random(in: 0.96...1.04, using: &random), 40), 250)
            let openInterest = Double.random(in: 0...1e6, using: &random)
            model.step(
                try Self.interval(
                    price * Double.random(in: 0.95...1, using: &random),
                    price * Double.random(in: 1...1.05, using: &random), price, openInterest))
            for side in PositionSide.allCases {
                #expect(agree(model.coins(side), openInterest, relative: 1e-9, absolute: 1e-9))
            }
            #expect(model.longs.allSatisfy { $0 >= 0 } && model.shorts.allSatisfy { $0 >= 0 })
        }
    }

    /// A thousand coins open at 100 with known leverage: a fall to 95 takes the 50-fold and 100-fold longs
    /// and nothing else, a second fall to 95 takes nothing of those, and the shorts stay.
    @Test func crossingRemovesOnce() throws {
        let mix = LiquidationProfileModel.Mix(
            long: [0.5, 0.3, 0.2], short: [1, 0, 0])
        var model = try Self.model([10, 50, 100], mix)
        model.step(try Self.interval(100, 100, 100, 1000))
        let fall = model.step(try Self.interval(95, 100, 96, 500))
        // The middle of the entry bin is within a quarter of a per cent of 100.
        #expect(fall.long[0] == 0 && fall.short == [0, 0, 0])
        #expect(agree(fall.long[1], 300 * 98 / 0.995, relative: 0.0026))
        #expect(agree(fall.long[2], 200 * 99 / 0.995, relative: 0.0026))
        let again = model.step(try Self.interval(95, 96, 96, 500))
        #expect(again.long == [0, 0, 0])
        #expect(agree(model.coins(.long), 500) && agree(model.coins(.short), 500))
    }

    /// A synthetic market with known positions: what stands between prices is what was opened there.
    @Test func recoversAKnownMap() throws {
        let mix = LiquidationProfileModel.Mix(long: [0.25, 0.75], short: [0.6, 0.4])
        var model = try Self.model([5, 20], mix)
        model.step(try Self.interval(100, 100, 100, 1000))
        model.step(try Self.interval(100, 110, 110, 1600))
        // Longs: 1000 at 100 and 600 more at 110; shorts of 100 at 20x went at 105 / 1.005 on the way up.
        let long = model.dollars(.long, from: 103, to: 106)
        #expect(agree(long, 600 * 0.75 * 110 * 0.95 / 0.995, relative: 0.003))
        #expect(agree(model.dollars(.long, from: 79, to: 82), 250 * 80 / 0.995, relative: 0.003))
        #expect(
            agree(model.dollars(.short, from: 118, to: 121), 600 * 120 / 1.005, relative: 0.003))
        // The 400 shorts that went were opened again at 110, with 600 others: 1000 of the mix.
        #expect(
            agree(model.dollars(.short, from: 114, to: 116), 400 * 115.5 / 1.005, relative: 0.003))
        #expect(agree(model.coins(.long), 1600) && agree(model.coins(.short), 1600))
    }

    /// Turned over, positions move to the present price; without turnover and change they stay for ever.
    @Test func decays() throws {
        var still = try Self.model([10], .even(1))
        var moving = try Self.model([10], .even(1), turnover: 0.5)
        for close in [100, 104, 104, 104] {
            still.step(try Self.interval(100, 104, Double(close), 64))
            moving.step(try Self.interval(100, 104, Double(close), 64))
        }
        #expect(agree(still.dollars(.long, from: 90, to: 91), 64 * 90 / 0.995, relative: 0.003))
        #expect(agree(moving.dollars(.long, from: 90, to: 91), 8 * 90 / 0.995, relative: 0.003))
    }

    @Test func refusesWhatCannotBe() throws {
        typealias Settings = LiquidationProfileModel.Settings
        #expect(Settings(leverages: [], maintenance: 0.005, turnover: 0) == nil)
        #expect(Settings(leverages: [10, 10], maintenance: 0.005, turnover: 0) == nil)
        #expect(Settings(leverages: [10, 100], maintenance: 0.025, turnover: 0) == nil)
        #expect(Settings(leverages: [10], maintenance: 0.005, turnover: 1) == nil)
        #expect(Settings(leverages: [10], maintenance: 0.005, turnover: .nan) == nil)
        #expect(Settings(leverages: [.nan], maintenance: 0.005, turnover: 0) == nil)
        let settings = try #require(Settings(leverages: [10], maintenance: 0.005, turnover: 0))
        for (low, high) in [(0, 1), (2, 1), (1, .infinity), (.nan, 1), (1e-300, 1e300)]
            as [(Double, Double)]
        {
            #expect(
                LiquidationProfileModel(settings, mix: .even(1), entriesFrom: low, to: high) == nil)
        }
        let short = LiquidationProfileModel.Mix(long: [0.5], short: [1])
        #expect(LiquidationProfileModel(settings, mix: short, entriesFrom: 1, to: 2) == nil)
        #expect(
            ProfileInterval(
                low: 2, high: 3, close: 1, openInterest: 0, longUSD: 0, shortUSD: 0) == nil)
    }
}
