internal import Evidence
internal import Indices
internal import Market

extension FactScribe {
    /// What each sector and each group did, against the market and against its own beta.
    mutating func recordSectors(
        _ moves: SectorMoves, exposed: SectorMove?, market: Double?, from sources: Provenance
    ) {
        for move in moves.sectors {
            let subject = Subject.sector(move.sector)
            record(move, of: subject, title: move.title, market: market, from: sources)
            recordVolume(move.volume, of: subject, from: sources)
            recordMembers(move, of: subject, from: sources)
        }
        for move in moves.groups {
            guard let group = move.group else { continue }
            record(
                move, of: .sector(move.sector.text, group: group), title: group, market: market,
                from: sources)
        }
        if let exposed {
            recordText(
                "exposed", of: .question, exposed.sector.text, at: question.range.end, .abnormal,
                from: sources)
        }
    }

    private mutating func record(
        _ move: SectorMove, of subject: Subject, title: String, market: Double?,
        from sources: Provenance
    ) {
        let end = question.range.end
        func put(_ measure: Measure, _ value: Double, _ unit: Unit, _ method: Method) {
            record(measure, of: subject, value, unit, at: end, method, from: sources)
        }
        recordText(.title, of: subject, title, from: sources)
        put(.cap, move.weighted.capAfter, .usd, .ownIndex)
        put(.change(window), move.weighted.change, .ratio, .ownIndex)
        put(.members, Double(move.memberCount), .count, .ownIndex)
        put(Measure.members.dot("priced"), Double(move.members.count), .count, .ownIndex)
        put(
            Measure.members.dot("weighted"), Double(move.weighted.constituents.count), .count,
            .ownIndex)
        if let median = move.medianChange { put(.medianChange(window), median, .ratio, .median) }
        guard let market else { return }
        put(.excess(window), move.weighted.change - market, .points, .excess)
        guard let model = move.model, let abnormal = move.abnormal(market: market) else { return }
        record(
            "beta", of: subject, model.beta, .coefficient, low: model.beta - 2 * model.betaError,
            high: model.beta + 2 * model.betaError, at: question.range.start, .beta,
            from: sources, standing: .estimated)
        put("beta.bars", Double(model.bars), .count, .beta)
        if let correlation = move.correlation {
            record(
                "correlation", of: subject, correlation, .coefficient, at: question.range.start,
                .hourlyCorrelation, from: sources)
        }
        record(
            .abnormal(window), of: subject, abnormal.value, .points, low: abnormal.low,
            high: abnormal.high, at: end, .abnormal, from: sources, standing: .estimated)
    }

    /// Which assets belong to a sector, the worst first, so that a table can be made of them.
    private mutating func recordMembers(
        _ move: SectorMove, of subject: Subject, from sources: Provenance
    ) {
        for (rank, member) in move.members.enumerated() {
            recordText(
                Measure("member.\(rank + 1)"), of: subject, member.asset.text,
                at: question.range.end,
                .ownIndex, from: sources)
        }
    }
}
