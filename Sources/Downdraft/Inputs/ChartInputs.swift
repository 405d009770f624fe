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
    let daily: Sourced<Candle>
    let hourly: Sourced<Candle>
    let sources: [Source]

    /// Reads what was known at the question's as-of.
    init(_ charted: Charted, _ question: Question, from snapshot: StoreSnapshot) throws {
        self.charted = charted
        self.question = question
        let history = TimeRange(from: question.asOf - Self.history, to: question.asOf)
        let context = TimeRange(from: question.asOf - Self.context, to: question.asOf)
        switch charted {
        case .market:
            name = nil
            hasVolume = false
            daily = try snapshot.candles(series: .total, interval: .day, range: history)
            hourly = try snapshot.candles(series: .total, interval: .hour, range: context)
        case .asset(let asset):
            let instruments = try snapshot.instruments().rows.filter { $0.asset == asset }
            name = try snapshot.assets().rows.first { $0.id == asset }
            hasVolume = true
            daily = try Self.bars(of: instruments, .day, history, from: snapshot)
            hourly = try Self.bars(of: instruments, .hour, context, from: snapshot)
        }
        sources = try snapshot.sources()
    }

    /// The bars of the first contract by name that has any, as prices of one coin.
    private static func bars(
        of instruments: [Instrument], _ interval: TimeSpan, _ range: TimeRange,
        from snapshot: StoreSnapshot
    ) throws -> Sourced<Candle> {
        for instrument in instruments.sorted(by: { $0.id < $1.id }) {
            let bars = try snapshot.candles(
                series: instrument.series, interval: interval, range: range)
            guard !bars.rows.isEmpty else { continue }
            return Sourced(
                rows: bars.rows.map { $0.priced(coins: instrument.coinsPerPrice) }
                    .filter(\.isConsistent),
                sources: Set(bars.sources))
        }
        return Sourced(rows: [], sources: [])
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
