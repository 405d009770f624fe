internal import Indices
internal import Market
internal import Series
internal import Store

/// What each asset cost at any instant, by what its contracts at all venues last closed at.
struct PriceBook {
    /// Closes of contracts on bars of one length, and where they came from.
    struct Bars {
        let columns: [InstrumentID: CandleColumns]
        let sources: Provenance

        /// Closes by their contracts.
        init(columns: [InstrumentID: CandleColumns], sources: Provenance) {
            self.columns = columns
            self.sources = sources
        }

        /// Closes as they were read.
        init(_ read: Sourced<InstrumentColumns>) {
            self.init(
                columns: Dictionary(
                    read.rows.map { ($0.instrument, $0.columns) },
                    uniquingKeysWith: { first, _ in first }),
                sources: read.sources)
        }
    }

    /// A contract with its closes, on bars of one or more lengths.
    struct Contract {
        /// What the contract last closed at, and on which of its bars.
        struct Close {
            let quote: PriceQuote
            let sources: Provenance
        }

        let instrument: Instrument
        let bars: [(columns: CandleColumns, sources: Provenance)]

        /// What the contract last closed at, in US dollars a coin; `nil` before its first close.
        func close(at instant: Timestamp) -> Close? {
            let closes = bars.compactMap { bars in
                bars.columns.lastClosed(at: instant).map { place in
                    Close(
                        quote: PriceQuote(
                            source: SourceID(instrument.venue.text),
                            price: bars.columns.closes[place] / instrument.coinsPerPrice,
                            volume: nil, observed: bars.columns.closeTime(at: place)),
                        sources: bars.sources)
                }
            }
            // Of bars that closed together, those named first.
            return closes.reversed().max { $0.quote.observed < $1.quote.observed }
        }
    }

    /// The price of an asset at both ends of a window, from the same venues.
    struct Pair {
        let before: PriceAggregate
        let after: PriceAggregate
        let priceBefore: Double
        let priceAfter: Double
        /// Where the bars came from.
        let sources: Provenance

        /// When the older of the last closes was.
        var observedAt: Timestamp? { after.used.map(\.observed).min() }
        /// How far the venues lay apart, at the end where it was more, as a ratio; `nil` of one.
        var spread: Double? {
            after.used.count > 1 ? [before.spread, after.spread].compactMap { $0 }.max() : nil
        }
        /// The venues, in order of name.
        var venues: [String] { after.used.map(\.source.text) }
    }

    private let contracts: [AssetID: [Contract]]
    /// Every row that a price of an asset hangs on: also those of a venue that was not believed.
    private let rows: [AssetID: Provenance]
    private let stablecoins: Set<AssetID>

    /// Gives each asset its contracts, by name; those without bars are left out.
    init(
        _ instruments: [Instrument], bars: [Bars], stablecoins: Set<AssetID>
    ) {
        var contracts: [AssetID: [Contract]] = [:]
        for instrument in instruments.sorted(by: { $0.id < $1.id }) {
            let found = bars.compactMap { bars in
                bars.columns[instrument.id].map {
                    (
                        columns: $0,
                        sources: bars.sources.narrowed { $0.of(instrument.series) }
                    )
                }
            }
            .filter { !$0.columns.isEmpty }
            guard !found.isEmpty else { continue }
            contracts[instrument.asset, default: []].append(
                Contract(instrument: instrument, bars: found))
        }
        self.contracts = contracts
        rows = Dictionary(
            uniqueKeysWithValues: contracts.map { asset, contracts in
                let bars = contracts.flatMap(\.bars).map(\.sources).joined
                let named = RowSelection(.instruments, where: ["asset": asset.text])
                return (asset, bars + Provenance([], rows: [named]))
            })
        self.stablecoins = stablecoins
    }

    /// Prices this far apart in time are of one moment.
    private static let oneMoment = TimeSpan(microseconds: 60_000_000)

    /// The assets that have a contract with bars, by name.
    var assets: [AssetID] { contracts.keys.sorted() }

    /// The contracts of an asset, by name.
    func contracts(of asset: AssetID) -> [Contract] { contracts[asset] ?? [] }

    /// What an asset cost at an instant; a stablecoin is one dollar by definition.
    func price(of asset: AssetID, at instant: Timestamp) -> Double? {
        if stablecoins.contains(asset) { return 1 }
        return PriceAggregate(closes(of: asset, at: instant).map(\.quote), asOf: instant).price
    }

    /// What an asset cost at both ends of a window, a stablecoin one dollar.
    func prices(of asset: AssetID, over window: TimeRange) -> (before: Double, after: Double)? {
        if stablecoins.contains(asset) { return (1, 1) }
        return pair(of: asset, over: window).map { ($0.priceBefore, $0.priceAfter) }
    }

    /// What an asset cost at both ends of a window, from venues that are fresh and believed at both:
    /// a venue that comes or goes must not look like a move.
    func pair(of asset: AssetID, over window: TimeRange) -> Pair? {
        let closes = [
            closes(of: asset, at: window.start), closes(of: asset, at: window.end),
        ]
        let first = closes[0].map(\.quote)
        let last = closes[1].map(\.quote)
        var before = PriceAggregate(first, asOf: window.start)
        var after = PriceAggregate(last, asOf: window.end, previous: before.price)
        if before.used.map(\.source) != after.used.map(\.source) {
            let both = Set(before.used.map(\.source)).intersection(after.used.map(\.source))
            before = PriceAggregate(
                first.filter { both.contains($0.source) }, asOf: window.start)
            after = PriceAggregate(
                last.filter { both.contains($0.source) }, asOf: window.end,
                previous: before.price)
        }
        guard let priceBefore = before.price, let priceAfter = after.price else { return nil }
        let used = closes.joined().filter { close in
            after.used.contains { $0.source == close.quote.source }
        }
        return Pair(
            before: before, after: after, priceBefore: priceBefore, priceAfter: priceAfter,
            sources: (rows[asset] ?? []).naming(used.flatMap(\.sources.sources)))
    }

    /// The last closes of an asset's contracts that are of one moment with the newest: the mean of prices
    /// of different hours is the price of none.
    private func closes(of asset: AssetID, at instant: Timestamp) -> [Contract.Close] {
        let closes = contracts(of: asset).compactMap { $0.close(at: instant) }
        guard let newest = closes.map(\.quote.observed).max() else { return [] }
        return closes.filter { newest - $0.quote.observed <= Self.oneMoment }
    }
}
