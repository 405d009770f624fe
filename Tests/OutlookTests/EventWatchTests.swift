import TestSupport
import Testing

@testable import Outlook

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct EventWatchTests {
    private struct Bar {
        let high: Double
        let low: Double
        let close: Double
    }

    /// What the words say, over whole sequences: the first bar with which a level breaks.
    private func firstBreak(_ bars: [Bar], _ side: LevelSide, _ level: Double, _ band: Double)
        -> Int?
    {
        let sign: Double = side == .down ? -1 : 1
        return bars.indices.first { index in
            let beyond = sign * (bars[index].close - level)
            return beyond > band
                || (beyond > 0 && index > 0 && sign * (bars[index - 1].close - level) > 0)
        }
    }

    private func happened(_ condition: ForecastCondition, _ bars: [Bar]) -> Bool {
        switch condition {
        case .touch(let side, let level):
            bars.contains { side == .down ? $0.low <= level : $0.high >= level }
        case .close(let side, let level):
            bars.contains { side == .down ? $0.close <= level : $0.close >= level }
        case .breaks(let side, let level, let band): firstBreak(bars, side, level, band) != nil
        case .breaksThenTouches(let side, let level, let band, let target):
            firstBreak(bars, side, level, band).map {
                happened(.touch(side, level: target), Array(bars[$0...]))
            } ?? false
        case .breaksThenReturns(let side, let level, let band):
            firstBreak(bars, side, level, band).map { first in
                bars[(first + 1)...].contains {
                    side == .down ? $0.close > level + band : $0.close < level - band
                }
            } ?? false
        case .holds(let lower, let lowerBand, let upper, let upperBand):
            firstBreak(bars, .down, lower, lowerBand) == nil
                && firstBreak(bars, .up, upper, upperBand) == nil
        case .leaves(let lower, let upper):
            happened(.touch(.down, level: lower), bars) || happened(.touch(.up, level: upper), bars)
        }
    }

    private let conditions: [ForecastCondition] = [
        .touch(.down, level: 95), .touch(.up, level: 105), .close(.down, level: 95),
        .close(.up, level: 105), .breaks(.down, level: 98, band: 2),
        .breaks(.up, level: 102, band: 2),
        .breaksThenTouches(.down, level: 98, band: 2, target: 93),
        .breaksThenTouches(.up, level: 102, band: 2, target: 107),
        .breaksThenReturns(.down, level: 98, band: 2),
        .breaksThenReturns(.up, level: 102, band: 2),
        .holds(lower: 98, lowerBand: 2, upper: 102, upperBand: 2),
        .leaves(lower: 95, upper: 105),
    ]

    /// Every sequence of up to five bars of five kinds, as prices and as logarithms.
    @Test func theStreamDecidesAsTheWordsDo() {
        let kinds = [
            Bar(high: 101, low: 92, close: 95), Bar(high: 99, low: 96.5, close: 97),
            Bar(high: 101, low: 99, close: 100), Bar(high: 103.5, low: 101, close: 103),
            Bar(high: 108, low: 99, close: 105),
        ]
        for bars in sequences(over: kinds, upTo: 5) {
            for condition in conditions {
                var watch = EventWatch(condition)
                var logarithms = EventWatch(condition, relativeTo: 100)
                for bar in bars {
                    watch.update(high: bar.high, low: bar.low, close: bar.close)
                    logarithms.update(
                        high: log(bar.high / 100), low: log(bar.low / 100),
                        close: log(bar.close / 100))
                }
                let expected = happened(condition, bars)
                #expect(watch.outcome == expected)
                #expect(logarithms.outcome == expected)
            }
        }
    }

    @Test func onlyNumbersWithAMeaningMakeACondition() {
        #expect(conditions.allSatisfy { $0.isValid })
        for wrong in [0, -1, .nan, .infinity] as [Double] {
            #expect(!ForecastCondition.touch(.up, level: wrong).isValid)
            #expect(!ForecastCondition.breaks(.down, level: wrong, band: 1).isValid)
        }
        #expect(!ForecastCondition.breaks(.down, level: 1, band: -1).isValid)
        #expect(!ForecastCondition.breaks(.down, level: 1, band: .nan).isValid)
        #expect(!ForecastCondition.breaksThenTouches(.down, level: 1, band: 0, target: 2).isValid)
        #expect(!ForecastCondition.breaksThenTouches(.up, level: 1, band: 0, target: 1).isValid)
        let crossed = ForecastCondition.holds(lower: 2, lowerBand: 0, upper: 1, upperBand: 0)
        #expect(!crossed.isValid)
        #expect(!ForecastCondition.leaves(lower: 2, upper: 2).isValid)
        #expect(!ForecastCondition.leaves(lower: 0, upper: 2).isValid)
        #expect(!ForecastCondition.leaves(lower: 1, upper: .infinity).isValid)
        #expect(Set(conditions.map(\.canonicalText)).count == conditions.count)
    }
}
