internal import Evidence
internal import Indices
internal import Market
internal import Series

extension Subject {
    /// An index of ours; the one of all that is priced is `index:own`.
    static func ours(_ definition: IndexDefinition) -> Subject {
        definition.name == IndexDefinition.own.name
            ? .own : Subject("index:own/index:\(definition.name)")
    }

    /// A part of this subject.
    func part(_ kind: String, _ name: String) -> Subject { Subject("\(text)/\(kind):\(name)") }
}

extension FactScribe {
    /// The index in focus, what made its change, and the indices beside it.
    mutating func recordIndices(_ findings: IndexFindings, from sources: Provenance) {
        for move in findings.family { recordIndex(move, from: sources) }
        guard let focus = findings.focus else {
            let subject = Subject.ours(findings.definition)
            recordText(.title, of: subject, findings.definition.title, .indexDefinition, from: [])
            recordAbsence(of: .cap, of: subject, .usd, .capitalisation)
            recordAbsence(of: .change(window), of: subject, .ratio, .capitalisation)
            return
        }
        recordIndex(focus, from: sources)
        recordEffects(focus, from: sources)
        recordMembers(focus, from: sources)
        recordSectorEffects(focus, findings, from: sources)
        recordDominance(focus, from: sources)
        recordExclusions(focus, from: sources)
    }

    private mutating func recordIndex(_ move: IndexMove, from sources: Provenance) {
        let subject = Subject.ours(move.definition)
        let end = question.range.end
        func put(_ measure: Measure, _ value: Double, _ unit: Unit, _ method: Method) {
            record(measure, of: subject, value, unit, at: end, method, from: sources)
        }
        recordText(.title, of: subject, move.definition.title, .indexDefinition, from: [])
        recordText("definition", of: subject, move.definition.id, .indexDefinition, from: [])
        let definition = move.definition
        for (name, words) in [
            ("universe", definition.universe.words.joined(separator: "; ")),
            ("weighting", definition.weighting.words), ("prices", definition.priceRule),
            ("supplies", definition.supplyRule),
        ] {
            recordText(
                Measure("definition.\(name)"), of: subject, words, .indexDefinition, from: [])
        }
        put(.cap, move.split.capAfter, .usd, .capitalisation)
        put(.base(window), move.split.capBefore, .usd, .capitalisation)
        put(.change(window), move.capChange, .ratio, .capitalisation)
        put(Measure("indexChange").dot(window), move.indexChange, .ratio, .chainLinked)
        put(Measure("beyondPrice").dot(window), move.difference, .points, .capLessIndex)
        put(.members, Double(move.priced), .count, .capitalisation)
        put(.coverage, move.coverage, .ratio, .capitalisation)
    }

    private mutating func recordEffects(_ move: IndexMove, from sources: Provenance) {
        let subject = Subject.ours(move.definition)
        let end = question.range.end
        let points = move.split.points
        let effects = move.split.effects
        let parts: [(String, Double, Double)] = [
            ("price", effects.price, points.price), ("supply", effects.supply, points.supply),
            ("stablecoins", effects.stablecoins, points.stablecoins),
            ("entered", effects.entered, points.entered), ("left", effects.left, points.left),
        ]
        for (name, dollars, share) in parts {
            let measure = Measure("effect.\(name)").dot(window)
            record(measure, of: subject, dollars, .usd, at: end, .shapleySplit, from: sources)
            record(
                measure.dot("points"), of: subject, share, .points, at: end, .shapleySplit,
                from: sources)
        }
        record(
            Measure("effect.residual").dot(window), of: subject, move.split.residual, .usd,
            at: end, .shapleySplit, from: sources)
        record(
            Measure("effect.sum").dot(window), of: subject, move.split.change, .usd, at: end,
            .shapleySplit,
            from: sources)
    }

    /// How many members stand in the table of effects.
    private static let membersShown = 15

    private mutating func recordMembers(_ move: IndexMove, from sources: Provenance) {
        let subject = Subject.ours(move.definition)
        let end = question.range.end
        let rows = move.split.rows.sorted {
            (abs($1.effects.sum), $0.asset) < (abs($0.effects.sum), $1.asset)
        }
        for row in rows.prefix(Self.membersShown) {
            recordEffects(
                move.split.points(of: row), dollars: row.effects.sum,
                of: subject.part("asset", row.asset.text), at: end, from: sources)
        }
    }

    private mutating func recordEffects(
        _ points: CapEffects, dollars: Double, of subject: Subject, at end: Timestamp,
        from sources: Provenance
    ) {
        let parts: [(String, Double)] = [
            ("price", points.price), ("supply", points.supply + points.stablecoins),
            ("membership", points.membership), ("sum", points.sum),
        ]
        for (name, value) in parts {
            record(
                Measure("effect.\(name)").dot(window).dot("points"), of: subject, value, .points,
                at: end, .shapleySplit, from: sources)
        }
        record(
            Measure("effect.sum").dot(window), of: subject, dollars, .usd, at: end, .shapleySplit,
            from: sources)
    }

    private mutating func recordSectorEffects(
        _ move: IndexMove, _ findings: IndexFindings, from sources: Provenance
    ) {
        let sectors = findings.sectorOfAsset
        let subject = Subject.ours(move.definition)
        let end = question.range.end
        let groups = move.split.grouped { asset in
            findings.setting.assets[asset]?.assetClass == .stablecoin
                ? "Stablecoins" : sectors[asset]?.title
        }
        for group in groups {
            let part = subject.part("group", group.name ?? "other")
            recordText(
                .title, of: part, group.name ?? "In no sector", .indexDefinition, from: sources)
            record(
                .members, of: part, Double(group.assets), .count, at: end, .capitalisation,
                from: sources)
            record(
                .base(window), of: part, group.capBefore, .usd, at: end, .capitalisation,
                from: sources)
            recordEffects(
                move.split.points(of: group), dollars: group.effects.sum, of: part, at: end,
                from: sources)
        }
    }

