import Margin
import TestSupport
import Testing

@Suite struct PriceTickTests {
    @Test(arguments: [
        (1308.6667, 0.05, PriceTick.Rounding.up, 1308.7), (4000.27, 0.05, .down, 4000.25),
        (1.24, 0.5, .nearest, 1), (1.25, 0.5, .nearest, 1.5), (0.3, 0.1, .up, 0.3),
        (0.3, 0.1, .down, 0.3), (100, 0.5, .up, 100),
    ])
    func rounds(price: Double, size: Double, rounding: PriceTick.Rounding, expected: Double) throws
    {
        #expect(agree(try PriceTick(size).rounded(price, rounding), expected))
    }
}
