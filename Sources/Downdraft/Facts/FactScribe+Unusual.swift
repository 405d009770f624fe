internal import Evidence
internal import Market
internal import Significance

extension FactScribe {
    /// How unusual the change of the last 24 hours is.
    mutating func recordUnusualness(
        _ unusual: Unusualness?, at observed: Timestamp?, from sources: Provenance
    ) {
        guard let unusual else { return }
        let change = Measure.change("24h")
        record(
            "volatility.daily", of: .total, unusual.volatility, .ratio,
            at: question.asOf - .day, .exponentialVolatility, from: sources)
        record(
            change.dot("deviations"), of: .total, unusual.deviations, .coefficient, at: observed,
            .exponentialVolatility, from: sources)
        recordWhole(unusual, at: observed, from: sources)
        for window in unusual.windows {
            let name = window.days.map { "\($0)d" } ?? "all"
            recordRank(
                window.rank, last: window.last, change.dot("rank.\(name)"), at: observed,
                from: sources)
        }
        if let rank = unusual.standardized {
            recordRank(
                rank, last: nil, change.dot("rank.standardized"), at: observed, from: sources)
        }
        recordGarch(unusual, at: observed, from: sources)
        recordBootstrap(unusual, at: observed, from: sources)
        if let days = unusual.returnPeriod {
            record(
                change.dot("returnPeriod"), of: .total, days, .days, at: observed, .paretoTail,
                from: sources, standing: .measured)
        }
    }

    private mutating func recordWhole(
        _ unusual: Unusualness, at observed: Timestamp?, from sources: Provenance
    ) {
        guard let whole = unusual.whole else { return }
        let change = Measure.change("24h")
        record(
            change.dot("further"), of: .total, Double(whole.rank.asFar), .count, at: observed,
            .rankOfDays, from: sources)
        record(
            change.dot("compared"), of: .total, Double(whole.rank.compared), .count, at: observed,
            .rankOfDays, from: sources)
        guard let day = whole.last else { return }
        record(
            change.dot("further").dot("last"), of: .total, .day(day), .day, at: day.start,
            .rankOfDays, from: sources)
    }

    private mutating func recordRank(
        _ rank: MoveRank, last: CalendarDay?, _ measure: Measure, at observed: Timestamp?,
        from sources: Provenance
    ) {
        func put(_ name: String, _ value: Double?, _ unit: Unit) {
            guard let value else { return }
            record(
                measure.dot(name), of: .total, value, unit, at: observed, .rankOfDays,
                from: sources)
        }
        put("compared", Double(rank.compared), .count)
        put("asFar", Double(rank.asFar), .count)
        put("place", Double(rank.rank), .count)
        put("percentile", rank.percentile, .ratio)
        put("deviations", rank.deviations, .coefficient)
        put("p", rank.probability, .ratio)
        guard let last else { return }
        record(
            measure.dot("last"), of: .total, .day(last), .day, at: last.start, .rankOfDays,
            from: sources)
    }

    private mutating func recordGarch(
        _ unusual: Unusualness, at observed: Timestamp?, from sources: Provenance
    ) {
        let measure = Measure.change("24h").dot("garch")
        switch unusual.garch {
        case .failure(let error):
            recordText(
                measure.dot("refusal"), of: .total, error.title, at: observed, .garch,
                from: sources)
        case .success(let model):
            func put(_ name: String, _ value: Double?, _ unit: Unit) {
                guard let value else { return }
                record(
                    measure.dot(name), of: .total, value, unit, at: observed, .garch, from: sources)
            }
            put("volatility", model.nextVolatility, .ratio)
            put("deviations", unusual.garchDeviations, .coefficient)
            put("p", unusual.garchProbability, .ratio)
            put("persistence", model.persistence, .coefficient)
            put("degreesOfFreedom", model.degreesOfFreedom, .coefficient)
        }
    }

    private mutating func recordBootstrap(
        _ unusual: Unusualness, at observed: Timestamp?, from sources: Provenance
    ) {
        guard let tail = unusual.bootstrap, let length = unusual.blockLength else { return }
        let measure = Measure("bootstrap")
        let error = 2 * tail.standardError
        record(
            measure.dot("p"), of: .total, tail.probability, .ratio,
            low: max(0, tail.probability - error), high: min(1, tail.probability + error),
            at: observed, .blockBootstrap, from: sources, standing: .simulated)
        record(
            measure.dot("draws"), of: .total, Double(tail.draws), .count, at: observed,
            .blockBootstrap, from: sources)
        record(
            measure.dot("blockLength"), of: .total, length, .coefficient, at: observed,
            .blockBootstrap, from: sources)
    }
}

extension GarchError {
    /// The reason for readers.
    fileprivate var title: String {
        switch self {
        case .tooFewReturns(let found, let needed): "\(found) days, and it takes \(needed)"
        case .tooManyReturns(let found, let allowed): "\(found) days, more than \(allowed)"
        case .notFinite: "a return that is no number"
        case .constant: "a market that did not move"
        case .notConverged: "the search did not settle"
        }
    }
}
