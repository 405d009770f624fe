import Indicators
import Market
import TestSupport
import Testing

/// What holds for every indicator, each by what it declares in `IndicatorSubject`.
@Suite struct IndicatorPropertyTests {
    @Test(arguments: IndicatorSubject.all)
    func noOutputDependsOnALaterBar(subject: IndicatorSubject) {
        let candles = SampleCandles.walk(seed: 31)
        for setting in subject.settings {
            let whole = subject.batch(setting.values, candles)
            #expect(whole.contains { $0 != nil })
            for count in 0...candles.count {
                let known = subject.batch(setting.values, Array(candles.prefix(count)))
                #expect(known == Array(whole.prefix(count)))
            }
        }
    }

    @Test(arguments: IndicatorSubject.all)
    func batchIsTheStream(subject: IndicatorSubject) {
        for seed in 32..<36 as Range<UInt64> {
            let candles = SampleCandles.walk(seed: seed)
            for setting in subject.settings {
                let batch = subject.batch(setting.values, candles)
                #expect(batch.count == candles.count)
                #expect(batch == subject.streamed(setting.values, candles))
            }
        }
    }

    /// Scaling by a power of two is exact in binary arithmetic, so the outputs must be as well:
    /// also where prices are near 1e150, or 1e-90.
    @Test(arguments: IndicatorSubject.all, [0.125, 4, 0x1p498, 0x1p-300, 3.7])
    func scalesWithThePrice(subject: IndicatorSubject, factor: Double) {
        let tolerance = factor == 3.7 ? 1e-9 : 0
        compare(subject, tolerance: tolerance, changed: { $0.mapped(price: { $0 * factor }) }) {
            promise, value in promise.priceDegree == 1 ? value * factor : value
        }
    }

    @Test(arguments: IndicatorSubject.all, [0.125, 4, 0x1p400])
    func scalesWithTheVolume(subject: IndicatorSubject, factor: Double) {
        compare(subject, tolerance: 0, changed: { $0.mapped(volume: { $0 * factor }) }) {
            promise, value in promise.volumeDegree == 1 ? value * factor : value
        }
    }

    @Test(arguments: IndicatorSubject.all)
    func movesWithAShiftOrStaysAsDeclared(subject: IndicatorSubject) {
        let shifted: ([Candle]) -> [Candle] = { $0.mapped(price: { $0 + 64 }) }
        compare(
            subject, tolerance: 1e-7, changed: shifted,
            leavingOut: { $0.shift == .changes }
        ) { promise, value in promise.shift == .moves ? value + 64 : value }
        for (column, promise) in subject.fields.enumerated() where promise.shift == .changes {
            let candles = SampleCandles.walk(seed: 37)
            let before = subject.batch(subject.settings[0].values, candles)
            let after = subject.batch(subject.settings[0].values, shifted(candles))
            let moved = zip(before, after).count {
                !agree($0?[column], $1?[column], relative: 1e-4)
            }
            #expect(moved > 10, "\(promise.name) is declared to change")
        }
    }

    @Test(arguments: IndicatorSubject.all)
    func staysWithinItsBounds(subject: IndicatorSubject) {
        for seed in 40..<60 as Range<UInt64> {
            let candles = SampleCandles.walk(seed: seed)
            for setting in subject.settings {
                for (index, row) in subject.batch(setting.values, candles).enumerated() {
                    for (promise, value) in zip(subject.fields, row ?? []) {
                        guard let value else { continue }
                        let range = range(of: promise, over: candles[...index])
                        #expect(range.contains(value), "\(promise.name) at \(index)")
                    }
                }
            }
        }
    }

    @Test(arguments: IndicatorSubject.all)
    func readsAFlatMarketAsDeclared(subject: IndicatorSubject) {
        for setting in subject.settings {
            let rows = subject.batch(setting.values, SampleCandles.flat(bars: 100))
            let flat = subject.fields.map(\.flat)
            let isAnswered = rows.last != .some(nil)
            #expect(isAnswered == flat.contains { $0 != nil })
            let wrong = rows.compactMap { $0 }.filter { row in
                !zip(row, flat).allSatisfy { agree($0, $1, relative: 1e-14, absolute: 0) }
            }
            #expect(wrong == [])
        }
    }

