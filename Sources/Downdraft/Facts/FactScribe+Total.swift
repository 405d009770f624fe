internal import Evidence
internal import Indicators
internal import Levels
internal import Market

extension FactScribe {
    /// How far the provider's index moved.
    mutating func recordTotal(_ move: TotalMove?) {
        guard let move else {
            recordAbsence(of: .cap, of: .total, .usd, .lastClose)
            return
        }
        record(
            .cap, of: .total, move.level, .usd, at: move.levelAt, .lastClose,
            from: move.levelSources)
        recordChange(move.dayLong, word: "24h", at: move.levelAt)
        recordChange(move.utcDay, word: "utcDay", at: move.levelAt)
        if window != "24h", window != "utcDay" {
            recordChange(move.window, word: window, at: move.levelAt)
        }
        record(
            Measure("bars.missing").dot(window), of: .total, move.missing.inHours, .hours,
            at: move.levelAt, .bars, from: move.hourlySources)
        recordExtreme("peak", move.peak, move)
        recordExtreme("trough", move.trough, move)
    }

    private mutating func recordChange(
        _ change: TotalMove.Change?, word: String, at observed: Timestamp
    ) {
        guard let change else {
            recordAbsence(of: .change(word), of: .total, .ratio, .changeOfCloses)
            return
        }
        record(
            .change(word), of: .total, change.ratio, .ratio, at: observed, .changeOfCloses,
            from: change.sources)
        record(
            .base(word), of: .total, change.before, .usd, at: change.beforeAt, .lastClose,
            from: change.beforeSources)
    }

    private mutating func recordExtreme(
        _ name: String, _ candle: Candle?, _ move: TotalMove
    ) {
        guard let candle else { return }
        let measure = Measure(name).dot(window)
        record(
            measure, of: .total, candle.close, .usd, at: candle.closeTime, .extremeClose,
            from: move.hourlySources)
        record(
            measure.dot("time"), of: .total, .instant(candle.closeTime), .instant,
            at: candle.closeTime, .extremeClose, from: move.hourlySources)
        record(
            measure.dot("change"), of: .total, move.level / candle.close - 1, .ratio,
            at: move.levelAt, .changeOfCloses, from: move.hourlySources + move.levelSources)
    }

    /// Where the provider's index stands technically.
    mutating func recordTechnical(
        _ state: TechnicalState, level: Double?, at observed: Timestamp?, daily: Provenance,
        live: Provenance
    ) {
        let sources = daily + live
        for average in state.averages {
            record(
                .average(days: average.days), of: .total, average.value, .usd, at: observed,
                .simpleAverage, from: sources)
            guard let level else { continue }
            record(
                Measure.average(days: average.days).dot("distance"), of: .total,
                level / average.value - 1, .ratio, at: observed, .levelMap, from: sources)
        }
        recordStrength(state, at: observed, from: sources)
        recordClosedStrength(state, from: daily)
        recordIndicators(state, from: daily)
        recordLocalHigh(state, level: level, at: observed, daily: daily, live: live)
        recordLevelMap(state.levels, of: .total, at: observed, from: sources)
    }

    private mutating func recordStrength(
        _ state: TechnicalState, at observed: Timestamp?, from sources: Provenance
    ) {
        let period = TechnicalState.strengthPeriod
        let live = Measure.relativeStrength(period)
        if let value = state.relativeStrength {
            record(live, of: .total, value, .score, at: observed, .relativeStrength, from: sources)
        } else {
            recordAbsence(of: live, of: .total, .score, .relativeStrength)
        }
        record(
            live.dot("closes"), of: .total, Double(state.closesUsed), .count, at: observed,
            .relativeStrength, from: sources)
        if let spread = state.seedSpread {
            record(
                live.dot("seedSpread"), of: .total, spread, .score, at: observed, .seedSpread,
                from: sources)
        }
    }

    private mutating func recordClosedStrength(_ state: TechnicalState, from sources: Provenance) {
        let closed = Measure.closedRelativeStrength(TechnicalState.strengthPeriod)
        for reading in state.closedReadings {
            let close = reading.day.advanced(by: 1).start
            record(
                closed, of: .total, reading.value, .score, at: close, .closedRelativeStrength,
                from: sources)
            record(
                closed.dot("day"), of: .total, .day(reading.day), .day, at: close,
                .closedRelativeStrength, from: sources)
        }
    }

    private mutating func recordIndicators(_ state: TechnicalState, from sources: Provenance) {
        // Simple averages and relative strength are written down live, and day by day, on their own.
        for reading in state.indicators.readings
        where !reading.name.hasPrefix("sma.") && !reading.name.hasPrefix("rsi.") {
            record(
                .reading(Measure(reading.name), live: false), of: .total, reading.value,
                reading.scale.unit, at: state.lastClose, .closedIndicator, from: sources)
        }
    }

    private mutating func recordLocalHigh(
        _ state: TechnicalState, level: Double?, at observed: Timestamp?, daily: Provenance,
        live: Provenance
    ) {
        guard let high = state.localHigh else { return }
        // A bar's high has no minute of its own; the bar is named by its opening.
        let day = high.day.start
        record(.localHigh, of: .total, high.value, .usd, at: day, .highestHigh, from: daily)
        record(
            Measure.localHigh.dot("day"), of: .total, .day(high.day), .day, at: day, .highestHigh,
            from: daily)
        record(
            Measure.localHigh.dot("span"), of: .total, Double(TechnicalState.highDays), .count,
            at: day, .highestHigh, from: daily)
        guard let level else { return }
        record(
            Measure.localHigh.dot("change"), of: .total, level / high.value - 1, .ratio,
            at: observed, .changeOfCloses, from: daily + live)
    }

    /// The levels nearest to a price, on either side.
    mutating func recordLevelMap(
        _ map: LevelMap?, of subject: Subject, at observed: Timestamp?, from sources: Provenance
    ) {
        guard let map else { return }
        for (rank, level) in map.below(Self.levelsShown).enumerated() {
            recordLevel(
                level, "below", rank + 1, of: subject, price: map.price, at: observed,
                from: sources)
        }
        for (rank, level) in map.above(Self.levelsShown).enumerated() {
            recordLevel(
                level, "above", rank + 1, of: subject, price: map.price, at: observed,
                from: sources)
        }
    }

    /// As many levels on either side as a reader can keep in mind.
    private static let levelsShown = 5

    private mutating func recordLevel(
        _ level: Level, _ side: String, _ rank: Int, of subject: Subject, price: Double,
        at observed: Timestamp?, from sources: Provenance
    ) {
        let measure = Measure("level.\(side).\(rank)")
        record(measure, of: subject, level.value, .usd, at: observed, .levelMap, from: sources)
        record(
            measure.dot("distance"), of: subject, level.distance(from: price), .ratio,
            at: observed, .levelMap, from: sources)
        recordText(
            measure.dot("kind"), of: subject, level.kind.title, at: observed, .levelMap,
            from: sources)
        recordText(
            measure.dot("status"), of: subject, level.status(at: price).rawValue, at: observed,
            .levelMap, from: sources)
    }
}
