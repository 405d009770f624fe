/// What became of a forecast.
package struct Resolution: Hashable, Codable, Sendable {
    /// Whether it came true.
    package enum Outcome: String, Hashable, Codable, CaseIterable, Sendable {
        /// It did.
        case happened
        /// It did not.
        case didNotHappen = "did-not-happen"
        /// Bars are missing, and those that are there do not decide.
        case undecidable
    }

    /// Whether it came true.
    package let outcome: Outcome
    /// When that was settled, in microseconds since 1970 UTC.
    package let resolvedAt: Int64
    /// When the bar opens that decided it; `nil` where it took all bars, or none did.
    package let decidingBar: Int64?
    /// How many bars of the window are missing.
    package let missingBars: Int

    /// Resolves an event by bars, as of an instant; `nil` while it is not due.
    ///
    /// A pure function of the bars within the window that had closed by `instant`. It is due when the window
    /// has closed, even where a bar has decided it before: what comes true is known early and what does not is
    /// known late, and a score of what is known so far would favour the former. With bars missing it waits until
    /// `patience` after the end for them to arrive; then what the bars that are there prove is kept, and all else
    /// is undecidable: absent is not zero.
    package init?(
        of event: ForecastEvent, by bars: PriceBars, at instant: Int64, patience: Int64 = 0
    ) {
        guard bars.interval == event.interval, instant >= event.end else { return nil }
        let first = bars.firstIndex(openingFrom: event.firstOpening)
        let last = bars.firstIndex(openingFrom: event.end - event.interval + 1)
        let missing = event.expectedBars - (last - first)
        let waited = instant.subtractingReportingOverflow(event.end)
        guard missing == 0 || waited.overflow || waited.partialValue >= patience else {
            return nil
        }
        var watch = EventWatch(event.condition)
        var decidingBar: Int64?
        var expected = event.firstOpening
        var isWhole = true
        for index in first..<last where decidingBar == nil {
            if bars.openTimes[index] != expected { isWhole = false }
            expected = bars.openTimes[index] + bars.interval
            // Two closes in a row are in a row only without a gap, so after one it starts afresh.
            if !isWhole, !event.condition.survivesGaps { break }
            watch.update(
                high: bars.highs[index], low: bars.lows[index], close: bars.closes[index])
            if watch.isDecided { decidingBar = bars.openTimes[index] }
        }
        missingBars = missing
        resolvedAt = instant
        self.decidingBar = decidingBar
        if decidingBar == nil, missing > 0 {
            outcome = .undecidable
        } else {
            outcome = watch.outcome ? .happened : .didNotHappen
        }
    }
}

extension ForecastCondition {
    /// Whether one bar can decide it by itself, whatever happened in bars that are missing before it.
    var survivesGaps: Bool {
        switch self {
        case .touch, .close, .leaves: true
        case .breaks, .breaksThenTouches, .breaksThenReturns, .holds: false
        }
    }
}
