import Levels
import TestSupport
import Testing

@Suite struct RoundNumberTests {
    /// A round number as it is written: `digits x 10^exponent`, on the grid `step x 10^exponent`.
    private struct Written: Hashable {
        let digits: Int
        let step: Int
        let exponent: Int

        var value: Double { Self.number(digits, exponent) }
        var grid: Double { Self.number(step, exponent) }

        /// Reading decimal text rounds once, to the number that prints as it was written.
        static func number(_ digits: Int, _ exponent: Int) -> Double {
            Double("\(digits)e\(exponent)") ?? .nan
        }
    }

    /// The doc comment's rule in whole numbers: the price is `digits x 10^exponent`.
    private static func definition(digits: Int, exponent: Int) -> Set<Written> {
        var unit = 10
        while unit * 10 <= digits * 10 { unit *= 10 }
        let price = digits * 10
        var found: [Int: Written] = [:]
        for divisor in [10, 5, 2, 1] {  // The coarser grid comes later and takes the name.
            let step = unit / divisor
            for value in [(price - 1) / step * step, (price + step - 1) / step * step]
            where value > 0 {
                found[value] = Written(digits: value, step: step, exponent: exponent - 1)
            }
        }
        return Set(found.values)
    }

    private static func check(digits: Int, exponent: Int) -> String? {
        let price = Written.number(digits, exponent)
        let expected = definition(digits: digits, exponent: exponent)
            .map { Level(kind: .round(step: $0.grid), value: $0.value) }
        let found = Level.roundNumbers(around: price)
        guard Set(found) == Set(expected), found.count == expected.count else {
            return "\(price): \(found.map(\.value).sorted()), not \(expected.map(\.value).sorted())"
        }
        return nil
    }

    /// Every price of up to three digits from 1e-9 to 1e15, against whole-number arithmetic.
    @Test func everyShortPrice() {
        var wrong: [String] = []
        for exponent in -9...12 {
            for digits in 1...999 {
                if let fault = Self.check(digits: digits, exponent: exponent) {
                    wrong.append(fault)
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.count) prices, first \(wrong.prefix(3))")
    }

    @Test func longPrices() {
        var random = SeededGenerator(seed: 61)
        let wrong = (0..<5000).compactMap { _ in
            Self.check(
                digits: Int.random(in: 1...999_999_999, using: &random),
                exponent: Int.random(in: -18...6, using: &random))
        }
        #expect(wrong.isEmpty, "\(wrong.count) prices, first \(wrong.prefix(3))")
    }

    /// By hand: around 3.38T the coarse levels are 3 and 4, the halves 3.5, the fifths 3.2 and 3.4, the
    /// tenth 3.3; 0.1648 has 0.16, 0.17, 0.18, 0.15, 0.1 and 0.2.
    @Test(
        arguments: [
            (3.38e12, [3e12, 3.2e12, 3.3e12, 3.4e12, 3.5e12, 4e12]),
            (0.1648, [0.1, 0.15, 0.16, 0.17, 0.18, 0.2]), (1, [0.5, 0.8, 0.9, 1]),
            (100_000, [50_000, 80_000, 90_000, 100_000]),
        ] as [(Double, [Double])])
    func byHand(price: Double, expected: [Double]) {
        let found = Level.roundNumbers(around: price).map(\.value).sorted()
        #expect(found == expected)
    }

    @Test func looksAsItReads() {
        let values = Level.roundNumbers(around: 3.38e12).map(\.value)
        #expect(values.contains(3_300_000_000_000))
        #expect(values.contains(3_200_000_000_000))
    }

    @Test(arguments: [0, -0.0, -1, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, 1e308])
    func nobodyLooksThere(price: Double) {
        #expect(Level.roundNumbers(around: price).isEmpty)
    }
}
