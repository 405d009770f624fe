internal import Market
internal import Series
internal import Store

/// What each asset cost, in US dollars, at either end of the window and in between.
struct PriceBoard {
    /// An asset's perpetual contract with its bars, in prices a coin.
    struct Entry {
        let instrument: Instrument
        let bars: CandleSeries

        /// US dollars a coin at an instant: the last close, unless that is too old.
        func price(at instant: Timestamp) -> Double? {
            bars.lastClosed(at: instant, within: PriceBoard.staleAfter)
                .map { $0.close / instrument.coinsPerPrice }
        }
    }

    /// A price older than this is no price.
    static let staleAfter = TimeSpan.hours(3)

    let entries: [AssetID: Entry]
    let sources: [SourceID]
    let stablecoins: Set<AssetID>

    /// Gives each asset its contract; of several, the first by name.
    init(_ inputs: DayInputs) {
        let bars = Dictionary(
            inputs.perpetuals.rows.map { ($0.instrument, $0.candles) },
            uniquingKeysWith: { first, _ in first })
        var entries: [AssetID: Entry] = [:]
        for instrument in inputs.instruments.rows.sorted(by: { $0.id < $1.id })
        where entries[instrument.asset] == nil {
            guard let candles = bars[instrument.id] else { continue }
            entries[instrument.asset] = Entry(
                instrument: instrument, bars: CandleSeries(interval: .hour, candles: candles))
        }
        self.entries = entries
        sources = inputs.perpetuals.sources + inputs.instruments.sources
        stablecoins = Set(
            inputs.assets.rows.filter { $0.assetClass == .stablecoin }.map(\.id))
    }

    /// US dollars a coin at an instant; a stablecoin is one dollar by definition.
    func price(of asset: AssetID, at instant: Timestamp) -> Double? {
        stablecoins.contains(asset) ? 1 : entries[asset]?.price(at: instant)
    }

    /// US dollars a coin at both ends of a window.
    func prices(of asset: AssetID, over window: TimeRange) -> (before: Double, after: Double)? {
        guard let before = price(of: asset, at: window.start),
            let after = price(of: asset, at: window.end)
        else { return nil }
        return (before, after)
    }
}
