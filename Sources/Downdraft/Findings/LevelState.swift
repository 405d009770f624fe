#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif
internal import Indicators
internal import Levels
internal import Market
internal import Series

/// The levels of a chart: where they lie, what became of them, and whether prices turn at their kind more
/// often than at prices drawn by chance.
struct LevelState {
    /// What became of a moving average.
    struct AverageState {
        let days: Int
        let value: Double
        let reading: LevelBreak.Reading
        /// The last thing that happened to it, and on which day.
        let lastEvent: (event: LevelBreak.Event, day: CalendarDay)?
        /// How it fared since the moment asked about; `nil` where none was.
        let held: HeldSince?
    }

    let price: Double
    let observedAt: Timestamp
    /// Wilder's average true range of 14 days, at the last closed day.
    let averageRange: Double?
    /// The volatility expected of the next day, as a ratio.
    let sigma: Double?
    /// Levels merged where they overlap, from the highest to the lowest.
    let zones: [LevelZone]
    /// The levels each by itself.
    let map: LevelMap
    /// The studies, by the name of the method.
    let studies: [(detector: LevelDetector, study: BounceStudy)]
    let averages: [AverageState]
    /// The best line along swing lows, or why there is none.
    let supportLine: Result<TrendLine, TrendLine.Refusal>
    /// The best line along swing highs, or why there is none.
    let resistanceLine: Result<TrendLine, TrendLine.Refusal>
    /// The days whose opening lines are read at: the day after the last closed one.
    let next: Timestamp

    static let averageDays = [20, 50, 100, 200]

    /// Reads a chart; `nil` before its first bar. `since` limits trend lines and asks how averages held.
    init?(_ chart: ChartState, hasVolume: Bool, since: Timestamp? = nil) {
        guard let last = chart.last else { return nil }
        let closed = chart.daily.candles
        let ranges = AverageTrueRange(period: 14).outputs(for: closed)
        let volatility = Self.volatility(closed)
        let closes = closed.map(\.close)
        let lines = Self.averageDays.map {
            (days: $0, values: SimpleMovingAverage(period: $0).outputs(for: closes))
        }
        price = last.close
        observedAt = last.closeTime
        averageRange = ranges.last ?? nil
        sigma = volatility.last ?? nil
        next = closed.last?.closeTime ?? last.openTime
        supportLine = TrendLine.best(
            .low, in: closed, averageRange: ranges, anchoredFrom: since)
        resistanceLine = TrendLine.best(
            .high, in: closed, averageRange: ranges, anchoredFrom: since)
        averages = lines.compactMap { line in
            Self.state(line.days, line.values, closed, ranges, since: since)
        }
        let studied = Self.studies(closed, ranges, volatility, lines.map(\.values), hasVolume)
        studies = studied.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
        let found = Self.found(chart, ranges, hasVolume, [supportLine, resistanceLine])
        map = LevelMap(price: price, levels: found.map(\.level))
        zones = LevelMap.zones(
            around: price, of: found, averageRange: averageRange, sigma: sigma)
    }

    /// Whether a method may call its levels support and resistance.
    func supports(_ detector: LevelDetector) -> Bool {
        studies.first { $0.detector == detector }?.study.supports ?? false
    }

    private static func volatility(_ candles: [Candle]) -> [Double?] {
        var expected = ExponentialVolatility()
        return candles.indices.map { place in
            place > 0 ? expected.update(log(candles[place].close / candles[place - 1].close)) : nil
        }
    }

    private static func state(
        _ days: Int, _ values: [Double?], _ candles: [Candle], _ ranges: [Double?],
        since: Timestamp?
    ) -> AverageState? {
        let readings = LevelBreak.readings(of: candles, level: values, averageRange: ranges)
        guard let reading = readings.last ?? nil, let value = values.last ?? nil else {
            return nil
        }
        let last = zip(candles, readings).reversed().lazy.compactMap { candle, reading in
            (reading?.event).map { (event: $0, day: candle.openTime.day) }
        }
        .first
        let held = since.map {
            HeldSince(candles, line: values, averageRange: ranges, since: $0)
        }
        return AverageState(
            days: days, value: value, reading: reading, lastEvent: last, held: held)
    }
}

