internal import Market
internal import Series
internal import Store

/// The bars of one thing that has a chart: the whole market, or an asset by its contract.
struct ChartInputs {
    let question: Question
    let charted: Charted
    /// The name a reader knows, where the store has one.
    let name: Asset?
    /// Whether volumes were traded, and not estimated by an index's provider.
    let hasVolume: Bool
    /// What the daily bars are stored as; `nil` where there are none.
    let series: SeriesID?
    let daily: Sourced<Candle>
    let hourly: Sourced<Candle>
    let sources: [Source]

    /// Reads what was known at the question's as-of.
    ///
    /// - Input: `byLongest`, whether of an asset's contracts the one with the longest history is taken, not the
    ///   first by name.
    init(
        _ charted: Charted, _ question: Question, byLongest: Bool = false,
        from snapshot: StoreSnapshot
    ) throws {
        self.charted = charted
        self.question = question
        let history = TimeRange(from: question.asOf - Self.history, to: question.asOf)
        let context = TimeRange(from: question.asOf - Self.context, to: question.asOf)
        switch charted {
        case .market:
            name = nil
            hasVolume = false
            series = .total
            daily = try snapshot.candles(series: .total, interval: .day, range: history)
            hourly = try snapshot.candles(series: .total, interval: .hour, range: context)
        case .asset(let asset):
            let named = try snapshot.instruments().rows.filter { $0.asset == asset }
                .sorted { $0.id < $1.id }
            let instruments =
                byLongest ? try Self.longest(of: named, .day, history, from: snapshot) : named
            name = try snapshot.assets().rows.first { $0.id == asset }
            hasVolume = true
            (daily, series) = try Self.bars(of: instruments, .day, history, from: snapshot)
            hourly = try Self.bars(of: named, .hour, context, from: snapshot).bars
        }
        sources = try snapshot.sources()
    }

    /// The contract with the most bars of a length, the first by name of equals.
    static func longest(
        of instruments: [Instrument], _ interval: TimeSpan, _ range: TimeRange,
        from snapshot: StoreSnapshot
    ) throws -> [Instrument] {
        let counted = try instruments.map { instrument in
            (
                instrument: instrument,
                bars: try snapshot.columns(
                    of: instrument.series, interval: interval, range: range, fields: .closes
                ).columns.count
            )
        }
        let most = counted.map(\.bars).max() ?? 0
        return counted.first { $0.bars == most }.map { [$0.instrument] } ?? []
    }

    /// The bars of the first of some contracts that has any, as prices of one coin, and what they are stored as.
    static func bars(
        of instruments: [Instrument], _ interval: TimeSpan, _ range: TimeRange,
        from snapshot: StoreSnapshot
    ) throws -> (bars: Sourced<Candle>, series: SeriesID?) {
        for instrument in instruments {
            let bars = try snapshot.candles(
                series: instrument.series, interval: interval, range: range)
            guard !bars.rows.isEmpty else { continue }
            let priced = Sourced(
                rows: bars.rows.map { $0.priced(coins: instrument.coinsPerPrice) }
                    .filter(\.isConsistent),
                sources: bars.sources)
            return (priced, instrument.series)
        }
        return (Sourced(rows: [], sources: []), nil)
    }

    /// How far back daily bars are read: enough for any average and for Wilder's seed to fade.
    private static let history = TimeSpan.days(3660)

    /// How far back hourly bars are read: today's, and enough to know the last price.
    private static let context = TimeSpan.days(7)
}

extension Candle {
    /// The bar of one coin, where a quoted price is for several.
    func priced(coins: Double) -> Candle {
        guard coins != 1 else { return self }
        return Candle(
            openTime: openTime, interval: interval, open: open / coins, high: high / coins,
            low: low / coins, close: close / coins, volume: volume.map { $0 * coins })
    }
}
