import Indicators
import TestSupport
import Testing

@Suite struct SeedSpreadTests {
    private static func waves(_ count: Int) -> [Double] {
        (0..<count).map { 100 + Double($0 * 37 % 23) }
    }

    @Test(arguments: [(28, false), (29, true), (0, false)])
    func takesTwiceThePeriodAndOne(count: Int, isKnown: Bool) {
        let spread = seedSpread(
            of: RelativeStrengthIndex(period: 14), period: 14, values: Self.waves(count))
        #expect((spread != nil) == isKnown)
    }

    /// A simple average forgets its history, so where that begins is worth nothing.
    @Test func nothingForASimpleAverage() throws {
        let spread = try #require(
            seedSpread(of: SimpleMovingAverage(period: 5), period: 5, values: Self.waves(40)))
        #expect(agree(spread, 0))
    }

    /// Source: the seed's weight after `n` further values is `(1 - weight)^n`; the two runs differ by
    /// that share of how far apart their seeds lie.
    @Test func fadesAsTheDocumentationSays() throws {
        let values = [9.0, 9, 0, 0] + Array(repeating: 0, count: 10)
        let spread = try #require(
            seedSpread(of: ExponentialMovingAverage(period: 2), period: 2, values: values))
        let third = 1.0 / 3
        let weight = (0..<12).reduce(1) { product, _ in product * third }
        #expect(agree(spread, 9 * weight, relative: 1e-9, absolute: 0))
    }
}
