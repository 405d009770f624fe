internal import Series

/// Forecasts that were issued, with what became of those that have come due.
///
/// A forecast is in it once: one with the same canonical text is the same forecast. Nothing is ever taken out or
/// changed, and a resolution is written once.
package struct ForecastLedger: Hashable, Codable, Sendable {
    /// A forecast with its resolution, if it has one.
    package struct Entry: Hashable, Codable, Sendable {
        /// The forecast.
        package let forecast: IssuedForecast
        /// What became of it; `nil` while it is not due.
        package internal(set) var resolution: Resolution?
    }

    /// How good a method's resolved forecasts were.
    package struct Score: Hashable, Codable, Sendable {
        /// The method.
        package let method: IssuedForecast.Method
        /// The Brier score with its parts, in ten bins.
        package let brier: BinnedBrierScore
        /// The log score in nats.
        package let logScore: Double
        /// One less the Brier score over that of the closed form on the forecasts that have both; `nil` where
        /// none has, or the closed form was perfect.
        package let skillAgainstClosedForm: Double?
    }

    /// The forecasts, in the order they were added.
    package private(set) var entries: [Entry] = []

    /// An empty ledger.
    package init() {}

    /// A ledger of entries that were stored; of those with one canonical text the first is kept.
    package init(_ entries: [Entry]) {
        var seen: Set<String> = []
        self.entries = entries.filter { seen.insert($0.forecast.canonicalText).inserted }
    }

    /// Adds forecasts; answers how many of them were new.
    package mutating func add(_ forecasts: [IssuedForecast]) -> Int {
        var seen = Set(entries.map(\.forecast.canonicalText))
        let new = forecasts.filter { seen.insert($0.canonicalText).inserted }
        entries += new.map { Entry(forecast: $0, resolution: nil) }
        return new.count
    }

    /// The forecasts whose time is over and that have no resolution.
    package func due(at instant: Int64) -> [IssuedForecast] {
        entries.filter { $0.resolution == nil && $0.forecast.event.end <= instant }.map(\.forecast)
    }

    /// Resolves what has come due; answers how many forecasts were.
    ///
    /// `bars` gives the bars of a series by its name and their length, as known at `instant`; see `Resolution` for
    /// `patience`.
    package mutating func resolve(
        at instant: Int64, patience: Int64 = 0, bars: (String, Int64) -> PriceBars?
    ) -> Int {
        var resolved = 0
        for index in entries.indices where entries[index].resolution == nil {
            let event = entries[index].forecast.event
            guard event.end <= instant, let history = bars(event.subject, event.interval),
                let resolution = Resolution(
                    of: event, by: history, at: instant, patience: patience)
            else { continue }
            entries[index].resolution = resolution
            resolved += 1
        }
        return resolved
    }

    /// How good the forecasts of each method were that were decided, in the order of the methods; a method
    /// without one is left out, and so are forecasts in hindsight unless they are asked for.
    package func scores(includingHindsight: Bool = false) -> [Score] {
        scores { includingHindsight || !$0.isHindsight }
    }

    /// The same of those forecasts alone that are chosen, such as one kind's.
    package func scores(where isChosen: (IssuedForecast) -> Bool) -> [Score] {
        let decided = decided(where: isChosen).map { entry in
            (forecast: entry.forecast, outcome: entry.resolution?.outcome == .happened)
        }
        return IssuedForecast.Method.allCases.compactMap { Self.score($0, decided) }
    }

    /// The forecasts that are chosen, have come due and were decided.
    package func decided(where isChosen: (IssuedForecast) -> Bool) -> [Entry] {
        entries.filter { entry in
            entry.resolution.map { $0.outcome != .undecidable } == true && isChosen(entry.forecast)
        }
    }

    private static func score(
        _ method: IssuedForecast.Method, _ decided: [(forecast: IssuedForecast, outcome: Bool)]
    ) -> Score? {
        let cases = decided.filter { $0.forecast.probability(method) != nil }
        let forecasts = cases.compactMap { $0.forecast.probability(method) }
        let outcomes = cases.map(\.outcome)
        guard let brier = BinnedBrierScore(forecasts: forecasts, outcomes: outcomes),
            let logScore = LogScore.mean(forecasts: forecasts, outcomes: outcomes)
        else { return nil }
        let both = cases.compactMap { entry -> (Double, Double)? in
            guard let own = entry.forecast.probability(method),
                let other = entry.forecast.probability(.closedForm)
            else { return nil }
            let outcome = entry.outcome ? 1.0 : 0
            return ((own - outcome) * (own - outcome), (other - outcome) * (other - outcome))
        }
        let base = both.map(\.1).compensatedSum
        return Score(
            method: method, brier: brier, logScore: logScore,
            skillAgainstClosedForm: base > 0 ? 1 - both.map(\.0).compensatedSum / base : nil)
    }
}
