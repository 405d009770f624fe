internal import Evidence
internal import Indices
internal import Market
internal import Series

extension FactScribe {
    /// How many assets share a state at the last midnight.
    mutating func recordBreadth(_ history: MarketHistory, from sources: Provenance) {
        guard !history.assets.isEmpty else { return }
        func put(_ name: String, _ value: Double, _ unit: Unit, _ method: Method) {
            record(
                Measure("breadth").dot(name), of: .own, value, unit, at: history.midnight, method,
                from: sources)
        }
        for days in AssetHistory.averageDays {
            let above = history.count { asset in asset.distances[days].map { $0 > 0 } }
            guard above.known > 0 else { continue }
            put("above.\(days)", Double(above.having) / Double(above.known), .ratio, .breadth)
            put("above.\(days).known", Double(above.known), .count, .breadth)
        }
        put("newLows", Double(history.assets.count(where: \.isNewLow)), .count, .extremeOfYear)
        put("newHighs", Double(history.assets.count(where: \.isNewHigh)), .count, .extremeOfYear)
        put("known", Double(history.assets.count), .count, .breadth)
        if let median = history.assets.map(\.belowHigh).median {
            put("belowHigh.median", median, .ratio, .extremeOfYear)
        }
    }

    /// Where its closed days leave each asset.
    mutating func recordHistories(
        _ history: MarketHistory, changes: [AssetID: Double], market: Double?,
        from sources: Provenance
    ) {
        let ranks = Self.ranks(history)
        for asset in history.assets {
            recordState(asset, at: history.midnight, from: sources)
            recordRank(asset, from: sources)
            recordRelation(
                history.relation(of: asset), of: asset.asset, change: changes[asset.asset],
                market: market, at: history.midnight, from: sources)
            for (days, rank) in ranks[asset.asset, default: [:]].sorted(by: { $0.key < $1.key }) {
                record(
                    Measure("strength.\(days)d"), of: .asset(asset.asset), rank, .ratio,
                    at: history.midnight, .relativeRank, from: sources)
            }
        }
    }

    private mutating func recordState(
        _ asset: AssetHistory, at midnight: Timestamp, from sources: Provenance
    ) {
        let subject = Subject.asset(asset.asset)
        for (days, distance) in asset.distances.sorted(by: { $0.key < $1.key }) {
            record(
                Measure.average(days: days).dot("closed.distance"), of: subject, distance, .ratio,
                at: midnight, .closedIndicator, from: sources)
        }
        if let strength = asset.strength {
            record(
                .closedRelativeStrength(TechnicalState.strengthPeriod), of: subject, strength,
                .score, at: midnight, .closedRelativeStrength, from: sources)
        }
        for (days, change) in asset.changes.sorted(by: { $0.key < $1.key }) {
            record(
                Measure.change("\(days)d").dot("closed"), of: subject, change, .ratio, at: midnight,
                .changeOfCloses, from: sources)
        }
        record(
            "belowHigh", of: subject, asset.belowHigh, .ratio, at: midnight, .extremeOfYear,
            from: sources)
    }

    private mutating func recordRank(_ asset: AssetHistory, from sources: Provenance) {
        guard let rank = asset.rank else { return }
        let subject = Subject.asset(asset.asset)
        let change = Measure.change(window)
        record(
            change.dot("deviations"), of: subject, rank.deviations, .coefficient,
            at: question.range.end, .exponentialVolatility, from: sources)
        record(
            change.dot("further"), of: subject, Double(rank.further), .count,
            at: question.range.end, .rankOfDays, from: sources)
        record(
            change.dot("compared"), of: subject, Double(rank.compared), .count,
            at: question.range.end, .rankOfDays, from: sources)
    }

    private mutating func recordRelation(
        _ relation: MarketHistory.Relation?, of asset: AssetID, change: Double?, market: Double?,
        at midnight: Timestamp, from sources: Provenance
    ) {
        guard let relation else { return }
        let subject = Subject.asset(asset)
        let model = relation.model
        record(
            "beta.daily", of: subject, model.beta, .coefficient,
            low: model.beta - 2 * model.betaError, high: model.beta + 2 * model.betaError,
            at: midnight, .dailyBeta, from: sources, standing: .estimated)
        if let correlation = relation.correlation {
            record(
                "correlation.daily", of: subject, correlation, .coefficient, at: midnight,
                .dailyCorrelation, from: sources)
        }
        guard let change, let market else { return }
        let abnormal = model.abnormal(change, market: market)
        record(
            .abnormal(window), of: subject, abnormal.value, .points, low: abnormal.low,
            high: abnormal.high, at: question.range.end, .dailyAbnormal, from: sources,
            standing: .estimated)
    }

    /// The share of assets whose change over so many days is at or below an asset's own.
    private static func ranks(_ history: MarketHistory) -> [AssetID: [Int: Double]] {
        var ranks: [AssetID: [Int: Double]] = [:]
        for days in AssetHistory.changeDays {
            let known = history.assets.compactMap { asset in
                asset.changes[days].map { (asset.asset, $0) }
            }
            let ordered = known.map(\.1).sorted()
            for (asset, change) in known {
                let below = ordered.partitionIndex { $0 > change }
                ranks[asset, default: [:]][days] = Double(below) / Double(ordered.count)
            }
        }
        return ranks
    }
}
