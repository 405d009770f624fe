internal import Indices
internal import Market
internal import Series
internal import Store

/// What each asset cost, in US dollars, at either end of the window and in between.
struct PriceBoard {
    /// An asset's contract with its hourly bars, in prices of the contract.
    struct Entry {
        let instrument: Instrument
        let bars: CandleSeries
    }

    /// A price older than this is no price.
    static let staleAfter = PriceAggregate.Limits().staleAfter

    /// The contracts with hourly bars: what changed hands is read from them, and hourly returns.
    let entries: [AssetID: Entry]
    /// The prices, of all contracts together.
    let prices: PriceBook
    let sources: Provenance
    let stablecoins: Set<AssetID>

    /// Gives each asset its contracts; of several with hourly bars, the first by name is its entry.
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
        // A contract is described by the source of its bars.
        sources = inputs.perpetuals.sources
        stablecoins = Set(
            inputs.assets.rows.filter { $0.assetClass == .stablecoin }.map(\.id))
        prices = PriceBook(
            inputs.instruments.rows,
            bars: [
                PriceBook.Bars(
                    columns: bars.mapValues { CandleColumns(closesOf: $0, interval: .hour) },
                    sources: inputs.perpetuals.sources),
                PriceBook.Bars(inputs.dailyCloses),
            ],
            stablecoins: stablecoins)
    }

    /// US dollars a coin at an instant; a stablecoin is one dollar by definition.
    func price(of asset: AssetID, at instant: Timestamp) -> Double? {
        prices.price(of: asset, at: instant)
    }

    /// US dollars a coin at both ends of a window.
    func prices(of asset: AssetID, over window: TimeRange) -> (before: Double, after: Double)? {
        prices.prices(of: asset, over: window)
    }
}
