internal import Evidence
internal import Market

extension Narrator {
    /// The answer in one sentence.
    var headline: Sentence {
        guard let change = marketChange, let number = change.number else {
            return "No measure of the whole market covers this window"
        }
        let moves: Sentence = move(change, number < 0 ? "falls" : "rises")
        let start: Sentence = "Crypto market \(moves) \(overWindow)"
        let level: Sentence = fact(.cap, .total).map { " to \($0)" } ?? ""
        return "\(start)\(level)\(headlineSector)"
    }

    private var headlineSector: Sentence {
        guard let sector = exposed, let change = fact(.change(window), sector.subject),
            let number = change.number
        else { return "" }
        return "; \(sector.title) \(move(change, number < 0 ? "down" : "up"))"
    }

    /// What a change does, where it does anything.
    private func move(_ change: Fact, _ verb: Sentence) -> Sentence {
        change.number == 0 ? "did not move" : "\(verb) \(change, .magnitude)"
    }

    /// The answer in a few sentences.
    var lead: [Sentence] {
        [leadLevel, leadCoins, leadSector, leadLeverage, leadTechnical, leadCause]
            .compactMap { $0 }
    }

    private var leadLevel: Sentence? {
        guard let cap = fact(.cap, .total) else { return nil }
        let day: Sentence =
            fact(.change("24h"), .total).map { ", \($0, .signed) in a day" } ?? ""
        let midnight: Sentence =
            fact(.change("utcDay"), .total).map { " and \($0, .signed) since midnight UTC" } ?? ""
        return
            "The total market capitalisation stood at \(cap) at \(observed: cap)\(day)\(midnight)."
    }

    private var leadCoins: Sentence? {
        guard let bitcoin = fact(.contribution(window), .asset("BTC")),
            let ether = fact(.contribution(window), .asset("ETH")),
            let own = fact(.change(window), .own)
        else { return nil }
        return """
            Bitcoin made \(bitcoin, .signed) and Ether \(ether, .signed) of the \(own, .signed) that \
            our own index of the market moved.
            """
    }

    private var leadSector: Sentence? {
        guard let sector = exposed, let change = fact(.change(window), sector.subject) else {
            return nil
        }
        let beyond: Sentence =
            strongestGroup(of: sector.subject).map { group, abnormal in
                """
                ; the group "\(group)" among them moved \(abnormal, .signed) beyond what \
                its beta to the market explains (\(abnormal, .interval))
                """
            } ?? ""
        return "\(sector.title) \(moved(change))\(beyond)."
    }

    /// The group of a sector that went furthest with the market beyond its beta, by its title.
    func strongestGroup(of sector: Subject) -> (title: Fact, abnormal: Fact)? {
        let direction: Double = marketFell ? -1 : 1
        return book.all(.abnormal(window))
            .filter { $0.subject.parent == sector && ($0.number ?? 0) * direction > 0 }
            .max { ($0.number ?? 0) * direction < ($1.number ?? 0) * direction }
            .flatMap { abnormal in fact(.title, abnormal.subject).map { ($0, abnormal) } }
    }

    private var leadLeverage: Sentence? {
        guard let long = fact(.longLiquidations(window), .venue("binance", asset: "BTC")),
            let short = fact(.shortLiquidations(window), .venue("binance", asset: "BTC"))
        else { return nil }
        return """
            On Binance at least \(long, .magnitude) of long and \(short, .magnitude) of short \
            Bitcoin positions were liquidated; the venue does not publish every one.
            """
    }

    private var leadTechnical: Sentence? {
        guard let average = fact(.average(days: 50), .total),
            let distance = fact("sma.50.distance", .total), let gap = distance.number
        else { return nil }
        let side: Sentence = gap < 0 ? "below" : "above"
        let strength: Sentence =
            fact(.relativeStrength(14), .total).map {
                "; \(measure: $0) reads \($0)"
            } ?? ""
        return """
            The index is \(distance, .magnitude) \(side) its \(measure: average) of \
            \(average)\(strength).
            """
    }

    private var leadCause: Sentence? {
        if let sentence = causeSentence { return sentence }
        let none: Sentence = """
            No cause is tested in this report, so none is named: the whole of the move stands \
            unexplained.
            """
        guard let term = fact("term", .question), let before = fact("stories.before", .question),
            let turn = fact("turn", .question)
        else { return none }
        return """
            The move coincided with a rise of "\(term)" in headlines (before the turn at \(turn): \
            \(before)). \(none)
            """
    }
}
