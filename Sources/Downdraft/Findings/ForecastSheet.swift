internal import Market
internal import Outlook
internal import Series
internal import Store

/// Forecasts as they were issued, with what became of those that have come due.
struct ForecastSheet {
    /// A forecast that has come due.
    struct Entry {
        let id: String
        let issued: Timestamp
        let forecast: IssuedForecast
        let resolution: Resolution
        let sources: Provenance

        /// Whether it was written down before its window began; one that was not is worth nothing as proof.
        var isInTime: Bool { issued.microseconds <= forecast.event.firstOpening }
    }

    /// Those that have come due, by when, then by name.
    let entries: [Entry]
    /// How many are not due yet.
    let waiting: Int
    /// How many are not what was issued, or speak of bars that are gone.
    let unreadable: Int

    /// How long bars that are missing are waited for.
    private static let patience = TimeSpan.days(7)

    /// Resolves stored forecasts by the bars known at an instant.
    init(_ stored: [StoredForecast], at instant: Timestamp, from snapshot: StoreSnapshot) throws {
        var bars: [String: (bars: PriceBars, sources: Provenance)] = [:]
        let instruments = try snapshot.instruments().rows
        var entries: [Entry] = []
        var (waiting, unreadable) = (0, 0)
        for row in stored {
            guard let forecast = row.forecast else {
                unreadable += 1
                continue
            }
            guard row.due <= instant else {
                waiting += 1
                continue
            }
            if bars[row.subject] == nil {
                bars[row.subject] = try Self.bars(row.subject, instruments, instant, snapshot)
            }
            guard let found = bars[row.subject] else {
                unreadable += 1
                continue
            }
            let resolution = Resolution(
                of: forecast.event, by: found.bars, at: instant.microseconds,
                patience: Self.patience.microseconds)
            guard let resolution else {
                waiting += 1
                continue
            }
            entries.append(
                Entry(
                    id: row.id, issued: row.issued, forecast: forecast, resolution: resolution,
                    sources: found.sources))
        }
        self.entries = entries
        self.waiting = waiting
        self.unreadable = unreadable
    }

    /// The daily bars of a series as prices of one coin.
    private static func bars(
        _ subject: String, _ instruments: [Instrument], _ instant: Timestamp,
        _ snapshot: StoreSnapshot
    ) throws -> (bars: PriceBars, sources: Provenance)? {
        let series = SeriesID(subject)
        let coins = instruments.first { $0.series == series }?.coinsPerPrice ?? 1
        let found = try snapshot.candles(
            series: series, interval: .day,
            range: TimeRange(from: instant - DayInputs.history, to: instant))
        let candles = found.rows.map { $0.priced(coins: coins) }.filter(\.isConsistent)
        return PriceBars(candles).map { ($0, found.sources) }
    }

    /// What became of those issued in time that were decided.
    var decided: [Entry] {
        entries.filter { $0.isInTime && $0.resolution.outcome != .undecidable }
    }

    /// The same of those written down when their window had begun.
    var inHindsight: [Entry] {
        entries.filter { !$0.isInTime && $0.resolution.outcome != .undecidable }
    }
}
