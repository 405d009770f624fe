internal import Series

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What a rule would promise after each bar of a history, whether or not it goes off there, and what came of it.
///
/// - Shape: what is promised after a bar uses that bar and those before it alone; what came of it, the bars of its
///   window.
/// - Degenerate case: no promise before twenty returns are known, and none where nothing has moved.
package struct AlertOutcomes: Hashable, Sendable {
    /// The deviation of a bar's logarithm that is to be expected after each bar; `nil` where it is not known.
    package let swings: [Double?]
    /// What would be promised after each bar; `nil` where nothing can be.
    package let events: [ForecastEvent?]
    /// What came of it by the end of the history; `nil` where it is not due or the bars do not tell.
    package let outcomes: [Bool?]

    /// The promises of a rule over bars, as events of the series of a name.
    package init(_ rule: AlertRule, over bars: PriceBars, series: String) {
        let swings = Self.swings(of: bars)
        events = swings.enumerated().map { place, swing in
            swing.flatMap { Self.event(rule, bars, place, swing: $0, series: series) }
        }
        self.swings = swings
        let end = bars.openTimes.last.map { $0 + bars.interval } ?? 0
        outcomes = events.map { event in
            guard let event, event.end <= end else { return nil }
            // What bars that are missing leave open is not counted to either side.
            switch Resolution(of: event, by: bars, at: end)?.outcome {
            case .happened: return true
            case .didNotHappen: return false
            case .undecidable, nil: return nil
            }
        }
    }

    /// The volatility that is expected after each bar; a bar after a gap has no return.
    package static func swings(of bars: PriceBars) -> [Double?] {
        var estimate = ExponentialVolatility()
        var expected: Double?
        return (0..<bars.count).map { place in
            if bars.isAdjacent(place) {
                let move = log(bars.closes[place] / bars.closes[place - 1])
                if move.isFinite { expected = estimate.update(move) ?? expected }
            }
            return expected.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
        }
    }

    private static func event(
        _ rule: AlertRule, _ bars: PriceBars, _ place: Int, swing: Double, series: String
    ) -> ForecastEvent? {
        let reach = exp(rule.promise.swings * swing)
        let (price, close) = (bars.closes[place], bars.openTimes[place] + bars.interval)
        let condition: ForecastCondition =
            switch rule.promise.way {
            case .further:
                .touch(rule.side, level: rule.side == .up ? price * reach : price / reach)
            case .either: .leaves(lower: price / reach, upper: price * reach)
            }
        let start = close + bars.interval
        return ForecastEvent(
            subject: series, condition: condition, start: start,
            end: start + Int64(rule.promise.bars) * bars.interval, interval: bars.interval)
    }
}
