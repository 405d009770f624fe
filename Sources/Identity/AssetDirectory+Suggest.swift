internal import Market

extension AssetDirectory {
    /// What may have been meant by a folded name that nobody has: tickers and names with one letter wrong, or two
    /// where there are more than three, and names that go on from it.
    ///
    /// The nearest first, then by spelling; each asset once.
    func nearest(_ folded: String) -> [Candidate] {
        let bytes = Array(folded.utf8)
        guard !bytes.isEmpty else { return [] }
        let most = bytes.count > 3 ? 2 : 1
        var found: [(distance: Int, spelling: String, candidate: Candidate)] = []
        for (spelling, rows) in byTicker {
            guard let distance = EditDistance.between(bytes, Array(spelling.utf8), most: most)
            else { continue }
            found += rows.map { (distance, spelling, candidate($0)) }
        }
        for (spelling, assets) in byName {
            let goesOn = bytes.count >= 3 && spelling.hasPrefix(folded)
            guard
                let distance = goesOn
                    ? most : EditDistance.between(bytes, Array(spelling.utf8), most: most)
            else { continue }
            found += assets.map { (distance, spelling, candidate($0)) }
        }
        found.sort { left, right in
            (left.distance, left.spelling, left.candidate.asset)
                < (right.distance, right.spelling, right.candidate.asset)
        }
        var seen: Set<AssetID> = []
        return Array(
            found.map(\.candidate).filter { seen.insert($0.asset).inserted }
                .prefix(Self.mostSuggestions))
    }

    /// An asset as one that a ticker may stand for.
    func candidate(_ row: AssetTicker) -> Candidate {
        Candidate(
            asset: row.asset, ticker: row.ticker, name: name(of: row.asset), citation: row.citation)
    }

    /// An asset as one that may have been meant, by the last of its own tickers.
    func candidate(_ asset: AssetID) -> Candidate {
        let own = (tickers[asset] ?? []).filter { $0.kind == .current }
        return own.last.map { candidate($0) }
            ?? Candidate(asset: asset, ticker: asset.text, name: name(of: asset), citation: "")
    }
}
