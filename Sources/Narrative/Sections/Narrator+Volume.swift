internal import Evidence

extension Narrator {
    /// What changed hands.
    var volume: Section? {
        guard let market = fact(.volume(window), .own) else { return nil }
        let change: Sentence =
            fact(.volumeChange(window), .own).map {
                ", \($0, .signed) against the stretch of the same length before"
            } ?? ""
        let words: Sentence = """
            Perpetual contracts on the members of our index traded \(market) \(overWindow)\(change). \
            The venue counts coins, not dollars: each hour is valued at its close, and the true \
            figure lies within \(market, .interval).
            """
        let sectors = ranked(.volume(window), kind: "sector", by: >)
        let table = Table(
            "volume", "Traded on Binance's perpetual contracts, in US dollars",
            columns: [
                .words("Sector"), .numbers("Volume"), .numbers("Range"), .numbers("Change"),
                .numbers("Range"),
            ],
            rows: sectors.map { volume in
                let change = fact(.volumeChange(window), volume.subject)
                return [
                    cell(fact(.title, volume.subject)), "\(volume)", "\(volume, .interval)",
                    cell(change, .signed), cell(change, .interval),
                ]
            })
        return Section(
            "volume", "Volume",
            [.paragraph([words])] + (sectors.isEmpty ? [] : [.table(table)]))
    }
}