    private mutating func recordDominance(_ move: IndexMove, from sources: Provenance) {
        guard let dominance = move.dominance else { return }
        let subject = Subject.ours(move.definition)
        for share in dominance.shares.prefix(Self.membersShown) {
            let part = subject.part("asset", share.asset.text)
            record(
                "dominance", of: part, share.after, .ratio, at: question.range.end, .dominance,
                from: sources)
            record(
                Measure("dominance.change").dot(window), of: part, share.change, .points,
                at: question.range.end, .dominance, from: sources)
        }
    }

    private mutating func recordExclusions(_ move: IndexMove, from sources: Provenance) {
        let subject = Subject.ours(move.definition)
        let excluded = move.exclusions.filter { exclusion in
            if case .otherClass = exclusion.reason { return true }
            return false
        }
        for (place, exclusion) in excluded.prefix(Self.membersShown).enumerated() {
            guard case .otherClass(let found) = exclusion.reason, let cap = exclusion.cap else {
                continue
            }
            let measure = Measure("excluded.\(place + 1)")
            recordText(
                measure, of: subject, exclusion.asset.text, at: question.range.end,
                .indexDefinition, from: sources)
            recordText(
                measure.dot("class"), of: subject, found.rawValue, at: question.range.end,
                .indexDefinition, from: sources)
            record(
                measure.dot("cap"), of: subject, cap, .usd, at: question.range.end, .quoted,
                from: sources)
        }
    }

    /// Supplies that changed faster than coins are minted.
    mutating func recordRestatements(_ supplies: SupplyBook, from sources: Provenance) {
        let quarantine = supplies.quarantine(at: question.range.end)
        for (place, jump) in quarantine.restatements.enumerated() where jump.perDay.isFinite {
            let subject = Subject.asset(jump.asset)
            let measure = Measure("restatement.\(place + 1)")
            let at = jump.after.observed
            record(
                measure.dot("before"), of: subject, jump.before.coins, .coins,
                at: jump.before.observed, .supplyJump, from: sources)
            record(
                measure.dot("after"), of: subject, jump.after.coins, .coins, at: at, .supplyJump,
                from: sources)
            record(
                measure.dot("perDay"), of: subject, jump.perDay, .ratio, at: at, .supplyJump,
                from: sources)
            recordText(
                measure.dot("state"), of: subject,
                jump.isConfirmed
                    ? "confirmed by the next snapshot" : "in quarantine: the old one counts",
                at: at, .supplyJump, from: sources)
        }
    }

    /// The index day by day, what it was worth and its level.
    mutating func recordIndexHistory(
        _ history: IndexHistory, of definition: IndexDefinition, from sources: Provenance
    ) {
        let times = history.points.map { $0.instant - .day }
        guard !times.isEmpty else { return }
        let subject = Subject.ours(definition)
        func run(
            _ measure: Measure, _ name: String, _ unit: Unit, _ values: [Double], _ method: Method
        ) {
            record(
                SeriesFact(
                    measure, of: subject, times: times, interval: .day,
                    columns: [.init(name, unit, values)], asOf: question.asOf, method: method,
                    sources: sources))
        }
        run("cap.1d", "capitalisation", .usd, history.points.map(\.cap), .capitalisation)
        run("level.1d", "level", .level, history.points.map(\.level), .chainLinked)
    }

    /// Our index against the provider's.
    mutating func recordComparison(
        _ comparison: ProviderComparison?, of definition: IndexDefinition, from sources: Provenance
    ) {
        guard let comparison else { return }
        let subject = Subject.ours(definition)
        if let found = comparison.reconciliation {
            recordReconciliation(found, of: subject, from: sources)
        }
        for row in comparison.coins.prefix(Self.membersShown) {
            let part = subject.part("asset", row.asset.text)
            record(
                "price.ours", of: part, row.ours, .usd, at: row.moment, .aggregatePrice,
                from: sources)
            record(
                "price.theirs", of: part, row.theirs, .usd, at: row.moment, .quoted, from: sources)
            record(
                "price.difference", of: part, row.ours / row.theirs - 1, .ratio, at: row.moment,
                .reconciliation, from: sources)
            record(
                "cap.difference", of: part, row.capDifference, .usd, at: row.moment,
                .reconciliation, from: sources)
        }
        guard !comparison.ratios.isEmpty else { return }
        record(
            SeriesFact(
                "reconciliation.ratio.1h", of: subject,
                times: comparison.ratios.map { $0.instant - .hour }, interval: .hour,
                columns: [.init("ratio", .ratio, comparison.ratios.map(\.ratio))],
                asOf: question.asOf, method: .reconciliation, sources: sources))
    }

    private mutating func recordReconciliation(
        _ found: Reconciliation, of subject: Subject, from sources: Provenance
    ) {
        let end = question.range.end
        func put(_ name: String, _ value: Double, _ unit: Unit) {
            record(
                Measure("reconciliation.\(name)"), of: subject, value, unit, at: end,
                .reconciliation, from: sources)
        }
        put("hours", Double(found.count), .count)
        put("ratio.mean", found.ratioMean, .ratio)
        if let deviation = found.ratioDeviation { put("ratio.deviation", deviation, .ratio) }
        guard let changes = found.dayChanges else { return }
        put("change.count", Double(changes.count), .count)
        put("change.mean", changes.mean, .points)
        if let deviation = changes.deviation { put("change.deviation", deviation, .points) }
        record(
            "reconciliation.change.furthest", of: subject, changes.furthest, .points,
            at: changes.furthestAt, .reconciliation, from: sources)
    }
}
