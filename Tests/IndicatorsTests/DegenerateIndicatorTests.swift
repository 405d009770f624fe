import Indicators
import Market
import TestSupport
import Testing

/// Where this project answers otherwise than TA-Lib, or where a definition leaves the answer open.
@Suite struct DegenerateIndicatorTests {
    /// TA-Lib answers 0, which would be no change.
    @Test func aChangeFromZeroIsNoRatio() {
        #expect(RateOfChange(period: 1).outputs(for: [0, 5, 10]) == [nil, nil, 1])
    }

    /// TA-Lib answers 0, which would be no connection. The one that stands still comes first, then
    /// second.
    @Test func whatStandsStillHasNoCorrelation() {
        let moving = [1.0, 2, 4, 3]
        let pairs = moving.map { ValuePair(value: 0.1, benchmark: $0) }
        let swapped = moving.map { ValuePair(value: $0, benchmark: 0.1) }
        #expect(RollingCorrelation(period: 3).outputs(for: pairs).allSatisfy { $0 == nil })
        #expect(RollingCorrelation(period: 3).outputs(for: swapped).allSatisfy { $0 == nil })
        #expect(RollingBeta(period: 3).outputs(for: swapped).allSatisfy { $0 == nil })
        #expect(RollingBeta(period: 3).outputs(for: pairs) == [nil, nil, 0, 0])
    }

    /// Prices with no exact binary form, whose sums round: a flat market must stay exactly flat.
    @Test(arguments: [0.1, 1 / 3.0, 1e12 + 0.1])
    func roundingIsNoMovement(price: Double) {
        let bars = (0..<60).map {
            SampleCandles.candle($0, open: price, high: price, low: price, close: price, volume: 3)
        }
        let closes = bars.map(\.close)
        let deviations = RollingStandardDeviation(period: 7).outputs(for: closes)
        #expect(deviations.dropFirst(6).allSatisfy { $0 == 0 })
        #expect(
            CommodityChannelIndex(period: 7).outputs(for: bars).dropFirst(6)
                .allSatisfy { $0 == 0 })
        let lines = RollingLinearRegression(period: 7).outputs(for: closes).compactMap { $0 }
        #expect(lines.count == 54)
        #expect(lines.allSatisfy { $0.slope == 0 && $0.determination == nil })
    }

    /// A window whose whole path is one way, then one that goes to and fro and ends where it began.
    /// Expected values: the two weights of Kaufman's definition, `(2/3)^2` and `(2/31)^2`.
    @Test func theAdaptiveAverageIsQuickInATrendAndSlowInNoise() {
        let trend = KaufmanAdaptiveMovingAverage(period: 2).outputs(for: [1, 2, 3])
        #expect(agree(trend[2], 2 + 4.0 / 9))
        let noise = KaufmanAdaptiveMovingAverage(period: 2).outputs(for: [3, 2, 3])
        #expect(agree(noise[2], 2 + 4.0 / 961))
    }

    /// Where nothing moved there was no noise either. Expected values: TA-Lib's KAMA.
    @Test func theAdaptiveAverageIsQuickWhereNothingMoves() {
        let outputs = KaufmanAdaptiveMovingAverage(period: 2).outputs(for: [1, 3, 2, 2, 2])
        let expected = [2.929651469020182, 2.5164730383445457, 2.28692946574697]
        #expect(outputs.prefix(2).allSatisfy { $0 == nil })
        for (output, value) in zip(outputs.dropFirst(2), expected) {
            #expect(agree(output, value))
        }
    }

    /// Two bars of which the second lies lower: the stop starts at the first high and falls.
    /// Expected values: by hand, Wilder's rule with steps of 0.02.
    @Test func theParabolicStopStartsOnTheSideOfTheFirstMove() throws {
        let falling = [(10.0, 8.0), (9, 7), (8, 6), (11, 6)].enumerated().map { index, range in
            SampleCandles.candle(
                index, open: range.1, high: range.0, low: range.1, close: range.1, volume: nil)
        }
        let outputs = ParabolicStopAndReverse().outputs(for: falling)
        #expect(outputs[0] == nil)
        let second = try #require(outputs[1])
        #expect(second.price == 10 && !second.isRising)
        // 10 + 0.02 x (7 - 10) = 9.94.
        #expect(agree(outputs[2]?.price, 9.94))
        // Crossed at 11: the stop goes to the lowest low of the fall.
        let last = try #require(outputs[3])
        #expect(last.price == 6 && last.isRising)
    }

    /// A stop that is touched is crossed, from either side. Expected values: TA-Lib's SAR.
    @Test func touchingTheStopTurnsTheTrend() {
        func second(_ first: (Double, Double), _ second: (Double, Double)) -> TrailingStop? {
            let bars = [first, second].enumerated().map { index, range in
                SampleCandles.candle(
                    index, open: range.1, high: range.0, low: range.1, close: range.1,
                    volume: nil)
            }
            return ParabolicStopAndReverse().outputs(for: bars)[1]
        }
        let touchedFromBelow = second((10, 8), (10, 7))
        #expect(touchedFromBelow?.price == 7 && touchedFromBelow?.isRising == true)
        let touchedFromAbove = second((10, 8), (12, 8))
        #expect(touchedFromAbove?.price == 12 && touchedFromAbove?.isRising == false)
    }

    /// The trend is undecided at the start and counts as falling; a close above the stop turns it.
    @Test func superTrendStartsAsFalling() throws {
        let outputs = SuperTrend(period: 2, multiplier: 1)
            .outputs(for: SampleCandles.rise(bars: 10, turns: false))
        #expect(outputs.prefix(2).allSatisfy { $0 == nil })
        let first = try #require(outputs[2])
        // Middle 101.75, range 1.25; the close of 102 does not lie above 103.
        #expect(first.price == 103 && !first.isRising)
        let third = try #require(outputs[4])
        #expect(third.isRising && third.price == 103.75 - 1.25)
    }

    @Test func ichimokuMovesNothingAndSaysByHowMuchAChartWould() throws {
        let bars = SampleCandles.walk(seed: 91)
        let cloud = IchimokuCloud(displacement: 30)
        #expect(cloud.displacement == 30)
        #expect(IchimokuCloud().displacement == 26)
        let outputs = cloud.outputs(for: bars)
        #expect(outputs == IchimokuCloud().outputs(for: bars))
        #expect(outputs[50] == nil)
        #expect(try #require(outputs[51]).lagging == bars[51].close)
    }

    /// Of equal extremes the newest counts.
    @Test func aroonTakesTheNewestOfEqualExtremes() {
        let bars = [3.0, 5, 4, 5, 4].enumerated().map {
            SampleCandles.candle(
                $0, open: $1, high: $1, low: $1, close: $1, volume: nil)
        }
        let last = AroonIndicator(period: 4).outputs(for: bars)[4]
        #expect(last?.up == 75 && last?.down == 0 && last?.oscillator == 75)
    }
}