    /// The fault of an indicator that forgets to advance while nothing opposes the trend.
    @Test(arguments: IndicatorSubject.all)
    func oneTurnAfterARiseShows(subject: IndicatorSubject) throws {
        let setting = subject.settings[0].values
        let onward = try #require(
            subject.batch(setting, SampleCandles.rise(bars: 60, turns: false)).last)
        let turned = try #require(
            subject.batch(setting, SampleCandles.rise(bars: 60, turns: true)).last)
        for (column, promise) in subject.fields.enumerated() {
            let before = try #require(onward?[column])
            let after = try #require(turned?[column])
            switch promise.turn {
            case .falls: #expect(after < before * (1 - 1e-9) || (before <= 0 && after < before))
            case .rises: #expect(after > before * (1 + 1e-9))
            case .stays: #expect(agree(after, before))
            }
        }
    }

    /// An indicator of a window forgets whatever has left it, to the last digits.
    @Test(arguments: IndicatorSubject.all)
    func whatHasLeftTheWindowLeavesNoTrace(subject: IndicatorSubject) {
        let candles = SampleCandles.walk(seed: 61, bars: 160)
        let wild = candles.prefix(40).map { $0 }
            .mapped(price: { $0 * $0 * 1e12 }, volume: { $0 * 1e9 })
        for setting in subject.settings {
            guard let memory = setting.memory else { continue }
            let clean = subject.batch(setting.values, candles)
            let after = subject.batch(setting.values, wild + candles.dropFirst(40))
            for index in (40 + memory - 1)..<candles.count {
                let agrees = zip(clean[index] ?? [], after[index] ?? [])
                    .allSatisfy { agree($0, $1, relative: 1e-9, absolute: 1e-9) }
                #expect(agrees && (clean[index] == nil) == (after[index] == nil), "at \(index)")
            }
        }
    }

    /// Prices and volumes up to the largest number and down to the smallest: `nil`, or a number.
    @Test(
        arguments: IndicatorSubject.all,
        [1e150, 1e160, 1e300, 1.7e306, 1e-150, 1e-300, 0x1p-1060])
    func answersNothingThatIsNotANumber(subject: IndicatorSubject, size: Double) {
        let calm = SampleCandles.walk(seed: 71)
        for setting in subject.settings {
            let runs = [
                calm.mapped(price: { $0 * size }), calm.mapped(volume: { $0 * size }),
                calm.mapped(price: { $0 * size }, volume: { $0 * size }),
                calm.mapped(price: { $0 > 100 ? $0 * size : -$0 * size }),
                calm.mapped(price: { $0 > 100 ? $0 * size : $0 }),
            ]
            for candles in runs {
                let values = subject.batch(setting.values, candles)
                    .flatMap { $0 ?? [] }.compactMap { $0 }
                #expect(values.allSatisfy { $0.isFinite })
            }
        }
    }

    /// Runs the subject over a walk and over a changed walk, and compares the second with what is
    /// expected of the first.
    private func compare(
        _ subject: IndicatorSubject, tolerance: Double, changed: ([Candle]) -> [Candle],
        leavingOut: (FieldPromise) -> Bool = { _ in false },
        expected: (FieldPromise, Double) -> Double
    ) {
        let candles = SampleCandles.walk(seed: 37)
        for setting in subject.settings {
            let before = subject.batch(setting.values, candles)
            let after = subject.batch(setting.values, changed(candles))
            for (index, rows) in zip(before, after).enumerated() {
                #expect((rows.0 == nil) == (rows.1 == nil), "at \(index)")
                guard let left = rows.0, let right = rows.1 else { continue }
                for (column, promise) in subject.fields.enumerated() where !leavingOut(promise) {
                    let wanted = left[column].map { expected(promise, $0) }
                    #expect(
                        agree(right[column], wanted, relative: tolerance, absolute: tolerance),
                        "\(promise.name) at \(index)")
                }
            }
        }
    }

    private func range(
        of promise: FieldPromise, over candles: ArraySlice<Candle>
    ) -> ClosedRange<Double> {
        switch promise.bounds {
        case .none: return -Double.infinity...Double.infinity
        case .within(let range): return range
        case .prices:
            let lowest = candles.map(\.low).min() ?? 0
            let highest = candles.map(\.high).max() ?? 0
            return lowest * (1 - 1e-12)...highest * (1 + 1e-12)
        }
    }
}
