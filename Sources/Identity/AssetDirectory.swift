package import Market

/// Which asset is meant by what people write, and what people wrote for an asset, at any time.
///
/// It knows the rows it was made of and nothing else: made of the rows known at an instant, it knows no
/// change of later. An asset for which no row says when its id was a ticker is written as its id, from the end
/// of the last name it gave up. Names are told apart without regard to case; ids are not names but for that.
package struct AssetDirectory: Sendable {
    /// Names of more bytes are not looked at.
    package static let longestName = 100
    /// How many suggestions an unknown name gets at most.
    package static let mostSuggestions = 3

    /// Every name of each asset, by its beginning, then by ticker.
    let tickers: [AssetID: [AssetTicker]]
    /// The tickers that people write, folded, with those who have them, by asset.
    let byTicker: [String: [AssetTicker]]
    /// The names for readers, folded, with those who have them, ascending.
    let byName: [String: [AssetID]]
    /// What venues call what trades, folded, with their contracts, by id.
    let byContract: [String: [Instrument]]
    /// Contracts by their whole id, folded.
    let byInstrument: [String: Instrument]
    /// Assets by their id, folded, ascending.
    let byID: [String: [AssetID]]
    /// The assets that went over into each.
    let predecessors: [AssetID: [AssetTicker]]
    private let names: [AssetID: String]

    /// A directory of rows in any order; rows whose `coinsPerUnit` is no number above zero are passed over.
    package init(assets: [Asset], tickers rows: [AssetTicker], instruments: [Instrument]) {
        let rows = rows.filter { $0.coinsPerUnit.isFinite && $0.coinsPerUnit > 0 }
        names = Dictionary(assets.map { ($0.id, $0.name) }, uniquingKeysWith: { min($0, $1) })
        let ids = Set(
            assets.map(\.id) + rows.map(\.asset) + rows.compactMap(\.into)
                + instruments.map(\.asset))
        let tickers = Self.tickers(of: ids, rows)
        self.tickers = tickers
        let all = ids.sorted().flatMap { tickers[$0] ?? [] }
        byTicker = Dictionary(grouping: all) { Self.folded($0.ticker) }
        byName = Dictionary(grouping: names.keys.sorted()) { [names] in Self.folded(names[$0] ?? "")
        }
        let contracts = instruments.sorted { $0.id < $1.id }
        byContract = Dictionary(grouping: contracts) { Self.folded(Self.base(of: $0)) }
        byInstrument = Dictionary(
            contracts.map { (Self.folded($0.id.text), $0) }, uniquingKeysWith: { first, _ in first }
        )
        byID = Dictionary(grouping: ids.sorted()) { Self.folded($0.text) }
        let ended = all.filter { $0.into != nil && $0.into != $0.asset }
        predecessors = Dictionary(grouping: ended) { $0.into ?? $0.asset }
    }

    /// The name of an asset for readers; its id where it has no other.
    package func name(of asset: AssetID) -> String {
        names[asset] ?? asset.text
    }

    /// Capitals, by Unicode and the same in every locale.
    static func folded(_ text: some StringProtocol) -> String {
        text.uppercased()
    }

    private static func tickers(of ids: Set<AssetID>, _ rows: [AssetTicker])
        -> [AssetID: [AssetTicker]]
    {
        var tickers = Dictionary(grouping: rows, by: \.asset)
        for id in ids {
            let own = tickers[id] ?? []
            let isSaid = own.contains { row in
                row.kind == .current || (row.ticker == id.text && row.kind != .delisted)
            }
            guard !isSaid else { continue }
            let before = own.filter { $0.kind == .renamed || $0.kind == .redenominated }
            let implied = AssetTicker(
                asset: id, ticker: id.text, kind: .current, from: before.compactMap(\.until).max(),
                citation: "")
            tickers[id, default: []].append(implied)
        }
        return tickers.mapValues(ordered)
    }

    // A ticker without a beginning stood until a row says that it was given up.
    private static func ordered(_ rows: [AssetTicker]) -> [AssetTicker] {
        let ends = Dictionary(
            rows.filter { $0.kind != .delisted && $0.kind != .current }
                .compactMap { row in row.until.map { (row.ticker, $0) } },
            uniquingKeysWith: { min($0, $1) })
        return rows.map { row in
            guard row.kind == .current, row.from == nil, row.until == nil else { return row }
            return AssetTicker(
                asset: row.asset, ticker: row.ticker, kind: row.kind, until: ends[row.ticker],
                coinsPerUnit: row.coinsPerUnit, into: row.into, citation: row.citation)
        }
        .sorted { left, right in
            let starts = (left.from?.microseconds ?? .min, right.from?.microseconds ?? .min)
            guard starts.0 == starts.1 else { return starts.0 < starts.1 }
            return (left.ticker, left.kind.rawValue, left.coinsPerUnit, left.citation)
                < (right.ticker, right.kind.rawValue, right.coinsPerUnit, right.citation)
        }
    }

    // `perp:binance:1000SHIB` is called 1000SHIB.
    private static func base(of instrument: Instrument) -> Substring {
        instrument.id.text.split(separator: ":").last ?? ""
    }
}
