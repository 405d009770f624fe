import Liquidations
import Market
import TestSupport
import Testing

@Suite struct LiquidationPriceTests {
    /// By hand from margin = entry / leverage and maintenance of the value: 10x long of 100 at 0.5 % is
    /// 90 / 0.995; the short 110 / 1.005; Bybit's example, 50x long of 20,000 without fees, 19,600 / 0.995.
    @Test(
        arguments: [
            (.long, 100, 10, 0.005, 90 / 0.995), (.short, 100, 10, 0.005, 110 / 1.005),
            (.long, 20_000, 50, 0.005, 19_600 / 0.995), (.long, 100, 1, 0.005, 0),
            (.short, 50_000, 100, 0.004, 50_500 / 1.004), (.long, 50_000, 100, 0, 49_500),
        ] as [(PositionSide, Double, Double, Double, Double)])
    func byHand(
        side: PositionSide, entry: Double, leverage: Double, maintenance: Double, price: Double
    ) {
        let found = LiquidationPrice.isolated(
            side, entry: entry, leverage: leverage, maintenance: maintenance)
        #expect(agree(found, price))
    }

    /// A hundredfold long is liquidated below its entry, or cannot be opened: never above.
    @Test func neverOnTheWrongSide() {
        for leverage in stride(from: 1.0, through: 125, by: 0.5) {
            for maintenance in [0, 0.001, 0.004, 0.0079, 0.01, 0.025, 0.1] {
                func price(_ side: PositionSide) -> Double? {
                    LiquidationPrice.isolated(
                        side, entry: 100, leverage: leverage, maintenance: maintenance)
                }
                let isOpen = maintenance < 1 / leverage
                #expect((price(.long) != nil) == isOpen && (price(.short) != nil) == isOpen)
                guard let long = price(.long), let short = price(.short) else { continue }
                #expect(long < 100 && short > 100)
                // What is left of the margin is the maintenance of the value.
                #expect(agree(100 / leverage + long - 100, maintenance * long, absolute: 1e-9))
                #expect(agree(100 / leverage + 100 - short, maintenance * short, absolute: 1e-9))
            }
        }
        #expect(
            LiquidationPrice.isolated(.long, entry: 100, leverage: 100, maintenance: 0.025) == nil)
    }

    @Test(
        arguments: [
            (0, 10, 0.005), (-1, 10, 0.005), (.nan, 10, 0.005), (.infinity, 10, 0.005),
            (100, 0.5, 0.005), (100, .nan, 0.005), (100, .infinity, 0), (100, 10, -0.1),
            (100, 10, .nan),
        ] as [(Double, Double, Double)])
    func refusesUnsound(entry: Double, leverage: Double, maintenance: Double) {
        let price = LiquidationPrice.isolated(
            .long, entry: entry, leverage: leverage, maintenance: maintenance)
        #expect(price == nil)
    }
}
