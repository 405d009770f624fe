internal import Indicators
internal import Levels
internal import Market
internal import Series

/// Where the index stands technically, on daily bars with today's unfinished bar as the last.
struct TechnicalState {
    /// A reading of an indicator at the close of a day.
    struct Reading {
        let day: CalendarDay
        let value: Double
    }

    /// Simple averages by their days; the live level is the last value.
    let averages: [(days: Int, value: Double)]
    /// Wilder's index with the live level as the last close; `nil` while warming up.
    let relativeStrength: Double?
    /// How much `relativeStrength` owes to where the history begins.
    let seedSpread: Double?
    /// How many closes it was computed from, the live level included.
    let closesUsed: Int
    /// Wilder's index at the close of the last days, latest first.
    let closedReadings: [Reading]
    /// The highest high of the last closed days, with its day.
    let localHigh: Reading?
    /// What the usual indicators read at the last closed day.
    let indicators: IndicatorReadings
    /// When that day closed.
    let lastClose: Timestamp?
    /// Levels around the live level.
    let levels: LevelMap?
    /// The bars that the chart shows, and the indicators at each of their closes.
    let chart: ChartHistory

    /// The days of history that the local high looks at.
    static let highDays = 30
    static let averageDays = [50, 100]
    static let strengthPeriod = 14
    private static let closedReadingCount = 10

    /// Reads the state; only bars closed by the as-of are in `daily`.
    init(daily: CandleSeries, hourly: CandleSeries, live: Double?, today: CalendarDay) {
        // A day that has closed is not live any more: its own bar speaks for it.
        let liveClose = daily.candles.last.map { $0.openTime.day >= today } == true ? nil : live
        let closes = daily.closes + (liveClose.map { [$0] } ?? [])
        let unfinished = liveClose.flatMap { _ in ChartState.unfinished(today, of: hourly) }
        let strengths = RelativeStrengthIndex(period: Self.strengthPeriod).outputs(for: closes)
        averages = Self.averageDays.compactMap { days in
            (SimpleMovingAverage(period: days).outputs(for: closes).last ?? nil)
                .map { (days, $0) }
        }
        relativeStrength = strengths.last ?? nil
        seedSpread = Indicators.seedSpread(
            of: RelativeStrengthIndex(period: Self.strengthPeriod), period: Self.strengthPeriod,
            values: closes)
        closesUsed = closes.count
        closedReadings = zip(daily.candles, strengths).reversed().prefix(Self.closedReadingCount)
            .compactMap { candle, strength in
                strength.map { Reading(day: candle.openTime.day, value: $0) }
            }
        indicators = IndicatorReadings(daily.candles)
        lastClose = daily.candles.last?.closeTime
        localHigh = Self.highest(of: daily, before: today)
        chart = ChartHistory(daily.candles + (unfinished.map { [$0] } ?? []))
        let named = Self.levels(averages: averages, localHigh: localHigh)
        levels = live.map { price in
            LevelMap(price: price, levels: named + Level.roundNumbers(around: price))
        }
    }

    private static func highest(of daily: CandleSeries, before today: CalendarDay) -> Reading? {
        let first = today.advanced(by: -highDays).start
        return daily.candles(in: TimeRange(from: first, to: today.start))
            .max { ($0.high, $1.openTime) < ($1.high, $0.openTime) }
            .map { Reading(day: $0.openTime.day, value: $0.high) }
    }

    private static func levels(
        averages: [(days: Int, value: Double)], localHigh: Reading?
    ) -> [Level] {
        averages.map { Level(kind: .average(days: $0.days), value: $0.value) }
            + (localHigh.map { [Level(kind: .high(days: highDays), value: $0.value)] } ?? [])
    }
}

/// The daily bars a chart shows, today's unfinished one last, with the indicators at each close.
struct ChartHistory {
    let candles: [Candle]
    let averages: [(days: Int, values: [Double?])]
    let strengths: [Double?]

    private static let shownDays = 100

    /// Computes over all bars, and shows the last.
    init(_ all: [Candle], averageDays: [Int] = TechnicalState.averageDays) {
        let closes = all.map(\.close)
        let shown = max(0, all.count - Self.shownDays)
        candles = Array(all[shown...])
        averages = averageDays.map { days in
            (days, Array(SimpleMovingAverage(period: days).outputs(for: closes)[shown...]))
        }
        let strengths = RelativeStrengthIndex(period: TechnicalState.strengthPeriod)
            .outputs(for: closes)
        self.strengths = Array(strengths[shown...])
    }
}
