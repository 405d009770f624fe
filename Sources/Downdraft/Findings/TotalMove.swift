internal import Market
internal import Series

/// How far a provider's index of the whole market moved, from its finished bars.
struct TotalMove {
    /// One change: what it is measured against, and when that was.
    struct Change {
        let before: Double
        let beforeAt: Timestamp
        let ratio: Double
    }

    /// The last level known, and when it was so.
    let level: Double
    let levelAt: Timestamp
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

    /// Measures; `nil` where no bar had closed by the as-of.
    init?(daily: CandleSeries, hourly: CandleSeries, question: Question) {
        let asOf = question.asOf
        let candidates = [daily.lastClosed(at: asOf), hourly.lastClosed(at: asOf)]
        guard
            let last = candidates.compactMap({ $0 }).max(by: { $0.closeTime < $1.closeTime })
        else { return nil }
        level = last.close
        levelAt = last.closeTime

        func change(since start: Timestamp, in series: CandleSeries) -> Change? {
            guard let base = series.lastClosed(at: start, within: PriceBoard.staleAfter),
                last.closeTime > start
            else { return nil }
            return Change(
                before: base.close, beforeAt: base.closeTime, ratio: last.close / base.close - 1)
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
        peak = hourly.highestClose(in: seen)
        trough = hourly.lowestClose(in: seen)
    }
}

extension Question.Window {
    /// The start of the window that ends at an as-of.
    func start(asOf: Timestamp) -> Timestamp {
        Question(asOf: asOf, window: self)?.range.start ?? asOf
    }
}
