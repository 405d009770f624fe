internal import Evidence
internal import Liquidations
internal import Market
internal import Series
internal import Store

extension FactScribe {
    /// What became of leveraged positions.
    mutating func recordLeverage(_ state: LeverageState, _ inputs: DayInputs) {
        recordLiquidations(state, from: inputs.liquidations.sources)
        for (margin, readings) in state.openInterest {
            let measure = Measure("openInterest.\(margin.rawValue)")
            let unit = margin == .stablecoin ? Unit.coins : .usd
            for (asset, reading) in readings {
                record(
                    reading, measure, of: .venue(state.venue, asset: asset), unit,
                    from: inputs.openInterest.sources)
            }
        }
        for (asset, reading) in state.funding {
            record(
                reading, "funding", of: .venue("all", asset: asset), .ratio,
                from: inputs.funding.sources)
        }
        for (asset, reading) in state.bids {
            record(
                reading, "depth.bid", of: .venue(state.venue, asset: asset), .usd,
                from: inputs.depth.sources)
        }
        for (asset, reading) in state.asks {
            record(
                reading, "depth.ask", of: .venue(state.venue, asset: asset), .usd,
                from: inputs.depth.sources)
        }
    }

    private mutating func record(
        _ reading: LeverageState.Reading, _ measure: Measure, of subject: Subject, _ unit: Unit,
        from sources: Provenance
    ) {
        let observed = reading.observedAt
        record(measure, of: subject, reading.after, unit, at: observed, .lastBar, from: sources)
        if let before = reading.before {
            record(
                measure.dot("before").dot(window), of: subject, before, unit,
                at: question.range.start, .lastBar, from: sources)
        }
        // A rate may cross zero, where a ratio of rates says nothing.
        if let change = reading.change, measure != "funding" {
            record(
                measure.change(over: window), of: subject, change, .ratio, at: observed,
                .changeOfCloses, from: sources)
        }
    }

    private mutating func recordLiquidations(_ state: LeverageState, from sources: Provenance) {
        for asset in state.assets {
            let subject = Subject.venue(state.venue, asset: asset)
            guard let floor = state.floors[asset] else {
                recordAbsence(
                    of: .longLiquidations(window), of: subject, .usd, .liquidationFloor)
                recordAbsence(
                    of: .shortLiquidations(window), of: subject, .usd, .liquidationFloor)
                continue
            }
            recordSides(
                long: floor.longUSD, short: floor.shortUSD, of: subject, at: floor.observedAt,
                from: sources)
            record(
                .liquidationCoverage(window), of: subject, floor.coverage, .ratio,
                at: floor.observedAt, .liquidationFloor, from: sources)
        }
        recordVenueTotals(state, from: sources)
        recordRule(state)
    }

    private mutating func recordSides(
        long: Double, short: Double, of subject: Subject, at observed: Timestamp,
        from sources: Provenance
    ) {
        let sides: [(Measure, Double)] = [
            (.longLiquidations(window), long), (.shortLiquidations(window), short),
            (.totalLiquidations(window), long + short),
        ]
        for (measure, value) in sides {
            record(
                measure, of: subject, value, .usd, at: observed, .liquidationFloor, from: sources,
                standing: .floor)
        }
    }

    /// The assets the venue's bars speak of, together; and the whole market, which they only bound.
    private mutating func recordVenueTotals(_ state: LeverageState, from sources: Provenance) {
        let everywhere = Subject.venue("all")
        let floors = state.floors.sorted { $0.key < $1.key }.map(\.value)
        guard let observed = floors.map(\.observedAt).max() else {
            recordAbsence(
                of: .totalLiquidations(window), of: everywhere, .usd, .liquidationFloor)
            return
        }
        let long = floors.map(\.longUSD).compensatedSum
        let short = floors.map(\.shortUSD).compensatedSum
        recordSides(
            long: long, short: short, of: .venue(state.venue), at: observed, from: sources)
        record(
            "liquidations.assets", of: .venue(state.venue), Double(floors.count), .count,
            at: observed, .liquidationFloor, from: sources)
        recordBound(long: long, short: short, of: everywhere, at: observed, from: sources)
        for (asset, floor) in state.floors {
            recordBound(
                long: floor.longUSD, short: floor.shortUSD, of: .venue("all", asset: asset),
                at: floor.observedAt, from: sources)
        }
    }

    /// What all venues liquidated cannot be told from one of them; it was no less than that one's.
    private mutating func recordBound(
        long: Double, short: Double, of subject: Subject, at observed: Timestamp,
        from sources: Provenance
    ) {
        let sides: [(Measure, Double)] = [
            (.longLiquidations(window), long), (.shortLiquidations(window), short),
            (.totalLiquidations(window), long + short),
        ]
        for (measure, floor) in sides {
            record(
                measure, of: subject, .none, .usd, low: floor, at: observed, .liquidationFloor,
                from: sources, standing: .undecidable)
        }
    }

    private mutating func recordRule(_ state: LeverageState) {
        guard let regime = state.regime else { return }
        recordText(
            "liquidations.rule", of: .venue(state.venue), regime.rule.rawValue, .samplingRule,
            from: [])
    }
}