extension LevelState {
    /// The seed of the placebo levels: any will do, and the same question must have the same answer.
    private static let seed: UInt64 = 0x6464_6674

    private static func studies(
        _ candles: [Candle], _ ranges: [Double?], _ volatility: [Double?],
        _ averages: [[Double?]], _ hasVolume: Bool
    ) -> [LevelDetector: BounceStudy] {
        let bars = StudyBars(candles, volatility: volatility)
        var levels: [(LevelDetector, [[Double]])] = [
            (.average, LevelWalk.lines(averages, bars: candles.count)),
            (.extreme, LevelWalk.extremes(candles)),
            (.floorPivot, LevelWalk.floorPivots(candles)),
            (.priorPeriod, LevelWalk.priorPeriods(candles)),
            (.roundNumber, LevelWalk.roundNumbers(candles)),
            (.swing, LevelWalk.swingZones(candles, averageRange: ranges)),
        ]
        if hasVolume { levels.append((.volumeProfile, LevelWalk.volumeProfile(candles))) }
        var studies: [LevelDetector: BounceStudy] = [:]
        for (detector, levels) in levels {
            var generator = DeterministicGenerator(seed: seed)
            studies[detector] = BounceStudy(bars, levels: levels, using: &generator)
        }
        return studies
    }

    /// Every level that a method finds, with today's unfinished bar in the averages.
    private static func found(
        _ chart: ChartState, _ ranges: [Double?], _ hasVolume: Bool,
        _ lines: [Result<TrendLine, TrendLine.Refusal>]
    ) -> [FoundLevel] {
        guard let last = chart.last else { return [] }
        let closed = chart.daily.candles
        let swings = SwingPivots.all(in: closed)
        let zones = ranges.last.flatMap { $0 }.map { range in
            FoundLevel.zones(
                PivotZones(
                    swings, at: last.closeTime, halfLife: .days(90), bandwidth: 0.5 * range))
        }
        let pivots = closed.last.flatMap {
            FloorPivots(high: $0.high, low: $0.low, close: $0.close)
        }
        let profile = hasVolume ? VolumeProfile(of: closed.suffix(60), bins: 50) : nil
        let next = closed.last?.closeTime ?? last.openTime
        let periods = FoundLevel.parts(of: PriorPeriods(closed), at: last.closeTime)
        let standing = lines.compactMap { try? $0.get() }
            .filter { $0.value(at: next) > 0 }.map { FoundLevel.line($0, at: next) }
        return averages(chart.liveCandles) + extremes(closed)
            + FoundLevel.roundNumbers(around: last.close) + (zones ?? [])
            + (pivots.map(FoundLevel.marks) ?? []) + (profile.map(FoundLevel.marks) ?? [])
            + periods + standing
    }

    private static func averages(_ candles: [Candle]) -> [FoundLevel] {
        let closes = candles.map(\.close)
        let simple = averageDays.compactMap { days in
            (SimpleMovingAverage(period: days).outputs(for: closes).last ?? nil)
                .map { FoundLevel(Level(kind: .average(days: days), value: $0)) }
        }
        let exponential = averageDays.compactMap { days in
            (ExponentialMovingAverage(period: days).outputs(for: closes).last ?? nil)
                .map { FoundLevel(Level(kind: .exponentialAverage(days: days), value: $0)) }
        }
        return simple + exponential
    }

    private static func extremes(_ candles: [Candle]) -> [FoundLevel] {
        let recent = candles.suffix(TechnicalState.highDays)
        let found: [(Level.Kind, PriceExtreme?)] = [
            (.high(days: TechnicalState.highDays), PriceExtreme(.high, of: recent)),
            (.low(days: TechnicalState.highDays), PriceExtreme(.low, of: recent)),
            (.highestOfHistory, PriceExtreme(.high, of: candles)),
            (.lowestOfHistory, PriceExtreme(.low, of: candles)),
        ]
        return found.compactMap { kind, extreme in
            extreme.map {
                FoundLevel(
                    Level(kind: kind, value: $0.price), touches: 1, lastTouch: $0.day.start)
            }
        }
    }
}
