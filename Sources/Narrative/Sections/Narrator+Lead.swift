internal import Evidence
internal import Market

extension Narrator {
    /// The answer in one sentence.
    var headline: Sentence {
        guard let change = marketChange, change.number != nil else { return phrases.noHeadline }
        return phrases.headline(change, over: overWindow, to: fact(.cap, .total), exposedChange)
    }

    /// The answer in a few sentences.
    var lead: [Sentence] {
        [leadLevel, leadCoins, leadSector, leadLeverage, leadTechnical].compactMap { $0 }
            + leadCause
    }

    /// Where the market stood.
    var leadLevel: Sentence? {
        fact(.cap, .total).map {
            phrases.level(
                $0, day: fact(.change("24h"), .total),
                sinceMidnight: fact(.change("utcDay"), .total))
        }
    }

    /// What the two largest coins contributed, with the change that it is a part of.
    var coinShares: (bitcoin: Fact, ether: Fact, own: Fact)? {
        guard let bitcoin = fact(.contribution(window), .asset("BTC")),
            let ether = fact(.contribution(window), .asset("ETH")),
            let own = fact(.change(window), .own)
        else { return nil }
        return (bitcoin, ether, own)
    }

    /// What the two largest coins made of it.
    var leadCoins: Sentence? {
        coinShares.map { phrases.largestCoins(bitcoin: $0.bitcoin, ether: $0.ether, of: $0.own) }
    }

    private var leadSector: Sentence? {
        guard let sector = exposed, let change = exposedChange else { return nil }
        return phrases.sectorMove(change, strongestGroup(of: sector.subject))
    }

    /// The group of a sector that went furthest with the market beyond its beta, by its title.
    func strongestGroup(of sector: Subject) -> GroupMove? {
        let direction: Double = marketFell ? -1 : 1
        return book.all(.abnormal(window))
            .filter { $0.subject.parent == sector && ($0.number ?? 0) * direction > 0 }
            .max { ($0.number ?? 0) * direction < ($1.number ?? 0) * direction }
            .flatMap { abnormal in
                fact(.title, abnormal.subject).map { GroupMove(title: $0, abnormal: abnormal) }
            }
    }

    /// What was liquidated of Bitcoin on Binance, by side.
    var bitcoinLiquidations: (long: Fact, short: Fact)? {
        guard let long = fact(.longLiquidations(window), .venue("binance", asset: "BTC")),
            let short = fact(.shortLiquidations(window), .venue("binance", asset: "BTC"))
        else { return nil }
        return (long, short)
    }

    /// The same in a sentence.
    var leadLeverage: Sentence? {
        bitcoinLiquidations.map { phrases.bitcoinLiquidations(long: $0.long, short: $0.short) }
    }

    /// The shorter average with the distance of TOTAL from it.
    var shorterAverage: AverageDistance? {
        guard let average = fact(.average(days: 50), .total),
            let distance = fact("sma.50.distance", .total), distance.number != nil
        else { return nil }
        return AverageDistance(average: average, distance: distance)
    }

    private var leadTechnical: Sentence? {
        shorterAverage.map {
            phrases.averageAndStrength(
                distance: $0.distance, $0.average, strength: fact(.relativeStrength(14), .total))
        }
    }

    private var leadCause: [Sentence] {
        if let sentence = causeSentence { return [sentence] }
        guard let term = fact("term", .question), let before = fact("stories.before", .question),
            let turn = fact("turn", .question)
        else { return [phrases.noCauseTested] }
        return [
            "\(phrases.risingTerm(term, before: before, turn: turn)) \(phrases.noCauseTested)"
        ]
    }
}
