internal import Catalysts
internal import Indices
internal import Market
internal import Series
internal import Store

extension ReturnPanel {
    /// Daily returns of every asset that an instrument given is of, by the contract of it with the most days.
    init?(days rows: [InstrumentColumns], instruments: [Instrument], supplies: [Supply]) {
        let assets = Dictionary(
            instruments.map { ($0.id, $0.asset) }, uniquingKeysWith: { first, _ in first })
        let coins = Dictionary(
            supplies.map { ($0.asset, $0) }, uniquingKeysWith: { first, _ in first })
        var longest: [AssetID: CandleColumns] = [:]
        for row in rows.sorted(by: { $0.instrument < $1.instrument }) {
            guard let asset = assets[row.instrument] else { continue }
            if row.columns.count > longest[asset]?.count ?? 0 { longest[asset] = row.columns }
        }
        let times = Set(
            longest.values.flatMap { days in (0..<days.count).map { days.closeTime(at: $0) } }
        ).sorted()
        let places = Dictionary(uniqueKeysWithValues: times.enumerated().map { ($1, $0) })
        let columns = longest.sorted { $0.key < $1.key }.map { asset, days in
            var closes = [Double](repeating: .nan, count: times.count)
            for bar in 0..<days.count {
                if let place = places[days.closeTime(at: bar)] { closes[place] = days.closes[bar] }
            }
            return ReturnPanel.Column(asset: asset, cap: coins[asset]?.cap ?? 0, values: closes)
        }
        self.init(closes: columns, closeTimes: times)
    }

    /// Daily returns of all but stablecoins, as far back as an answer looks, with the sources of the bars.
    static func ofDays(
        asOf: Timestamp, from snapshot: StoreSnapshot
    ) throws -> Sourced<ReturnPanel> {
        let days = try snapshot.instrumentColumns(
            interval: .day, range: TimeRange(from: asOf - DayInputs.history, to: asOf),
            fields: .closes)
        let stablecoins = Set(
            try snapshot.assets().rows.filter { $0.assetClass == .stablecoin }.map(\.id))
        let panel = ReturnPanel(
            days: days.rows,
            instruments: try snapshot.instruments().rows.filter { !stablecoins.contains($0.asset) },
            supplies: SupplyBook(try snapshot.supplies().rows).supplies(at: asOf))
        return Sourced(rows: [panel].compactMap { $0 }, sources: days.sources)
    }
}
