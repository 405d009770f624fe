package import Market

extension AssetDirectory {
    /// What an asset is called, for a reader: `BTC`; `RENDER, formerly RNDR` where it had another name before
    /// this one; `RENDER, then RNDR` for an instant at which it had one before the last that is known.
    ///
    /// An asset the directory does not know is called by its id.
    package func label(of asset: AssetID, at instant: Timestamp) -> String {
        let own = Self.primary(tickers[asset] ?? [])
        guard let last = own.last else { return asset.text }
        let then = own.last { ($0.from ?? instant) <= instant } ?? own.first ?? last
        if then.ticker != last.ticker { return "\(last.ticker), then \(then.ticker)" }
        let former = own.last { row in
            row.ticker != last.ticker && (row.until.map { $0 <= instant } ?? false)
        }
        guard let name = former?.ticker ?? predecessor(of: asset, at: instant) else {
            return last.ticker
        }
        return "\(last.ticker), formerly \(name)"
    }

    /// The ticker of the asset that had become this one by an instant coin by coin, as MATIC became POL.
    private func predecessor(of asset: AssetID, at instant: Timestamp) -> String? {
        let ended = (predecessors[asset] ?? []).filter { row in
            row.coinsPerUnit == 1 && row.until.map { $0 <= instant } ?? false
        }
        return ended.max { ($0.until ?? instant, $0.ticker) < ($1.until ?? instant, $1.ticker) }?
            .ticker
    }

    /// The names and units an asset went by, with those of the assets that went over into it.
    ///
    /// An asset that the directory does not know has none.
    ///
    /// - Complexity: O(n²) in the rows of the assets it reaches; each asset is visited once.
    package func history(of asset: AssetID) -> AssetHistory {
        var segments: [AssetHistory.Segment] = []
        var visited: Set<AssetID> = [asset]
        var queue: [(asset: AssetID, factor: Double)] = [(asset, 1)]
        var place = 0
        while place < queue.count {
            let (current, factor) = queue[place]
            place += 1
            segments += Self.primary(tickers[current] ?? []).compactMap { Self.segment($0, factor) }
            for row in predecessors[current] ?? [] where visited.insert(row.asset).inserted {
                queue.append((row.asset, factor * row.coinsPerUnit))
            }
        }
        return AssetHistory(asset: asset, segments: segments)
    }

    /// What the coins of an asset had become by an instant, and how many coins of that one of them is;
    /// the asset itself and 1 where nothing had happened.
    package func successor(of asset: AssetID, at instant: Timestamp) -> (
        asset: AssetID, coinsPerUnit: Double
    ) {
        var (current, factor) = (asset, 1.0)
        var visited: Set<AssetID> = [asset]
        while let row = tickers[current]?.first(where: { row in
            row.into != nil && row.until.map { $0 <= instant } ?? false
        }), let into = row.into, visited.insert(into).inserted {
            (current, factor) = (into, factor * row.coinsPerUnit)
        }
        return (current, factor)
    }

    /// Rows of the names that an asset itself had, without what venues made of them, by time of their end.
    private static func primary(_ rows: [AssetTicker]) -> [AssetTicker] {
        rows.filter { $0.kind != .contract && $0.kind != .delisted }.sorted { left, right in
            let ends = (left.until?.microseconds ?? .max, right.until?.microseconds ?? .max)
            guard ends.0 == ends.1 else { return ends.0 < ends.1 }
            // Of names in use side by side the asset's own comes last: it is the one to be called by.
            return (left.kind == .current ? 1 : 0) < (right.kind == .current ? 1 : 0)
        }
    }

    private static func segment(_ row: AssetTicker, _ factor: Double) -> AssetHistory.Segment? {
        let coins = row.into == nil ? row.coinsPerUnit * factor : factor
        guard coins.isFinite, coins > 0 else { return nil }
        return AssetHistory.Segment(
            asset: row.asset, ticker: row.ticker, from: row.from, until: row.until,
            coinsPerUnit: coins)
    }
}
