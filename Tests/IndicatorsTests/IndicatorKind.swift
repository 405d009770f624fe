import Indicators

/// The indicators by the name of their reference file, so that one property is stated for all.
enum IndicatorKind: String, CaseIterable {
    case sma
    case ema
    case rsi

    func outputs(period: Int, _ values: [Double]) -> [Double?] {
        switch self {
        case .sma: SimpleMovingAverage(period: period).outputs(for: values)
        case .ema: ExponentialMovingAverage(period: period).outputs(for: values)
        case .rsi: RelativeStrengthIndex(period: period).outputs(for: values)
        }
    }

    /// One value after another through `update`.
    func streamed(period: Int, _ values: [Double]) -> [Double?] {
        func fold(_ indicator: some Indicator<Double, Double>) -> [Double?] {
            var indicator = indicator
            var outputs: [Double?] = []
            for value in values { outputs.append(indicator.update(value)) }
            return outputs
        }
        return switch self {
        case .sma: fold(SimpleMovingAverage(period: period))
        case .ema: fold(ExponentialMovingAverage(period: period))
        case .rsi: fold(RelativeStrengthIndex(period: period))
        }
    }
}
