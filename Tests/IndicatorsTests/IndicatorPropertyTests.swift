import Indicators
import TestSupport
import Testing

@Suite struct IndicatorPropertyTests {
    private static let periods = [1, 2, 3, 14]

    /// A seeded walk of prices that also stands still now and then.
    private static func walk(seed: UInt64, bars: Int = 120) -> [Double] {
        var random = SeededGenerator(seed: seed)
        var price = 100.0
        return (0..<bars).map { _ in
            if Int.random(in: 0..<5, using: &random) > 0 {
                price *= Double.random(in: 0.95...1.05, using: &random)
            }
            return price
        }
    }

    @Test(arguments: IndicatorKind.allCases)
    func noOutputDependsOnALaterValue(kind: IndicatorKind) {
        let values = Self.walk(seed: 31)
        for period in Self.periods {
            let whole = kind.outputs(period: period, values)
            for count in 0...values.count {
                let known = kind.outputs(period: period, Array(values.prefix(count)))
                #expect(known == Array(whole.prefix(count)))
            }
        }
    }

    @Test(arguments: IndicatorKind.allCases)
    func batchIsTheStream(kind: IndicatorKind) {
        for seed in 32..<36 as Range<UInt64> {
            let values = Self.walk(seed: seed)
            for period in Self.periods {
                #expect(
                    kind.outputs(period: period, values) == kind.streamed(period: period, values))
            }
        }
    }

    /// Scaling by a power of two is exact in binary arithmetic, so the outputs must be as well.
    @Test(arguments: IndicatorKind.allCases, [0.125, 4, 3.7])
    func scalesWithItsInput(kind: IndicatorKind, factor: Double) {
        let values = Self.walk(seed: 37)
        let tolerance = factor == 3.7 ? 1e-9 : 0
        for period in Self.periods {
            let scaled = kind.outputs(period: period, values.map { $0 * factor })
            let expected = kind.outputs(period: period, values)
                .map { output in kind == .rsi ? output : output.map { $0 * factor } }
            for (left, right) in zip(scaled, expected) {
                #expect(agree(left, right, relative: tolerance, absolute: 0))
            }
        }
    }

    @Test(arguments: IndicatorKind.allCases)
    func staysWithinItsInputs(kind: IndicatorKind) {
        for seed in 40..<60 as Range<UInt64> {
            let values = Self.walk(seed: seed)
            let least = kind == .rsi ? 0 : (values.min() ?? 0) * (1 - 1e-12)
            let greatest = kind == .rsi ? 100 : (values.max() ?? 0) * (1 + 1e-12)
            for period in Self.periods {
                let outputs = kind.outputs(period: period, values).compactMap { $0 }
                #expect(outputs.allSatisfy { $0 >= least && $0 <= greatest })
            }
        }
    }

    @Test(arguments: [0, -1])
    func aPeriodMustBePositive(period: Int) async {
        await #expect(processExitsWith: .failure) { [period] in
            _ = SimpleMovingAverage(period: period)
        }
        await #expect(processExitsWith: .failure) { [period] in
            _ = ExponentialMovingAverage(period: period)
        }
        await #expect(processExitsWith: .failure) { [period] in
            _ = RelativeStrengthIndex(period: period)
        }
    }
}
