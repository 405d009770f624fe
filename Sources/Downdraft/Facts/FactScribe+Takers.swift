internal import Evidence
internal import Liquidations
internal import Market
internal import Store

extension FactScribe {
    /// What takers traded over the bars of liquidations, and what was liquidated as a share of it.
    mutating func recordTakers(
        _ review: LiquidationReview, _ inputs: DayInputs, from flow: Provenance
    ) {
        let places = Dictionary(
            review.bars.enumerated().map { ($1.bar, $0 + 1) }, uniquingKeysWith: min)
        for row in review.rows {
            guard let takers = row.takers else { continue }
            let sources = Self.sources(of: takers, inputs, flow)
            let subject = Subject.venue(review.venue, asset: row.asset)
            recordTrades(takers, subject, from: sources)
            for side in TakerBound.Side.allCases {
                record(takers, side, subject, from: sources)
            }
            for bar in takers.bars {
                guard let place = places[bar.liquidations] else { continue }
                recordShares(of: bar, at: place, subject, from: sources)
            }
        }
    }

    /// Rows that a comparison hangs on: coins become dollars at the contract's own bars.
    private static func sources(
        of takers: TakerBound, _ inputs: DayInputs, _ flow: Provenance
    ) -> Provenance {
        let both = inputs.liquidations.sources + flow
        guard let contract = takers.instrument else { return both }
        return both + inputs.perpetuals.sources.narrowed { $0.of(SeriesID(contract.text)) }
            + Provenance(
                [],
                rows: inputs.instruments.sources.rows.map { $0.with("instrument", contract.text) })
    }

    private mutating func recordTrades(
        _ takers: TakerBound, _ subject: Subject, from sources: Provenance
    ) {
        let end = takers.bars.last?.liquidations.closeTime
        for (name, traded) in [("bought", takers.bought), ("sold", takers.sold)] {
            record(
                Measure("takers.\(name)").dot(window), of: subject, traded, .usd, at: end,
                .takerTrades, from: sources)
        }
        if let imbalance = takers.imbalance {
            record(
                Measure("takers.net").dot(window), of: subject, imbalance, .ratio, at: end,
                .takerTrades, from: sources)
        }
        let counts = [("bars", takers.bars.count), ("unknown", takers.unknownCount)]
        for (name, count) in counts where count > 0 {
            record(
                Measure("takers.\(name)").dot(window), of: subject, Double(count), .count, at: end,
                .takerTrades, from: sources)
        }
        let words = [
            ("contract", takers.instrument?.text), ("mostly", takers.mostly?.words),
            ("lean", takers.lean?.rawValue),
        ]
        for case (let name, let text?) in words {
            recordText(
                Measure("takers.\(name)").dot(window), of: subject, text, at: end, .takerBound,
                from: sources)
        }
    }

    private mutating func record(
        _ takers: TakerBound, _ side: TakerBound.Side, _ subject: Subject, from sources: Provenance
    ) {
        let end = takers.bars.last?.liquidations.closeTime
        let measure = Measure("takers.\(side.rawValue)").dot(window)
        record(
            measure, of: subject, takers.liquidated(side), .usd, at: end, .takerBound,
            from: sources, standing: .floor)
        recordText(
            measure.dot("check"), of: subject, takers.verdict(side).rawValue, at: end, .takerBound,
            from: sources)
        if let share = takers.share(side) {
            record(
                measure.dot("share"), of: subject, share, .ratio, at: end, .takerBound,
                from: sources, standing: .floor)
        }
        guard let bar = takers.highest(side) else { return }
        let (opened, closed) = (bar.liquidations.openTime, bar.liquidations.closeTime)
        let highest = measure.dot("highest")
        record(
            highest, of: subject, bar.liquidated(side), .usd, at: closed, .takerBound,
            from: sources, standing: .floor)
        record(
            highest.dot("traded"), of: subject, bar.traded(side), .usd, at: closed, .takerTrades,
            from: sources)
        record(
            highest.dot("opened"), of: subject, .instant(opened), .instant, at: opened, .takerBound,
            from: sources)
        guard let share = bar.share(side) else { return }
        record(
            highest.dot("share"), of: subject, share, .ratio, at: closed, .takerBound,
            from: sources, standing: .floor)
    }

    /// The shares of one bar, named by its place among all bars of the window.
    private mutating func recordShares(
        of bar: TakerBound.Bar, at place: Int, _ subject: Subject, from sources: Provenance
    ) {
        for side in TakerBound.Side.allCases {
            guard let share = bar.share(side) else { continue }
            record(
                Measure("liquidation.bar.\(place)").dot(side.rawValue).dot("share"),
                of: subject, share, .ratio, at: bar.liquidations.closeTime, .takerBound,
                from: sources, standing: .floor)
        }
    }

    /// Dollars, or a share of them, with the bounds that prices leave open.
    private mutating func record(
        _ measure: Measure, of subject: Subject, _ amount: TakerTrades.Dollars, _ unit: Unit,
        at observed: Timestamp?, _ method: Method, from sources: Provenance,
        standing: Fact.Standing = .measured
    ) {
        let isOpen = amount.low < amount.high
        record(
            measure, of: subject, amount.middle, unit, low: isOpen ? amount.low : nil,
            high: isOpen ? amount.high : nil, at: observed, method, from: sources,
            standing: standing)
    }
}

extension TakerBound.Side {
    /// The side for readers.
    fileprivate var words: String {
        switch self {
        case .long: "longs"
        case .short: "shorts"
        }
    }
}
