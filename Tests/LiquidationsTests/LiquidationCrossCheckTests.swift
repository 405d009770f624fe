import Liquidations
import Testing

@Suite struct LiquidationCrossCheckTests {
    @Test(
        arguments: [
            (50, 10, 80, nil, nil, .plausible, 0.625), (50, 10, 50, nil, nil, .plausible, 1),
            (50, 10, 40, nil, nil, .reopened, 1.25), (50, 10, -5, nil, nil, .reopened, nil),
            (50, 10, 80, 49, 500, .contradicted, 0.625),
            (10, 50, 80, 500, 49, .contradicted, 0.625),
            (50, 10, 80, 50, 10, .plausible, 0.625), (0, 0, 0, 0, 0, .plausible, nil),
        ]
            as [(
                Double, Double, Double, Double?, Double?, LiquidationCrossCheck.Verdict, Double?
            )])
    func says(
        long: Double, short: Double, closed: Double, sold: Double?, bought: Double?,
        verdict: LiquidationCrossCheck.Verdict, share: Double?
    ) {
        let check = LiquidationCrossCheck(
            longUSD: long, shortUSD: short, closedUSD: closed, takerSoldUSD: sold,
            takerBoughtUSD: bought)
        #expect(check.verdict == verdict)
        #expect(check.shareOfClosed == share)
        #expect(check.shareOfTakerSales == sold.flatMap { $0 > 0 ? long / $0 : nil })
    }
}
