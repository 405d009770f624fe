import Indicators
import Market

extension IndicatorSubject {
    /// Every indicator of the room.
    static let all =
        averages + statistics + [
            ofCloses("rsi", [Setting(14), Setting(2)], .score("value", 0...100, flat: 50)) {
                RelativeStrengthIndex(period: Int($0[0]))
            }
        ]

    static func named(_ name: String) -> IndicatorSubject? {
        all.first { $0.name == name }
    }

    /// An indicator of closes with one number as its output.
    private static func ofCloses<Kind: Indicator<Double, Double>>(
        _ name: String, _ settings: [Setting], _ promise: FieldPromise,
        make: @escaping @Sendable ([Double]) -> Kind
    ) -> IndicatorSubject {
        IndicatorSubject(
            name, settings: settings, fields: [Field(promise, { $0 })], input: \.close, make: make)
    }

    /// An indicator of candles with one number as its output.
    private static func ofCandles<Kind: Indicator<Candle, Double>>(
        _ name: String, _ settings: [Setting], _ promise: FieldPromise,
        make: @escaping @Sendable ([Double]) -> Kind
    ) -> IndicatorSubject {
        IndicatorSubject(
            name, settings: settings, fields: [Field(promise, { $0 })], input: { $0 }, make: make)
    }

    private static let averages = [
        ofCloses("sma", [Setting(5, memory: 5), Setting(14, memory: 14)], .price("value")) {
            SimpleMovingAverage(period: Int($0[0]))
        },
        ofCloses("ema", [Setting(5), Setting(1)], .price("value")) {
            ExponentialMovingAverage(period: Int($0[0]))
        },
        ofCloses("wma", [Setting(5, memory: 5), Setting(14, memory: 14)], .price("value")) {
            WeightedMovingAverage(period: Int($0[0]))
        },
        ofCloses("dema", [Setting(5), Setting(2)], .price("value", bounds: .none)) {
            DoubleExponentialMovingAverage(period: Int($0[0]))
        },
        ofCloses("tema", [Setting(5), Setting(2)], .price("value", bounds: .none)) {
            TripleExponentialMovingAverage(period: Int($0[0]))
        },
        ofCloses("kama", [Setting(10), Setting(3)], .price("value")) {
            KaufmanAdaptiveMovingAverage(period: Int($0[0]))
        },
    ]

    private static let statistics = [
        ofCloses(
            "stddev", [Setting(5, memory: 5), Setting(20, memory: 20)],
            .distance("value", turn: .rises)
        ) { RollingStandardDeviation(period: Int($0[0])) },
        IndicatorSubject(
            "regression", settings: [Setting(5, memory: 5), Setting(14, memory: 14)],
            fields: [
                Field(.price("value", bounds: .none), { $0.value }),
                Field(.distance("slope"), { $0.slope }),
                Field(.price("intercept", bounds: .none, turn: .rises), { $0.intercept }),
                Field(.score("determination", 0...1, flat: nil), { $0.determination }),
            ], input: \.close, make: { RollingLinearRegression(period: Int($0[0])) }),
        ofPairs("correlation", .score("value", -1...1, flat: nil)) {
            RollingCorrelation(period: Int($0[0]))
        },
        ofPairs("beta", .score("value", flat: nil)) { RollingBeta(period: Int($0[0])) },
    ]

    /// An indicator of closes against opens.
    private static func ofPairs<Kind: Indicator<ValuePair, Double>>(
        _ name: String, _ promise: FieldPromise, make: @escaping @Sendable ([Double]) -> Kind
    ) -> IndicatorSubject {
        IndicatorSubject(
            name, settings: [Setting(5, memory: 5), Setting(20, memory: 20)],
            fields: [Field(promise, { $0 })],
            input: { ValuePair(value: $0.close, benchmark: $0.open) }, make: make)
    }
}
