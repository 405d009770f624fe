internal import Evidence
internal import Market
internal import Outlook

extension FactScribe {
    /// What became of forecasts that have come due, and how good they were together.
    mutating func recordForecasts(_ sheet: ForecastSheet) {
        let counts = [
            ("due", sheet.entries.count), ("waiting", sheet.waiting),
            ("unreadable", sheet.unreadable), ("inHindsight", sheet.inHindsight.count),
            ("decided", sheet.decided.count),
        ]
        for (name, count) in counts {
            record(
                Measure("forecasts.\(name)"), of: .question, Double(count), .count,
                at: question.asOf, .forecastLedger, from: [])
        }
        for (place, entry) in sheet.entries.enumerated() { record(entry, place + 1) }
        for (group, entries) in [("inTime", sheet.decided), ("hindsight", sheet.inHindsight)] {
            for method in IssuedForecast.Method.allCases { recordScore(method, group, entries) }
        }
    }

    private mutating func record(_ entry: ForecastSheet.Entry, _ place: Int) {
        let subject = Subject("forecast:\(entry.id)")
        let measure = Measure("forecast.\(place)")
        let words = [
            ("event", entry.forecast.event.condition.canonicalText),
            ("series", entry.forecast.event.subject), ("label", entry.forecast.label),
            ("outcome", entry.resolution.outcome.title), ("id", entry.id),
        ]
        for (name, text) in words {
            recordText(
                measure.dot(name), of: subject, text, at: question.asOf, .forecastLedger,
                from: entry.sources)
        }
        let moments = [
            ("issued", entry.issued),
            ("due", Timestamp(microseconds: entry.forecast.event.end)),
        ]
        for (name, moment) in moments {
            record(
                measure.dot(name), of: subject, .instant(moment), .instant, at: nil,
                .forecastLedger, from: [])
        }
        for probability in entry.forecast.probabilities {
            record(
                measure.dot(probability.method.word), of: subject, probability.value, .ratio,
                at: nil, .forecastLedger, from: [])
        }
    }

    private mutating func recordScore(
        _ method: IssuedForecast.Method, _ group: String, _ entries: [ForecastSheet.Entry]
    ) {
        let pairs = entries.compactMap { entry in
            entry.forecast.probability(method).map {
                ($0, entry.resolution.outcome == .happened)
            }
        }
        guard
            let score = BinnedBrierScore(forecasts: pairs.map(\.0), outcomes: pairs.map(\.1))
        else { return }
        let subject = Subject("method:\(method.rawValue)")
        let parts: [(String, Double?, Unit)] = [
            ("count", Double(score.count), .count), ("brier", score.score, .coefficient),
            ("reliability", score.reliability, .coefficient),
            ("resolution", score.resolution, .coefficient),
            ("uncertainty", score.uncertainty, .coefficient),
            (
                "log", LogScore.mean(forecasts: pairs.map(\.0), outcomes: pairs.map(\.1)),
                .coefficient
            ),
            ("skill", score.uncertainty > 0 ? 1 - score.score / score.uncertainty : nil, .ratio),
        ]
        recordText(
            Measure("score.\(group).name"), of: subject, method.title, at: question.asOf,
            .forecastLedger, from: [])
        for (name, value, unit) in parts {
            guard let value else { continue }
            record(
                Measure("score.\(group).\(name)"), of: subject, value, unit, at: question.asOf,
                .forecastLedger, from: [])
        }
    }
}

extension Resolution.Outcome {
    /// The outcome for readers.
    var title: String {
        switch self {
        case .happened: "happened"
        case .didNotHappen: "did not happen"
        case .undecidable: "undecidable: bars are missing"
        }
    }
}
