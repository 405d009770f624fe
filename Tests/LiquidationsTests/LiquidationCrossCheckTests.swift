import Liquidations
import Testing

@Suite struct LiquidationCrossCheckTests {
    @Test(
        arguments: [
            (50, 10, 80, .plausible, 0.625), (50, 10, 50, .plausible, 1),
            (50, 10, 40, .reopened, 1.25), (50, 10, -5, .reopened, nil),
            (10, 50, 80, .plausible, 0.625), (10, 50, 40, .reopened, 1.25),
            (0, 0, 0, .plausible, nil),
        ]
            as [(Double, Double, Double, LiquidationCrossCheck.Verdict, Double?)])
    func says(
        long: Double, short: Double, closed: Double, verdict: LiquidationCrossCheck.Verdict,
        share: Double?
    ) {
        let check = LiquidationCrossCheck(longUSD: long, shortUSD: short, closedUSD: closed)
        #expect(check.verdict == verdict)
        #expect(check.shareOfClosed == share)
    }
}
