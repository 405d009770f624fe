import Indicators
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
    }
}
