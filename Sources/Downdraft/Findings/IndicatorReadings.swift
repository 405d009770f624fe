internal import Indicators
internal import Market

/// What an analyst's usual indicators read at the last closed day of an index.
///
/// Volume takes no part: an index's provider estimates it.
struct IndicatorReadings {
    /// One reading: its name as measures spell it, and what it counts.
    struct Reading {
        /// What the number counts.
        enum Scale {
            /// The unit of the index.
            case price
            /// The indicator's own scale.
            case score
            /// A part of one.
            case ratio
        }

        let name: String
        let value: Double
        let scale: Scale
    }

    /// The readings, by kind: averages, trend, bands, oscillators. One that is warming up is left out.
    let readings: [Reading]

    /// Reads closed bars, oldest first.
    init(_ candles: [Candle]) {
        readings =
            Self.averages(candles.map(\.close)) + Self.trend(candles) + Self.bands(candles)
            + Self.oscillators(candles)
    }

    private static func last<I: Indicator>(_ indicator: I, _ inputs: [I.Input]) -> I.Output? {
        indicator.outputs(for: inputs).last ?? nil
    }

    private static func reading(
        _ name: String, _ value: Double?, _ scale: Reading.Scale
    ) -> [Reading] {
        value.map { [Reading(name: name, value: $0, scale: scale)] } ?? []
    }

    private static func averages(_ closes: [Double]) -> [Reading] {
        reading("ema.20", last(ExponentialMovingAverage(period: 20), closes), .price)
            + reading("ema.50", last(ExponentialMovingAverage(period: 50), closes), .price)
            + reading("ema.200", last(ExponentialMovingAverage(period: 200), closes), .price)
            + reading("kama.10", last(KaufmanAdaptiveMovingAverage(period: 10), closes), .price)
    }

    private static func trend(_ candles: [Candle]) -> [Reading] {
        let macd = last(MovingAverageConvergenceDivergence(), candles.map(\.close))
        let movement = last(DirectionalMovement(), candles)
        let aroon = last(AroonIndicator(), candles)
        return reading("macd.line", macd?.line, .price)
            + reading("macd.signal", macd?.signal, .price)
            + reading("macd.histogram", macd?.histogram, .price)
            + reading("adx.14", last(AverageDirectionalIndex(), candles), .score)
            + reading("di.plus.14", movement?.plus, .score)
            + reading("di.minus.14", movement?.minus, .score)
            + reading("aroon.up.25", aroon?.up, .score)
            + reading("aroon.down.25", aroon?.down, .score)
            + reading("superTrend.10", last(SuperTrend(), candles)?.price, .price)
            + reading("sar", last(ParabolicStopAndReverse(), candles)?.price, .price)
    }

    private static func bands(_ candles: [Candle]) -> [Reading] {
        let bollinger = last(BollingerBands(), candles.map(\.close))
        let donchian = last(DonchianChannel(), candles)
        return reading("bollinger.upper.20", bollinger?.upper, .price)
            + reading("bollinger.lower.20", bollinger?.lower, .price)
            + reading("donchian.upper.20", donchian?.upper, .price)
            + reading("donchian.lower.20", donchian?.lower, .price)
            + reading("atr.14", last(AverageTrueRange(period: 14), candles), .price)
    }

    private static func oscillators(_ candles: [Candle]) -> [Reading] {
        let stochastic = last(StochasticOscillator(), candles)
        let change = last(RateOfChange(period: 10), candles.map(\.close))
        return reading("stochastic.k.14", stochastic?.k, .score)
            + reading("stochastic.d.14", stochastic?.d, .score)
            + reading("williamsR.14", last(WilliamsPercentRange(), candles), .score)
            + reading("cci.20", last(CommodityChannelIndex(), candles), .score)
            + reading("roc.10", change, .ratio)
    }
}
