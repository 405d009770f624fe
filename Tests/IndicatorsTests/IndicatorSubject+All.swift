import Indicators
import Market

extension IndicatorSubject {
    /// Every indicator of the room.
    static let all = averages + oscillators + trend + volatility + volume + statistics

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

    private static let oscillators = [
        ofCloses("rsi", [Setting(14), Setting(2)], .score("value", 0...100, flat: 50)) {
            RelativeStrengthIndex(period: Int($0[0]))
        },
        IndicatorSubject(
            "strength-by-recipe", settings: [Setting(14), Setting(5)],
            fields: [
                Field(.score("simpleMean", 0...100, flat: 50), { $0.simpleMean }),
                Field(.score("fromFirstMove", 0...100, flat: 50), { $0.fromFirstMove }),
                Field(.score("weightedMean", 0...100, flat: 50), { $0.weightedMean }),
            ], input: { $0.close }, make: { RecipesTogether(period: Int($0[0])) }),
        IndicatorSubject(
            "stochastic",
            settings: [Setting(5, 2, 4, memory: 9), Setting(14, 3, 3, memory: 18)],
            fields: [
                Field(.score("k", 0...100, flat: 50), { $0.k }),
                Field(.score("d", 0...100, flat: 50), { $0.d }),
            ], input: { $0 },
            make: {
                StochasticOscillator(
                    period: Int($0[0]), smoothing: Int($0[1]), signal: Int($0[2]))
            }),
        ofCandles(
            "williams-r", [Setting(5, memory: 5), Setting(14, memory: 14)],
            .score("value", -100...0, flat: -50)
        ) { WilliamsPercentRange(period: Int($0[0])) },
        ofCloses(
            "roc", [Setting(5, memory: 6), Setting(1, memory: 2)],
            FieldPromise(name: "value", priceDegree: 0, shift: .changes, flat: 0)
        ) { RateOfChange(period: Int($0[0])) },
        ofCandles(
            "cci", [Setting(5, memory: 5), Setting(20, memory: 20)], .score("value", flat: 0)
        ) { CommodityChannelIndex(period: Int($0[0])) },
    ]

    private static let trend = [
        IndicatorSubject(
            "macd", settings: [Setting(3, 7, 4), Setting(12, 26, 9)],
            fields: [
                Field(.distance("line"), { $0.line }), Field(.distance("signal"), { $0.signal }),
                Field(.distance("histogram"), { $0.histogram }),
            ], input: \.close,
            make: {
                MovingAverageConvergenceDivergence(
                    fast: Int($0[0]), slow: Int($0[1]), signal: Int($0[2]))
            }),
        IndicatorSubject(
            "directional-movement", settings: [Setting(5), Setting(14)],
            fields: [
                Field(.score("plus", 0...100, flat: 0), { $0.plus }),
                Field(.score("minus", 0...100, flat: 0, turn: .rises), { $0.minus }),
            ], input: { $0 }, make: { DirectionalMovement(period: Int($0[0])) }),
        ofCandles("adx", [Setting(5), Setting(14)], .score("value", 0...100, flat: 0)) {
            AverageDirectionalIndex(period: Int($0[0]))
        },
        IndicatorSubject(
            "aroon", settings: [Setting(5, memory: 6), Setting(25, memory: 26)],
            fields: [
                Field(.score("up", 0...100, flat: 100), { $0.up }),
                Field(.score("down", 0...100, flat: 100, turn: .rises), { $0.down }),
                Field(.score("oscillator", -100...100, flat: 0), { $0.oscillator }),
            ], input: { $0 }, make: { AroonIndicator(period: Int($0[0])) }),
        IndicatorSubject(
            "ichimoku",
            settings: [Setting(3, 5, 11, memory: 11), Setting(9, 26, 52, memory: 52)],
            fields: [
                Field(.price("conversion"), { $0.conversion }), Field(.price("base"), { $0.base }),
                Field(.price("leadingA"), { $0.leadingA }),
                Field(.price("leadingB"), { $0.leadingB }),
                Field(.price("lagging"), { $0.lagging }),
            ], input: { $0 },
            make: {
                IchimokuCloud(conversion: Int($0[0]), base: Int($0[1]), leading: Int($0[2]))
            }),
        IndicatorSubject(
            "supertrend", settings: [Setting(5, 1.5), Setting(10, 3)],
            fields: [
                Field(.price("price", bounds: .none, turn: .rises), { $0.price }),
                Field(.score("rising", 0...1, flat: 0), { $0.isRising ? 1 : 0 }),
            ], input: { $0 }, make: { SuperTrend(period: Int($0[0]), multiplier: $0[1]) }),
        IndicatorSubject(
            "sar", settings: [Setting(0.02, 0.2), Setting(0.05, 0.1)],
            fields: [Field(.price("value", turn: .rises), { $0.price })], input: { $0 },
            make: { ParabolicStopAndReverse(step: $0[0], limit: $0[1]) }),
    ]

    private static let volatility = [
        IndicatorSubject(
            "bollinger", settings: [Setting(5, 2, memory: 5), Setting(20, 1.5, memory: 20)],
            fields: band(bounds: .none), input: \.close,
            make: { BollingerBands(period: Int($0[0]), deviations: $0[1]) }),
        ofCandles("atr", [Setting(5), Setting(14)], .distance("value", turn: .rises)) {
            AverageTrueRange(period: Int($0[0]))
        },
        IndicatorSubject(
            "donchian", settings: [Setting(5, memory: 5), Setting(20, memory: 20)],
            fields: band(bounds: .prices), input: { $0 },
            make: { DonchianChannel(period: Int($0[0])) }),
        IndicatorSubject(
            "keltner", settings: [Setting(5, 14, 1.5), Setting(20, 10, 2)],
            fields: band(bounds: .none), input: { $0 },
            make: {
                KeltnerChannel(period: Int($0[0]), rangePeriod: Int($0[1]), multiplier: $0[2])
            }),
    ]

    private static func band(
        bounds: FieldPromise.Bounds
    ) -> [Field<PriceBand>] {
        [
            Field(.price("upper", bounds: bounds), { $0.upper }),
            Field(.price("middle"), { $0.middle }),
            Field(.price("lower", bounds: bounds), { $0.lower }),
        ]
    }

    private static let volume = [
        ofCandles(
            "obv", [Setting()],
            FieldPromise(name: "value", priceDegree: 0, volumeDegree: 1, shift: .stays, flat: 7)
        ) { _ in OnBalanceVolume() },
        ofCandles(
            "mfi", [Setting(5, memory: 6), Setting(14, memory: 15)],
            FieldPromise(
                name: "value", priceDegree: 0, shift: .changes, bounds: .within(0...100),
                flat: 50)
        ) { MoneyFlowIndex(period: Int($0[0])) },
        ofCandles("vwap", [Setting(24), Setting(7)], .price("value")) {
            SessionVolumeWeightedAveragePrice(session: .hours(Int($0[0])))
        },
        ofCandles("anchored-vwap", [Setting(40), Setting(0)], .price("value")) {
            AnchoredVolumeWeightedAveragePrice(anchor: Timestamp(seconds: Int64($0[0]) * 3600))
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
