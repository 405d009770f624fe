internal import Evidence
internal import Market
internal import Series

extension FactScribe {
    /// What the indicators of a chart read: at the last closed day, and with today's bar so far.
    mutating func recordIndicatorSheet(
        _ chart: ChartState, hasVolume: Bool, of subject: Subject, from sources: Provenance
    ) {
        let closed = IndicatorReadings(chart.daily.candles, volumes: hasVolume)
        record(
            closed, live: false, of: subject, at: chart.daily.candles.last?.closeTime, from: sources
        )
        guard chart.unfinished != nil else { return }
        let live = IndicatorReadings(chart.liveCandles, volumes: hasVolume)
        record(live, live: true, of: subject, at: chart.last?.closeTime, from: sources)
    }

    private mutating func record(
        _ readings: IndicatorReadings, live isLive: Bool, of subject: Subject,
        at observed: Timestamp?, from sources: Provenance
    ) {
        let method: Method = isLive ? .liveIndicator : .closedIndicator
        for reading in readings.readings {
            let measure = Measure.reading(Measure(reading.name), live: isLive)
            record(
                measure, of: subject, reading.value, reading.scale.unit, at: observed, method,
                from: sources)
            guard let rank = reading.rank else { continue }
            record(
                measure.dot("rank"), of: subject, rank, .ratio, at: observed, .rankOfYear,
                from: sources)
        }
    }

    /// The last price of a chart, and where its bars begin.
    mutating func recordChart(_ chart: ChartState, of subject: Subject, from sources: Provenance) {
        guard let last = chart.last else {
            recordAbsence(of: .price, of: subject, .usd, .lastClose)
            return
        }
        record(.price, of: subject, last.close, .usd, at: last.closeTime, .lastClose, from: sources)
        guard let first = chart.daily.candles.first else { return }
        let count = chart.daily.candles.count
        func put(_ measure: Measure, _ count: Int) {
            record(
                measure, of: subject, Double(count), .count, at: last.closeTime, .bars,
                from: sources)
        }
        put("bars.count", count)
        put("bars.ranked", min(count, IndicatorReadings.rankedBars))
        record(
            "bars.first", of: subject, .day(first.openTime.day), .day, at: first.openTime, .bars,
            from: sources)
    }
}

extension IndicatorReadings.Scale {
    /// The unit of a reading on a chart in US dollars.
    var unit: Unit {
        switch self {
        case .price: .usd
        case .score: .score
        case .ratio: .ratio
        case .coefficient: .coefficient
        case .amount: .coins
        }
    }
}
