import Indicators
import Market
import TestSupport
import Testing

@Suite struct VolumeIndicatorTests {
    /// Thirty bars from one hour before midnight on, the volume of bar 10 replaced.
    private static func bars(volumeOfTen: Double?) -> [Candle] {
        SampleCandles.walk(seed: 81, bars: 30).enumerated().map { index, bar in
            Candle(
                openTime: Timestamp(seconds: Int64(index - 1) * 3600), interval: .hour,
                open: bar.open, high: bar.high, low: bar.low, close: bar.close,
                volume: index == 10 ? volumeOfTen : (bar.volume ?? 0) + 1)
        }
    }

    @Test func aBalanceWithAnUnknownPartIsUnknown() {
        let known = OnBalanceVolume().outputs(for: Self.bars(volumeOfTen: 5))
        let outputs = OnBalanceVolume().outputs(for: Self.bars(volumeOfTen: nil))
        #expect(outputs.prefix(10) == known.prefix(10) && known.allSatisfy { $0 != nil })
        #expect(outputs.dropFirst(10).allSatisfy { $0 == nil })
    }

    /// Bar 10 is in the windows of bars 10 to 13 and in no other.
    @Test func moneyFlowWaitsUntilTheUnknownBarHasPassed() {
        let known = MoneyFlowIndex(period: 4).outputs(for: Self.bars(volumeOfTen: 5))
        let outputs = MoneyFlowIndex(period: 4).outputs(for: Self.bars(volumeOfTen: nil))
        #expect(known.prefix(4).allSatisfy { $0 == nil } && known[4] != nil)
        #expect(outputs.prefix(10) == known.prefix(10))
        #expect(outputs[10..<14].allSatisfy { $0 == nil })
        for index in 14..<30 { #expect(agree(outputs[index], known[index]) && known[index] != nil) }
    }

    /// A money flow that never knew a volume answers nothing.
    @Test func moneyFlowOfBarsWithoutVolumeIsUnknown() {
        let bars = SampleCandles.walk(seed: 82).map { bar in
            SampleCandles.candle(
                0, open: bar.open, high: bar.high, low: bar.low, close: bar.close, volume: nil)
        }
        #expect(MoneyFlowIndex(period: 3).outputs(for: bars).allSatisfy { $0 == nil })
    }

    /// Bars 1 to 24 open on the first of January; the unknown one spoils what is left of that day.
    @Test func aSessionForgetsAtMidnight() throws {
        let bars = Self.bars(volumeOfTen: nil)
        let outputs = SessionVolumeWeightedAveragePrice().outputs(for: bars)
        #expect(outputs[10..<25].allSatisfy { $0 == nil })
        for index in [0, 1, 25] {
            let typical = (bars[index].high + bars[index].low + bars[index].close) / 3
            #expect(agree(outputs[index], typical), "bar \(index) is the first of its session")
        }
        let first = bars[1]
        let second = bars[2]
        let volumes = try [first, second].map { try #require($0.volume) }
        let typical = [first, second].map { ($0.high + $0.low + $0.close) / 3 }
        let mean =
            (typical[0] * volumes[0] + typical[1] * volumes[1]) / (volumes[0] + volumes[1])
        #expect(agree(outputs[2], mean))
    }

    @Test func anAnchorLooksAtNothingBeforeIt() {
        let bars = Self.bars(volumeOfTen: nil)
        let after = AnchoredVolumeWeightedAveragePrice(anchor: bars[11].openTime)
            .outputs(for: bars)
        #expect(after.prefix(11).allSatisfy { $0 == nil })
        #expect(after.dropFirst(11).allSatisfy { $0 != nil })
        let before = AnchoredVolumeWeightedAveragePrice(anchor: bars[5].openTime)
            .outputs(for: bars)
        #expect(before[5..<10].allSatisfy { $0 != nil })
        #expect(before.dropFirst(10).allSatisfy { $0 == nil })
    }

    /// An anchor within a bar counts from the next one: the bar is not all after it.
    @Test func anAnchorWithinABarStartsWithTheNext() {
        let bars = Self.bars(volumeOfTen: 5)
        let anchor = bars[5].openTime + TimeSpan(microseconds: 1)
        let outputs = AnchoredVolumeWeightedAveragePrice(anchor: anchor).outputs(for: bars)
        #expect(outputs[5] == nil && outputs[6] != nil)
    }

    @Test func nothingTradedHasNoAveragePrice() {
        let idle = SampleCandles.walk(seed: 83, bars: 5).mapped(volume: { _ in 0 })
        #expect(
            SessionVolumeWeightedAveragePrice().outputs(for: idle).allSatisfy { $0 == nil })
        #expect(MoneyFlowIndex(period: 2).outputs(for: idle).dropFirst(2).allSatisfy { $0 == 50 })
        #expect(OnBalanceVolume().outputs(for: idle).allSatisfy { $0 == 0 })
    }
}
