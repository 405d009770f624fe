internal import Market
internal import Series

/// Bars, and the sources they came from.
struct SourcedSeries {
    let series: CandleSeries
    let sources: Provenance
}

/// How far a provider's index of the whole market moved, from its finished bars.
struct TotalMove {
    /// One change: what it is measured against, and when that was.
    struct Change {
        let before: Double
        let beforeAt: Timestamp
        let ratio: Double
        /// Where the earlier level and the last one came from.
        let sources: Provenance
        /// Where the earlier level came from.
        let beforeSources: Provenance
    }

    /// The last level known, and when it was so.
    let level: Double
    let levelAt: Timestamp
    let levelSources: Provenance
    /// Over the last 24 hours, from hourly bars.
    let dayLong: Change?
    /// Since the last midnight UTC, from the closed daily bar.
    let utcDay: Change?
    /// Over the window of the question.
    let window: Change?
    /// The highest hourly close in the window, from which the move is dated.
    let peak: Candle?
    /// The lowest hourly close in the window.
    let trough: Candle?
    /// How long hourly bars are missing within the window, between the first and the last there are.
    let missing: TimeSpan
    /// Where `peak`, `trough` and `missing` came from.
    let hourlySources: Provenance

    /// Measures; `nil` where no bar had closed by the as-of.
    init?(daily: SourcedSeries, hourly: SourcedSeries, question: Question) {
        let asOf = question.asOf
        let candidates = [daily, hourly].compactMap { sourced in
            sourced.series.lastClosed(at: asOf).map { (candle: $0, sources: sourced.sources) }
        }
        guard
            let last = candidates.max(by: { $0.candle.closeTime < $1.candle.closeTime })
        else { return nil }
        let level = last.candle.close
        let levelAt = last.candle.closeTime
        self.level = level
        self.levelAt = levelAt
        levelSources = last.sources
        hourlySources = hourly.sources

        // A level seen long before the as-of does not say how far the market moved until then.
        let isFresh = asOf - levelAt <= PriceBoard.staleAfter
        func change(since start: Timestamp, in base: SourcedSeries) -> Change? {
            guard isFresh, levelAt > start,
                let before = base.series.lastClosed(at: start, within: PriceBoard.staleAfter)
            else { return nil }
            return Change(
                before: before.close, beforeAt: before.closeTime, ratio: level / before.close - 1,
                sources: base.sources + last.sources, beforeSources: base.sources)
        }
        func midnight(_ start: Timestamp) -> Change? {
            change(since: start, in: daily) ?? change(since: start, in: hourly)
        }
        dayLong = change(since: asOf - .day, in: hourly) ?? change(since: asOf - .day, in: daily)
        utcDay = midnight(Question.Window.utcDay.start(asOf: asOf))
        switch question.window {
        case .utcDay: window = utcDay
        case .rolling: window = change(since: question.range.start, in: hourly)
        }
        // A bar that closes at the window's start belongs to it: the move is measured from there.
        let seen = TimeRange(from: question.range.start - .hour, to: asOf)
        missing = hourly.series.gaps.reduce(TimeSpan(microseconds: 0)) { sum, gap in
            let start = max(gap.start, question.range.start)
            let end = min(gap.end, asOf)
            return start < end
                ? TimeSpan(microseconds: sum.microseconds + (end - start).microseconds) : sum
        }
        peak = hourly.series.highestClose(in: seen)
        trough = hourly.series.lowestClose(in: seen)
    }
}

extension Question.Window {
    /// The start of the window that ends at an as-of.
    func start(asOf: Timestamp) -> Timestamp {
        Question(asOf: asOf, window: self)?.range.start ?? asOf
    }
}
