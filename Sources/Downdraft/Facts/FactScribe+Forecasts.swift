internal import Catalysts
internal import Evidence
internal import Market
internal import Outlook
internal import Store

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension FactScribe {
    /// What became of statements that have come due, and how good they were together, each kind apart.
    mutating func recordForecasts(_ sheet: ForecastSheet) {
        let due = sheet.due
        let counts = [
            ("forecasts.due", due.count), ("forecasts.waiting", sheet.waiting),
            ("forecasts.unreadable", sheet.unreadable),
            ("forecasts.inHindsight", sheet.ledger.decided { $0.isHindsight }.count),
            ("forecasts.decided", sheet.ledger.decided { !$0.isHindsight }.count),
            ("reviews.due", sheet.claims.count), ("reviews.waiting", sheet.waitingClaims),
        ]
        for (name, count) in counts {
            record(
                Measure(name), of: .question, Double(count), .count, at: question.asOf,
                .forecastLedger, from: [])
        }
        for (place, entry) in due.enumerated() {
            let sources = sheet.bars[.init(entry.forecast.event)]?.sources ?? []
            record(entry.forecast, entry.resolution, place + 1, from: sources)
        }
        for kind in IssuedForecast.Kind.allCases {
            for isLate in [false, true] {
                let scores = sheet.ledger.scores { $0.kind == kind && $0.isHindsight == isLate }
                for score in scores { record(score, kind.group(isLate: isLate)) }
                if kind == .alert { recordAlertScore(sheet, isLate: isLate) }
            }
        }
        let sources = sheet.days?.sources ?? []
        for (place, entry) in sheet.claims.enumerated() { record(entry, place + 1, from: sources) }
        for isLate in [false, true] {
            recordConfirmation(sheet.claims.filter { $0.claim.isHindsight == isLate }, isLate)
        }
    }

    private mutating func record(
        _ forecast: IssuedForecast, _ resolution: Resolution, _ place: Int,
        from sources: Provenance
    ) {
        let subject = Subject("forecast:\(forecast.id)")
        let measure = Measure("forecast.\(place)")
        let words = [
            ("event", forecast.event.condition.canonicalText),
            ("series", forecast.event.subject), ("kind", forecast.kind.rawValue),
            ("label", forecast.label), ("outcome", resolution.outcome.title), ("id", forecast.id),
        ]
        for (name, text) in words {
            recordText(
                measure.dot(name), of: subject, text, at: question.asOf, .forecastLedger,
                from: sources)
        }
        if forecast.kind == .alert {
            recordText(
                measure.dot("rule"), of: subject,
                AlertRule.name(inCanonicalText: forecast.label) ?? forecast.label,
                at: question.asOf, .forecastLedger, from: sources)
        }
        recordMoments(
            measure, of: subject, issued: forecast.issuedAt, due: forecast.event.end)
        for probability in forecast.probabilities {
            record(
                measure.dot(probability.method.word), of: subject, probability.value, .ratio,
                at: nil, .forecastLedger, from: [])
        }
    }

    private mutating func recordMoments(
        _ measure: Measure, of subject: Subject, issued: Int64, due: Int64
    ) {
        for (name, moment) in [("issued", issued), ("due", due)] {
            record(
                measure.dot(name), of: subject, .instant(Timestamp(microseconds: moment)),
                .instant, at: nil, .forecastLedger, from: [])
        }
    }

    /// Alerts beside how often the same follows any bar: whether they tell more.
    private mutating func recordAlertScore(_ sheet: ForecastSheet, isLate: Bool) {
        let cases = sheet.ledger.decided { $0.kind == .alert && $0.isHindsight == isLate }
            .sorted { $0.forecast.asOf < $1.forecast.asOf }
            .compactMap { entry in
                entry.resolution.flatMap { entry.forecast.scored($0.outcome == .happened) }
            }
        guard let score = AlertScore(cases) else { return }
        let group = IssuedForecast.Kind.alert.group(isLate: isLate)
        record(
            score, Measure("score.\(group).beside"), of: .question, .forecastLedger, from: [])
    }

    private mutating func record(_ score: ForecastLedger.Score, _ group: String) {
        let subject = Subject("method:\(score.method.rawValue)")
        let brier = score.brier
        let parts: [(String, Double?, Unit)] = [
            ("count", Double(brier.count), .count), ("brier", brier.score, .coefficient),
            ("reliability", brier.reliability, .coefficient),
            ("resolution", brier.resolution, .coefficient),
            ("uncertainty", brier.uncertainty, .coefficient),
            ("log", score.logScore, .coefficient),
            ("skill", brier.uncertainty > 0 ? 1 - brier.score / brier.uncertainty : nil, .ratio),
        ]
        recordText(
            Measure("score.\(group).name"), of: subject, score.method.title, at: question.asOf,
            .forecastLedger, from: [])
        for (name, value, unit) in parts {
            guard let value else { continue }
            record(
                Measure("score.\(group).\(name)"), of: subject, value, unit, at: question.asOf,
                .forecastLedger, from: [])
        }
    }

    // MARK: Causes

    private mutating func record(
        _ entry: ForecastSheet.Claim, _ place: Int, from sources: Provenance
    ) {
        let (claim, review) = (entry.claim, entry.review)
        let subject = Subject("review:\(claim.id)")
        let measure = Measure("review.\(place)")
        let words = [
            ("name", claim.name), ("verdict", claim.verdict.title),
            ("outcome", review.outcome.title), ("id", claim.id),
        ]
        for (name, text) in words {
            recordText(
                measure.dot(name), of: subject, text, at: question.asOf, .causeReview,
                from: sources)
        }
        recordMoments(measure, of: subject, issued: claim.issuedAt, due: claim.due)
        let figures: [(String, Double?, Unit)] = [
            ("p", claim.pValue, .coefficient),
            ("effect", claim.effect.map { expm1($0) }, .ratio),
            ("later.p", review.pValue, .coefficient),
            ("later.effect", review.effect.map { expm1($0) }, .ratio),
            ("later.days", Double(claim.days), .days),
        ]
        for (name, value, unit) in figures {
            guard let value else { continue }
            record(
                measure.dot(name), of: subject, value, unit, at: question.asOf, .causeReview,
                from: sources, standing: .estimated)
        }
    }

    /// How often claims of each verdict were confirmed.
    private mutating func recordConfirmation(_ claims: [ForecastSheet.Claim], _ isLate: Bool) {
        let group = isLate ? "hindsight" : "inTime"
        let decided = claims.filter { $0.review.outcome != .undecidable }
        for verdict in CauseVerdict.allCases {
            let own = decided.filter { $0.claim.verdict == verdict }
            guard !own.isEmpty else { continue }
            let confirmed = own.count { $0.review.outcome == .confirmed }
            let measure = Measure("score.causes.\(group)")
            let subject = Subject("verdict:\(verdict.rawValue)")
            recordText(
                measure.dot("name"), of: subject, verdict.title, at: question.asOf, .causeReview,
                from: [])
            let figures: [(String, Double, Unit)] = [
                ("count", Double(own.count), .count), ("confirmed", Double(confirmed), .count),
                ("rate", Double(confirmed) / Double(own.count), .ratio),
            ]
            for (name, value, unit) in figures {
                record(
                    measure.dot(name), of: subject, value, unit, at: question.asOf, .causeReview,
                    from: [])
            }
        }
    }
}

extension IssuedForecast.Kind {
    /// The word of a measure for the forecasts of a kind, written down in time or late.
    fileprivate func group(isLate: Bool) -> String {
        let when = isLate ? "hindsight" : "inTime"
        return switch self {
        case .scenario: when
        case .level: "levels.\(when)"
        case .alert: "alerts.\(when)"
        }
    }
}

extension CauseReview.Outcome {
    /// The outcome for readers.
    fileprivate var title: String {
        switch self {
        case .confirmed: "still stand apart"
        case .notConfirmed: "do not stand apart"
        case .undecidable: "undecidable: days are missing"
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
