import Indicators
import Market
import Testing

/// What an indicator cannot be asked for stops the program where it is asked.
@Suite struct IndicatorPreconditionTests {
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
        await #expect(processExitsWith: .failure) { [period] in
            _ = WeightedMovingAverage(period: period)
        }
        await #expect(processExitsWith: .failure) { [period] in _ = RateOfChange(period: period) }
        await #expect(processExitsWith: .failure) { [period] in
            _ = CommodityChannelIndex(period: period)
        }
        await #expect(processExitsWith: .failure) { [period] in
            _ = DirectionalMovement(period: period)
        }
        await #expect(processExitsWith: .failure) { [period] in
            _ = AroonIndicator(period: period)
        }
        await #expect(processExitsWith: .failure) { [period] in
            _ = DonchianChannel(period: period)
        }
        await #expect(processExitsWith: .failure) { [period] in
            _ = KaufmanAdaptiveMovingAverage(period: period)
        }
    }

    @Test func twoBarsMakeALine() async {
        await #expect(processExitsWith: .failure) { _ = RollingLinearRegression(period: 1) }
        await #expect(processExitsWith: .failure) { _ = RollingCorrelation(period: 1) }
        await #expect(processExitsWith: .failure) { _ = RollingBeta(period: 1) }
    }

    @Test func spansMustBeInTheirOrder() async {
        await #expect(processExitsWith: .failure) {
            _ = MovingAverageConvergenceDivergence(fast: 26, slow: 26)
        }
        await #expect(processExitsWith: .failure) { _ = IchimokuCloud(conversion: 27) }
        await #expect(processExitsWith: .failure) { _ = IchimokuCloud(displacement: -1) }
        await #expect(processExitsWith: .failure) {
            _ = KaufmanAdaptiveMovingAverage(period: 10, fastest: 31)
        }
        await #expect(processExitsWith: .failure) { _ = ParabolicStopAndReverse(step: 0.3) }
        await #expect(processExitsWith: .failure) { _ = ParabolicStopAndReverse(step: 0) }
    }

    @Test func widthsMustNotBeNegative() async {
        await #expect(processExitsWith: .failure) { _ = BollingerBands(deviations: -1) }
        await #expect(processExitsWith: .failure) { _ = KeltnerChannel(multiplier: -1) }
        await #expect(processExitsWith: .failure) { _ = SuperTrend(multiplier: -1) }
        await #expect(processExitsWith: .failure) {
            _ = SessionVolumeWeightedAveragePrice(session: .hours(0))
        }
    }
}
