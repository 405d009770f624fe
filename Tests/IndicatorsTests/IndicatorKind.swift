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
}
