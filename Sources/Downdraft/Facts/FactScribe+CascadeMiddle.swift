internal import Cascades
internal import Evidence
internal import Market
internal import Series

extension FactScribe {
    /// The one cascade in the middle of what is held, of each coin.
    mutating func recordMiddles(_ middles: [CascadeMiddle], from sources: Provenance) {
        for (place, shock) in CascadeMiddle.shocks.enumerated() {
            record(
                Measure("cascade.middle.shock.\(place + 1)"), of: .question, shock, .ratio,
                at: question.range.end, .asked, from: [])
        }
        for middle in middles {
            for reading in middle.readings {
                record(reading, of: .asset(middle.asset), from: sources)
            }
        }
    }

    private mutating func record(
        _ reading: CascadeMiddle.Reading, of subject: Subject, from sources: Provenance
    ) {
        let measure = Measure("cascade.middle.\(reading.law.rawValue).\(reading.side.way)")
        var figures: [(Measure, Double, Unit)] = [(measure.dot("gain"), reading.gain, .coefficient)]
        if let amplification = reading.amplification {
            figures.append((measure.dot("amplification"), amplification, .coefficient))
        }
        if let trigger = reading.trigger {
            let distance = reading.side == .long ? -trigger.distance : trigger.distance
            figures.append((measure.dot("trigger"), trigger.price, .usd))
            figures.append((measure.dot("trigger.distance"), distance, .ratio))
        }
        for (place, rest) in reading.rests.enumerated() {
            let end = measure.dot("rest.\(place + 1)")
            figures.append((end, rest.first, .usd))
            if rest.isFragile { figures.append((end.dot("furthest"), rest.furthest, .usd)) }
        }
        for (measure, value, unit) in figures {
            record(
                measure, of: subject, value, unit, at: question.range.end, .centralCascade,
                from: sources, standing: .estimated)
        }
    }

    /// Where a coin's price may be over the next hours, after where it was.
    mutating func recordFans(
        _ fans: [CascadeFan], _ middle: CascadeMiddle, after hourly: [Candle],
        of subject: Subject, from sources: Provenance
    ) {
        guard !fans.isEmpty else { return }
        let end = question.range.end
        let facts: [(Measure, Double, Unit, Method)] = [
            ("cascade.fan.hours", Double(CascadeFan.hours), .hours, .cascadePaths),
            ("cascade.fan.paths", Double(CascadeFan.paths), .count, .cascadePaths),
            (
                "cascade.fan.volatility", middle.market.hourlyDeviation, .ratio,
                .deviationOfHours
            ),
        ]
        for (measure, value, unit, method) in facts {
            record(measure, of: subject, value, unit, at: end, method, from: sources)
        }
        for fan in fans { record(fan, of: subject, from: sources) }
        let shown = hourly.filter { $0.closeTime <= end }.suffix(CascadeFan.hours)
        guard !shown.isEmpty else { return }
        record(
            SeriesFact(
                "cascade.fan.before", of: subject, times: shown.map(\.openTime), interval: .hour,
                columns: [SeriesFact.Column("close", .usd, shown.map(\.close))],
                asOf: question.asOf, method: .bars, sources: sources))
    }

    private mutating func record(_ fan: CascadeFan, of subject: Subject, from sources: Provenance) {
        // What is told of an hour holds at its end, and the first of them is now.
        let times = fan.prices.indices.map { question.range.end + .hours($0 - 1) }
        let columns = CascadeFan.columns.enumerated().map { place, name in
            SeriesFact.Column(name, .usd, fan.prices.map { $0[place] })
        }
        record(
            SeriesFact(
                Measure("cascade.fan.\(fan.law.rawValue)"), of: subject, times: times,
                interval: .hour, columns: columns, asOf: question.asOf, method: .cascadePaths,
                sources: sources, standing: .simulated))
    }
}

extension PositionSide {
    /// Where the price goes when it goes against the side, as measures spell it.
    fileprivate var way: String { self == .long ? "fall" : "rise" }
}
