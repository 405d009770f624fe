import Indicators
import Market
import TestSupport
import Testing

/// Where a sum or a square exceeds what a number holds, a quotient of it would still be one: nought, or
/// the last good one. The answer must be `nil`.
@Suite struct OverflowIndicatorTests {
    private static let huge = 1.7e308

    /// A bar at one price.
    private static func bar(_ index: Int, _ price: Double, volume: Double = 1) -> Candle {
        SampleCandles.candle(
            index, open: price, high: price, low: price, close: price, volume: volume)
    }

    @Test func aWindowRecoversWhenTheOverflowHasLeft() {
        let values = [Self.huge, Self.huge, 1, 1]
        #expect(
            SimpleMovingAverage(period: 2).outputs(for: values).map { $0 != nil }
                == [false, false, true, true])
        #expect(SimpleMovingAverage(period: 2).outputs(for: values)[3] == 1)
        #expect(WeightedMovingAverage(period: 2).outputs(for: values)[1] == nil)
        #expect(WeightedMovingAverage(period: 2).outputs(for: values)[3] == 1)
    }

    /// An average that forgot its seed would start again from zero.
    @Test func anAverageWithoutItsSeedHasNoValue() {
        let values = [Self.huge, Self.huge, 1, 1, 1, 1]
        #expect(ExponentialMovingAverage(period: 2).outputs(for: values).allSatisfy { $0 == nil })
    }

    @Test func momentsTooLargeGiveNoCoefficient() {
        let large = [1e200, -1e200, 2e200]
        let small = [1.0, 2, 1]
        let pairs = zip(large, small).map { ValuePair(value: $0, benchmark: $1) }
        let swapped = zip(small, large).map { ValuePair(value: $0, benchmark: $1) }
        #expect(RollingCorrelation(period: 3).outputs(for: pairs).allSatisfy { $0 == nil })
        #expect(RollingCorrelation(period: 3).outputs(for: swapped).allSatisfy { $0 == nil })
        #expect(RollingBeta(period: 3).outputs(for: swapped).allSatisfy { $0 == nil })
        #expect(RollingStandardDeviation(period: 3).outputs(for: large).allSatisfy { $0 == nil })
        let line = RollingLinearRegression(period: 3).outputs(for: large)[2]
        #expect(line?.slope == 0.5e200 && line?.determination == nil)
    }

    @Test func pricesTooLargeToAddHaveNoIndex() {
        let bars = (0..<4).map { Self.bar($0, Self.huge) }
        #expect(CommodityChannelIndex(period: 2).outputs(for: bars).allSatisfy { $0 == nil })
        #expect(
            AnchoredVolumeWeightedAveragePrice(anchor: bars[0].openTime).outputs(for: bars)
                .allSatisfy { $0 == nil })
    }

    /// One flow overflows, on a rise; it leaves the window of two bars again.
    @Test func moneyTooLargeHasNoIndexUntilItHasLeft() {
        let prices = [1.0, 1e200, 1, 2, 3]
        let volumes = [1, 1e200, 1, 1, 1]
        let bars = prices.indices.map { Self.bar($0, prices[$0], volume: volumes[$0]) }
        let outputs = MoneyFlowIndex(period: 2).outputs(for: bars)
        #expect(outputs[2] == nil)
        #expect(agree(outputs[3], 100 * 2 / 3.0))
        #expect(outputs[4] == 100)
    }

    @Test func volumeTooLargeHasNoBalance() {
        let bars = (0..<3).map { Self.bar($0, Double($0 + 1), volume: Self.huge) }
        #expect(OnBalanceVolume().outputs(for: bars) == [Self.huge, nil, nil])
        let weighted = AnchoredVolumeWeightedAveragePrice(anchor: bars[0].openTime)
        #expect(weighted.outputs(for: bars) == [1, nil, nil])
    }
}
