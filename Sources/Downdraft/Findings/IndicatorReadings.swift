internal import Indicators
internal import Market

/// What an analyst's usual indicators read at the last bar of a chart.
struct IndicatorReadings {
    /// What an indicator's number counts.
    enum Scale {
        /// The unit of the bars.
        case price
        /// The indicator's own scale.
        case score
        /// A part of one.
        case ratio
        /// A number without unit.
        case coefficient
        /// What changed hands, in the unit of the bars' volume.
        case amount
    }

    /// One reading: its name as measures spell it, what it counts, and how high it is for this chart.
    struct Reading {
        let name: String
        let value: Double
        let scale: Scale
        /// The share of the last year's readings that are at or below this one; `nil` for prices, which
        /// have no scale of their own, and for too few readings.
        let rank: Double?
    }

    /// The readings, by kind: averages, trend, bands, oscillators, volume. One that is warming up is
    /// left out.
    let readings: [Reading]

    /// The most readings that stand behind a rank, a year of days, and the fewest.
    static let rankedBars = 365
    private static let fewestRanked = 100

    /// Reads bars, oldest first. `volumes` says whether their volumes were traded, and not estimated by
    /// an index's provider: without it no indicator of volume is read.
    init(_ candles: [Candle], volumes: Bool = false) {
        let tracks =
            Self.averages(candles.map(\.close)) + Self.trend(candles) + Self.bands(candles)
            + Self.oscillators(candles) + (volumes ? Self.volume(candles) : [])
        readings = tracks.compactMap(\.reading)
    }

    /// An indicator's outputs over the chart, oldest first.
    private struct Track {
        let name: String
        let scale: Scale
        let outputs: [Double?]

        init(_ name: String, _ scale: Scale, _ outputs: [Double?]) {
            self.name = name
            self.scale = scale
            self.outputs = outputs
        }

        var reading: Reading? {
            (outputs.last ?? nil).map { value in
                Reading(name: name, value: value, scale: scale, rank: rank(of: value))
            }
        }

        private func rank(of value: Double) -> Double? {
            guard scale == .score || scale == .ratio else { return nil }
            let year = outputs.suffix(rankedBars).compactMap { $0 }
            guard year.count >= fewestRanked else { return nil }
            return Double(year.count { $0 <= value }) / Double(year.count)
        }
    }

    private static func averages(_ closes: [Double]) -> [Track] {
        let simple = [20, 50, 100, 200].map {
            Track("sma.\($0)", .price, SimpleMovingAverage(period: $0).outputs(for: closes))
        }
        let exponential = [20, 50, 100, 200].map {
            Track("ema.\($0)", .price, ExponentialMovingAverage(period: $0).outputs(for: closes))
        }
        return simple + exponential + [
            Track("wma.20", .price, WeightedMovingAverage(period: 20).outputs(for: closes)),
            Track(
                "dema.20", .price, DoubleExponentialMovingAverage(period: 20).outputs(for: closes)),
            Track(
                "tema.20", .price, TripleExponentialMovingAverage(period: 20).outputs(for: closes)),
            Track(
                "kama.10", .price, KaufmanAdaptiveMovingAverage(period: 10).outputs(for: closes)),
        ]
    }

    private static func trend(_ candles: [Candle]) -> [Track] {
        let closes = candles.map(\.close)
        let macd = MovingAverageConvergenceDivergence().outputs(for: closes)
        let movement = DirectionalMovement().outputs(for: candles)
        let aroon = AroonIndicator().outputs(for: candles)
        let cloud = IchimokuCloud().outputs(for: candles)
        let line = RollingLinearRegression(period: 20).outputs(for: closes)
        return [
            Track("macd.line", .price, macd.map { $0?.line }),
            Track("macd.signal", .price, macd.map { $0?.signal }),
            Track("macd.histogram", .price, macd.map { $0?.histogram }),
            Track("adx.14", .score, AverageDirectionalIndex().outputs(for: candles)),
            Track("di.plus.14", .score, movement.map { $0?.plus }),
            Track("di.minus.14", .score, movement.map { $0?.minus }),
            Track("aroon.up.25", .score, aroon.map { $0?.up }),
            Track("aroon.down.25", .score, aroon.map { $0?.down }),
            Track("superTrend.10", .price, SuperTrend().outputs(for: candles).map { $0?.price }),
            Track("sar", .price, ParabolicStopAndReverse().outputs(for: candles).map { $0?.price }),
            Track("ichimoku.conversion.9", .price, cloud.map { $0?.conversion }),
            Track("ichimoku.base.26", .price, cloud.map { $0?.base }),
            Track("ichimoku.leadingA", .price, cloud.map { $0?.leadingA }),
            Track("ichimoku.leadingB.52", .price, cloud.map { $0?.leadingB }),
            Track("regression.value.20", .price, line.map { $0?.value }),
            Track("regression.slope.20", .price, line.map { $0?.slope }),
        ]
    }

    private static func bands(_ candles: [Candle]) -> [Track] {
        let closes = candles.map(\.close)
        let bollinger = BollingerBands().outputs(for: closes)
        let donchian = DonchianChannel().outputs(for: candles)
        let keltner = KeltnerChannel().outputs(for: candles)
        return [
            Track("bollinger.upper.20", .price, bollinger.map { $0?.upper }),
            Track("bollinger.lower.20", .price, bollinger.map { $0?.lower }),
            Track("donchian.upper.20", .price, donchian.map { $0?.upper }),
            Track("donchian.lower.20", .price, donchian.map { $0?.lower }),
            Track("keltner.upper.20", .price, keltner.map { $0?.upper }),
            Track("keltner.lower.20", .price, keltner.map { $0?.lower }),
            Track("atr.14", .price, AverageTrueRange(period: 14).outputs(for: candles)),
            Track(
                "deviation.20", .price, RollingStandardDeviation(period: 20).outputs(for: closes)),
        ]
    }

    private static func oscillators(_ candles: [Candle]) -> [Track] {
        let closes = candles.map(\.close)
        let stochastic = StochasticOscillator().outputs(for: candles)
        let recipes = StrengthByRecipe.Recipe.allCases.map { recipe in
            Track(
                "strength.\(recipe.rawValue).14", .score,
                StrengthByRecipe(period: 14, recipe: recipe).outputs(for: closes))
        }
        return [
            Track("rsi.14", .score, RelativeStrengthIndex(period: 14).outputs(for: closes)),
            Track("stochastic.k.14", .score, stochastic.map { $0?.k }),
            Track("stochastic.d.14", .score, stochastic.map { $0?.d }),
            Track("williamsR.14", .score, WilliamsPercentRange().outputs(for: candles)),
            Track("cci.20", .score, CommodityChannelIndex().outputs(for: candles)),
            Track("roc.10", .ratio, RateOfChange(period: 10).outputs(for: closes)),
        ] + recipes
    }

    private static func volume(_ candles: [Candle]) -> [Track] {
        let anchor = candles.last.flatMap {
            CalendarDay(year: $0.openTime.day.civil.year, month: 1, day: 1)
        }
        guard let anchor else { return [] }
        return [
            Track("obv", .amount, OnBalanceVolume().outputs(for: candles)),
            Track("mfi.14", .score, MoneyFlowIndex().outputs(for: candles)),
            Track(
                "vwap.year", .price,
                AnchoredVolumeWeightedAveragePrice(anchor: anchor.start).outputs(for: candles)),
        ]
    }
}
