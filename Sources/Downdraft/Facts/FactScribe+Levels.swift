internal import Evidence
internal import Levels
internal import Market
internal import Series

extension FactScribe {
    /// The levels of a chart, what became of its averages and lines, and the studies behind the words.
    mutating func recordLevels(
        _ state: LevelState, of subject: Subject, since: Timestamp?, from sources: Provenance
    ) {
        if let range = state.averageRange {
            record(
                "atr.14", of: subject, range, .usd, at: state.next, .closedIndicator,
                from: sources)
        }
        if let sigma = state.sigma {
            record(
                "volatility.daily", of: subject, sigma, .ratio, at: state.next,
                .exponentialVolatility, from: sources)
        }
        recordLevelMap(state.map, of: subject, at: state.observedAt, from: sources)
        for (place, zone) in state.zones.enumerated() {
            recordZone(zone, place + 1, state, of: subject, from: sources)
        }
        for average in state.averages {
            recordAverage(average, state, of: subject, since: since, from: sources)
        }
        recordLine("support", state.supportLine, state, of: subject, from: sources)
        recordLine("resistance", state.resistanceLine, state, of: subject, from: sources)
        for (detector, study) in state.studies {
            recordStudy(study, detector, of: subject, at: state.next, from: sources)
        }
    }

    private mutating func recordZone(
        _ zone: LevelZone, _ rank: Int, _ state: LevelState, of subject: Subject,
        from sources: Provenance
    ) {
        let measure = Measure("zone.\(rank)")
        let at = state.observedAt
        func put(_ name: String, _ value: Double?, _ unit: Unit) {
            guard let value else { return }
            record(measure.dot(name), of: subject, value, unit, at: at, .levelZones, from: sources)
        }
        record(
            measure, of: subject, zone.value, .usd, low: zone.low, high: zone.high, at: at,
            .levelZones, from: sources)
        put("distance", zone.distance, .ratio)
        put("distance.ranges", zone.distanceInRanges, .coefficient)
        put("distance.sigmas", zone.distanceInSigmas, .coefficient)
        put("strength", zone.strength, .coefficient)
        put("touches", zone.touches > 0 ? Double(zone.touches) : nil, .count)
        if let touch = zone.lastTouch {
            record(
                measure.dot("lastTouch"), of: subject, .day(touch.day), .day, at: touch,
                .levelZones, from: sources)
        }
        if let strongest = zone.kinds.first {
            recordText(
                measure.dot("name"), of: subject, strongest.shortTitle, at: at, .levelZones,
                from: sources)
        }
        var seen: Set<String> = []
        let kinds = zone.kinds.map(\.title).filter { seen.insert($0).inserted }
        recordText(
            measure.dot("kinds"), of: subject, kinds.joined(separator: ", "), at: at,
            .levelZones, from: sources)
        recordText(
            measure.dot("status"), of: subject, Self.word(for: zone, state), at: at, .bounceStudy,
            from: sources)
    }

    /// `support` and `resistance` are claims, and need a method that beats chance; else only the side is said.
    private static func word(for zone: LevelZone, _ state: LevelState) -> String {
        let isProven = zone.kinds.contains { state.supports($0.detector) }
        switch zone.status {
        case .testing: return "testing"
        case .below: return isProven ? "support" : "below"
        case .above: return isProven ? "resistance" : "above"
        }
    }

    private mutating func recordAverage(
        _ average: LevelState.AverageState, _ state: LevelState, of subject: Subject,
        since: Timestamp?, from sources: Provenance
    ) {
        let measure = Measure("break.sma.\(average.days)")
        func text(_ name: String, _ text: String, _ at: Timestamp) {
            recordText(measure.dot(name), of: subject, text, at: at, .breakRules, from: sources)
        }
        record(
            measure, of: subject, average.value, .usd, at: state.next, .simpleAverage,
            from: sources)
        record(
            measure.dot("band"), of: subject, average.reading.band, .usd, at: state.next,
            .breakRules, from: sources)
        text(
            "standing",
            average.reading.isTesting ? "testing" : average.reading.standing.title, state.next)
        if let last = average.lastEvent {
            let close = last.day.advanced(by: 1).start
            text("event", last.event.title, close)
            record(
                measure.dot("event.day"), of: subject, .day(last.day), .day, at: close,
                .breakRules, from: sources)
        }
        guard let held = average.held, let since else { return }
        for (name, count) in [
            ("days", held.bars), ("closesAbove", held.closesAbove), ("touches", held.touches),
        ] {
            record(
                Measure("held.sma.\(average.days)").dot(name), of: subject, Double(count), .count,
                at: state.next, .heldSince, from: sources)
        }
        record(
            "held.since", of: subject, .day(since.day), .day, at: state.next, .heldSince,
            from: sources)
    }

    private mutating func recordLine(
        _ name: String, _ line: Result<TrendLine, TrendLine.Refusal>, _ state: LevelState,
        of subject: Subject, from sources: Provenance
    ) {
        let measure = Measure("line.\(name)")
        switch line {
        case .failure(let refusal):
            recordText(
                measure.dot("refusal"), of: subject, refusal.title, at: state.next, .trendLine,
                from: sources)
        case .success(let line):
            func put(_ part: Measure, _ value: Double, _ unit: Unit) {
                record(part, of: subject, value, unit, at: state.next, .trendLine, from: sources)
            }
            put(measure, line.value(at: state.next), .usd)
            put(measure.dot("touches"), Double(line.touches.count), .count)
            put(measure.dot("perDay"), line.slope / state.price, .ratio)
            record(
                measure.dot("anchor"), of: subject, .day(line.anchor.openTime.day), .day,
                at: line.anchor.openTime, .trendLine, from: sources)
        }
    }

    private mutating func recordStudy(
        _ study: BounceStudy, _ detector: LevelDetector, of subject: Subject, at: Timestamp,
        from sources: Provenance
    ) {
        let measure = Measure("study.\(detector.rawValue)")
        func put(
            _ name: String, _ value: Double?, _ unit: Unit, low: Double? = nil, high: Double? = nil
        ) {
            guard let value else { return }
            record(
                measure.dot(name), of: subject, value, unit, low: low, high: high, at: at,
                .bounceStudy, from: sources, standing: low == nil ? .measured : .simulated)
        }
        recordText(
            measure.dot("method"), of: subject, detector.title, at: at, .bounceStudy, from: sources)
        put("hits", Double(study.hits), .count)
        put("rate", study.rate, .ratio)
        put("placebo", study.placeboRate, .ratio, low: study.placeboLow, high: study.placeboHigh)
        put("p", study.pValue, .coefficient)
        put("sets", Double(study.rule.sets), .count)
        recordText(
            measure.dot("verdict"), of: subject,
            study.supports ? "more than chance" : "no more than chance", at: at,
            .bounceStudy, from: sources)
    }
}
