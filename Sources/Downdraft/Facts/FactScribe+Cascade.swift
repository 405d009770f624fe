internal import Cascades
internal import Evidence
internal import Market

extension FactScribe {
    /// What forced selling can account for, what the next levels would set off, and what both rest on.
    mutating func recordCascade(
        _ state: CascadeState, of subject: Subject, venue: VenueID, from sources: Provenance
    ) {
        let end = question.range.end
        if let change = state.change {
            record(
                .change(window), of: subject, change, .ratio, at: end, .changeOfCloses,
                from: sources)
        }
        record(
            "cascade.coverage", of: subject, state.coverage, .ratio, at: end,
            .capitalisation, from: sources)
        record(
            "cascade.draws", of: subject, Double(state.draws), .count, at: end, .asked, from: [])
        for member in state.members { record(member, venue, from: sources) }
        for law in CascadeUncertainty.Law.allCases {
            let isKnown =
                state.forced[law] != nil || state.breaks.contains { $0.estimates[law] != nil }
            guard isKnown else { continue }
            recordText(
                Measure("cascade.\(law.rawValue).law"), of: subject, law.title, at: end,
                .cascadeLaw, from: [])
            if let forced = state.forced[law] { record(forced, law, of: subject, from: sources) }
        }
        recordRange(state, of: subject, from: sources)
        recordBreaks(state.breaks, of: subject, from: sources)
        recordResponses(state.responses, of: subject, from: sources)
    }

    private mutating func record(
        _ member: CascadeMember, _ venue: VenueID, from sources: Provenance
    ) {
        let subject = Subject.venue(venue, asset: member.asset)
        let market = member.before
        let start = question.range.start
        func put(
            _ measure: Measure, _ value: Double?, _ unit: Unit, at: Timestamp, _ method: Method,
            standing: Fact.Standing = .measured
        ) {
            guard let value else { return }
            record(
                measure, of: subject, value, unit, at: at, method, from: sources,
                standing: standing)
        }
        let isFall = member.side == .long
        put(.change(window), member.change, .ratio, at: question.range.end, .changeOfCloses)
        put(
            "cascade.openInterest", market.openInterest(at: market.price), .usd, at: start,
            .openInterestAtOnePrice)
        put("cascade.depth", isFall ? market.bids : market.asks, .usd, at: start, .lastBar)
        put("cascade.volume", market.dailyVolume, .usd, at: start, .tradedVolume)
        put("cascade.volatility", market.volatility, .ratio, at: start, .exponentialVolatility)
        put("cascade.weight", member.weight, .ratio, at: start, .dominance)
        put("cascade.beta", member.beta, .coefficient, at: start, .dailyBeta)
        put(
            isFall ? .longLiquidations(window) : .shortLiquidations(window), member.liquidated,
            .usd,
            at: question.range.end, .liquidationFloor, standing: .floor)
        put(
            Measure("cascade.closed").dot(window), member.openInterestDrop, .ratio,
            at: question.range.end, .openInterestAtOnePrice)
    }

    private mutating func record(
        _ forced: ForcedShare, _ law: CascadeUncertainty.Law, of subject: Subject,
        from sources: Provenance
    ) {
        let measure = Measure("cascade.\(law.rawValue)")
        let intervals: [(String, CascadeEstimate.Interval?, Unit)] = [
            ("share", forced.share, .ratio), ("move", forced.forcedMove, .ratio),
            ("amplification", forced.amplification, .coefficient),
            ("rebound.1h", forced.reboundHour, .ratio),
            ("rebound.24h", forced.reboundDay, .ratio),
        ]
        for (name, interval, unit) in intervals {
            recordInterval(
                measure.dot(name), of: subject, interval, unit, .cascadeShare, from: sources)
        }
        record(
            measure.dot("effectiveDraws"), of: subject, forced.effectiveSize.rounded(.down), .count,
            at: question.range.end, .cascadeShare, from: sources)
        if let influence = forced.influence, influence.share > 0 {
            recordText(
                measure.dot("unknown"), of: subject, influence.unknown.title,
                at: question.range.end, .cascadeShare, from: sources)
            record(
                measure.dot("unknown.share"), of: subject, influence.share, .ratio,
                at: question.range.end, .cascadeShare, from: sources, standing: .simulated)
        }
    }

