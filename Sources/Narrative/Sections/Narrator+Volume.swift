internal import Evidence

extension Narrator {
    /// What changed hands.
    var volume: Section? {
        guard let market = fact(.volume(window), .own) else { return nil }
        let sentence = phrases.volume(
            market, change: fact(.volumeChange(window), .own), over: overWindow)
        let sectors = ranked(.volume(window), kind: "sector", by: >)
        let table = Table(
            "volume", phrases.caption(.volume),
            columns: [
                words(.sector), figures(.volume), figures(.range), figures(.change),
                figures(.range),
            ],
            rows: sectors.map { volume in
                let change = fact(.volumeChange(window), volume.subject)
                return [
                    cell(fact(.title, volume.subject)), "\(volume)", "\(volume, .interval)",
                    cell(change, .signed), cell(change, .interval),
                ]
            })
        return section(
            "volume", .volume,
            [.paragraph([sentence])] + (sectors.isEmpty ? [] : [.table(table)]))
    }
}
