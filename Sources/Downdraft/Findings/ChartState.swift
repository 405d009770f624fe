internal import Market
internal import Series

/// A chart on daily bars with today's unfinished bar, as far as the hours have come.
struct ChartState {
    /// The closed days.
    let daily: CandleSeries
    /// The closed hours of the last days.
    let hourly: CandleSeries
    /// The last price or level known; `nil` where no bar had closed.
    let last: Candle?
    /// Today's bar so far; `nil` where its day has closed or no hour of it has.
    let unfinished: Candle?

    /// Arranges bars known at an as-of.
    init(daily: CandleSeries, hourly: CandleSeries, asOf: Timestamp) {
        self.daily = daily
        self.hourly = hourly
        last = [daily, hourly].compactMap { $0.lastClosed(at: asOf) }
            .max { $0.closeTime < $1.closeTime }
        let today = last.map { ($0.closeTime - TimeSpan(microseconds: 1)).day }
        let isClosed = daily.candles.last.map { $0.openTime.day } == today
        unfinished = isClosed ? nil : today.flatMap { Self.unfinished($0, of: hourly) }
    }

    /// The closed days, and today as far as it has come.
    var liveCandles: [Candle] { daily.candles + (unfinished.map { [$0] } ?? []) }

    /// A day's bar as far as it has come, from the hours that have closed.
    static func unfinished(_ day: CalendarDay, of hourly: CandleSeries) -> Candle? {
        let hours = hourly.candles(in: TimeRange(from: day.start, to: day.start + .day))
        guard let first = hours.first, let last = hours.last else { return nil }
        let volumes = hours.compactMap(\.volume)
        return Candle(
            openTime: day.start, interval: .day, open: first.open,
            high: hours.reduce(first.high) { max($0, $1.high) },
            low: hours.reduce(first.low) { min($0, $1.low) }, close: last.close,
            volume: volumes.count == hours.count ? volumes.compensatedSum : nil)
    }
}