    /// From the lowest end of any law to the highest of any; in the middle the median of the law in the middle.
    private mutating func recordRange(
        _ state: CascadeState, of subject: Subject, from sources: Provenance
    ) {
        guard let range = ForcedShare.range(state.forced) else { return }
        recordInterval(
            Measure("cascade.share").dot(window), of: subject, range, .ratio, .cascadeShare,
            from: sources)
    }

    private mutating func recordInterval(
        _ measure: Measure, of subject: Subject, _ interval: CascadeEstimate.Interval?,
        _ unit: Unit, _ method: Method = .cascadeWeights,
        from sources: Provenance
    ) {
        guard let interval else {
            recordAbsence(of: measure, of: subject, unit, method)
            return
        }
        record(
            measure, of: subject, interval.median, unit, low: interval.low, high: interval.high,
            at: question.range.end, method, from: sources, standing: .simulated)
    }

    private mutating func recordBreaks(
        _ breaks: [CascadeState.Break], of subject: Subject, from sources: Provenance
    ) {
        for (place, found) in breaks.enumerated() {
            let measure = Measure("cascade.break.\(place + 1)")
            let level = found.level
            let isBelow = level.side == .long
            record(
                measure, of: subject, level.value, .usd, at: question.asOf, .levelZones,
                from: sources)
            recordText(
                measure.dot("name"), of: subject, level.name, at: question.asOf, .levelZones,
                from: sources)
            recordText(
                measure.dot("side"), of: subject, isBelow ? "longs" : "shorts", at: question.asOf,
                .levelZones, from: sources)
            record(
                measure.dot("distance"), of: subject, isBelow ? -level.distance : level.distance,
                .ratio, at: question.asOf, .levelZones, from: sources)
            if let one = CascadeUncertainty.Law.allCases.lazy.compactMap({ found.estimates[$0] })
                .first
            {
                recordInterval(
                    measure.dot("liquidatable"), of: subject, one.liquidatable, .usd, from: sources)
            }
            for law in CascadeUncertainty.Law.allCases {
                guard let estimate = found.estimates[law] else { continue }
                recordInterval(
                    measure.dot("extra").dot(law.rawValue), of: subject,
                    estimate.extraMove, .ratio, from: sources)
            }
        }
    }

    private mutating func recordResponses(
        _ responses: [CascadeState.Response], of subject: Subject, from sources: Provenance
    ) {
        for law in CascadeUncertainty.Law.allCases {
            for side in [PositionSide.long, .short] {
                let points = responses.filter { $0.side == side && $0.moves[law] != nil }
                guard !points.isEmpty else { continue }
                recordCurve(law, side, points, of: subject, from: sources)
            }
        }
    }

    private mutating func recordCurve(
        _ law: CascadeUncertainty.Law, _ side: PositionSide, _ points: [CascadeState.Response],
        of subject: Subject, from sources: Provenance
    ) {
        let isFall = side == .long
        func column(
            _ name: String, _ value: (CascadeEstimate.Interval) -> Double
        ) -> CurveFact.Column {
            CurveFact.Column(name, .ratio, points.map { $0.moves[law].map(value) })
        }
        record(
            CurveFact(
                Measure("cascade.response.\(isFall ? "fall" : "rise")").dot(law.rawValue),
                of: subject, axis: CurveFact.Axis("shock", .ratio, points.map(\.shock)),
                columns: [
                    column("low", \.low), column("median", \.median), column("high", \.high),
                ],
                asOf: question.asOf, method: .cascadeWeights, sources: sources,
                standing: .simulated))
    }
}

extension CascadeUncertainty.Law {
    /// The law for readers.
    var title: String {
        switch self {
        case .linear: "book"
        case .squareRoot: "square root"
        case .saturating: "saturating"
        }
    }
}

extension CascadePriors.Unknown {
    /// The unknown for readers.
    var title: String {
        switch self {
        case .shock: "the move itself"
        case .halfLife: "how soon positions are closed again"
        case .isolated: "the share of isolated margin"
        case .collateral: "further collateral of cross accounts"
        case .stopped: "the share closed by stops before"
        case .reach: "the part of open interest within reach"
        case .depth: "depth over what the book shows"
        case .collapse: "how much of the depth is left in a cascade"
        case .prefactor: "the prefactor of the square root"
        case .decay: "how soon a push fades"
        case .saturation: "the factor of the saturating depth"
        case .reporting: "liquidations over those published"
        case .hedged: "the share of hedged positions"
        case .book: "the share sold in the book"
        }
    }
}
