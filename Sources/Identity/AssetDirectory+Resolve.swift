package import Market

extension AssetDirectory {
    /// Which asset somebody means.
    ///
    /// Understood, in this order: `asset:` and an id, the whole id of a contract, a ticker, a name for readers,
    /// a venue's symbol or pair, a venue's name for what trades; with or without a `$` before it. A ticker that was
    /// given up still stands for what it became, where nothing else has it at the time. Where one of these fits
    /// several assets, none is guessed.
    ///
    /// - Complexity: bounded by `longestName` and the size of the directory, whatever the text.
    package func resolve(_ text: String, at instant: Timestamp) -> Resolution {
        guard text.utf8.count <= Self.longestName else {
            return .none(UnknownName(reason: .tooLong, suggestions: []))
        }
        let trimmed = Self.trimmed(text)
        guard !trimmed.isEmpty else {
            return .none(UnknownName(reason: .empty, suggestions: []))
        }
        let folded = Self.folded(trimmed)
        if let found = found(folded, at: instant) { return found }
        if let lookalike = Lookalike(String(trimmed)) {
            let plain = Self.folded(Self.trimmed(lookalike.plain))
            return .none(
                UnknownName(
                    reason: .lookalike(lookalike.found),
                    suggestions: self.candidates(found(plain, at: instant)) ?? nearest(plain)))
        }
        let base = PairText(folded[...])?.bases.first ?? folded
        return .none(UnknownName(reason: .unknown, suggestions: nearest(base)))
    }

    private func found(_ folded: String, at instant: Timestamp) -> Resolution? {
        if folded.hasPrefix(Self.idMark) {
            return unique(byID[String(folded.dropFirst(Self.idMark.count))] ?? [])
        }
        if let instrument = byInstrument[folded] { return resolution([instrument]) }
        if let found = ticker(folded, at: instant) { return found }
        if let found = unique(byName[folded] ?? []) { return found }
        for base in PairText(folded[...])?.bases ?? [] {
            if let found = resolution(byContract[base] ?? []) { return found }
            if let found = ticker(base, at: instant) { return found }
        }
        return resolution(byContract[folded] ?? [])
    }

    /// Who has a ticker: those who use it at the time, else those who gave it up last, else those who take it next.
    private func ticker(_ folded: String, at instant: Timestamp) -> Resolution? {
        let rows = (byTicker[folded] ?? []).filter { $0.kind != .delisted }
        let used = rows.filter { $0.isUsed(at: instant) }
        if !used.isEmpty { return choice(used, at: instant) }
        let ended = rows.filter { row in row.until.map { $0 <= instant } ?? false }
        if let last = ended.compactMap(\.until).max() {
            return choice(ended.filter { $0.until == last }, at: instant)
        }
        let announced = rows.compactMap(\.from).min()
        return rows.isEmpty ? nil : choice(rows.filter { $0.from == announced }, at: instant)
    }

    private func choice(_ rows: [AssetTicker], at instant: Timestamp) -> Resolution {
        // Where an asset has the ticker twice, the row that makes it the asset's own counts.
        var first: [AssetID: AssetTicker] = [:]
        for row in rows where first[row.asset] == nil || row.kind == .current {
            first[row.asset] = row
        }
        if first.count == 1, let row = first.values.first { return one(row, at: instant) }
        return .several(
            first.values.map(candidate).sorted { $0.asset < $1.asset })
    }

    private func one(_ row: AssetTicker, at instant: Timestamp) -> Resolution {
        let (asset, factor) = successor(of: row.asset, at: instant)
        let coins = row.into == nil ? row.coinsPerUnit * factor : factor
        let words = words(about: row, became: asset, at: instant)
        guard coins.isFinite, coins > 0, coins != 1 || !words.isEmpty else {
            return .one(asset, note: nil)
        }
        return .one(asset, note: ResolutionNote(coinsPerUnit: coins, words: words))
    }

    private func words(
        about row: AssetTicker, became asset: AssetID, at instant: Timestamp
    ) -> String {
        var words: [String] = []
        if let until = row.until, until <= instant {
            let name = label(of: asset, at: instant).prefix { $0 != "," }
            words.append("\(row.ticker) until \(until.day.spoken), now \(name)")
        } else if let from = row.from, from > instant {
            words.append("\(row.ticker) from \(from.day.spoken)")
        }
        let ends = (byTicker[Self.folded(row.ticker)] ?? []).filter { other in
            other.until.map { $0 <= instant } ?? false
        }
        for other in ends where other.kind == .delisted && other.asset == row.asset {
            words.append("delisted \(other.until?.day.spoken ?? ""): \(other.citation)")
        }
        for other in ends where other.kind != .delisted && other.asset != row.asset {
            words.append(
                "until \(other.until?.day.spoken ?? "") \(row.ticker) was \(other.asset.text)")
        }
        return words.joined(separator: "; ")
    }

    private func unique(_ assets: [AssetID]) -> Resolution? {
        guard let first = assets.first else { return nil }
        return assets.count == 1 ? .one(first, note: nil) : .several(assets.map { candidate($0) })
    }

    private func resolution(_ instruments: [Instrument]) -> Resolution? {
        guard let first = instruments.first else { return nil }
        let isSame = instruments.allSatisfy {
            $0.asset == first.asset && $0.coinsPerPrice == first.coinsPerPrice
        }
        guard isSame else {
            return .several(Set(instruments.map(\.asset)).sorted().map { candidate($0) })
        }
        let isPlain = first.coinsPerPrice == 1
        return .one(
            first.asset,
            note: isPlain ? nil : ResolutionNote(coinsPerUnit: first.coinsPerPrice, words: ""))
    }

    private func candidates(_ resolution: Resolution?) -> [Candidate]? {
        switch resolution {
        case .one(let asset, _)?: [candidate(asset)]
        case .several(let candidates)?: Array(candidates.prefix(Self.mostSuggestions))
        case Resolution.none?, nil: nil
        }
    }

    private static func trimmed(_ text: String) -> Substring {
        var text = text[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        if text.first == "$" { text.removeFirst() }
        return text
    }

    private static let idMark = "ASSET:"
}
