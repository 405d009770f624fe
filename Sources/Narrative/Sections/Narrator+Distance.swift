internal import Evidence

extension Narrator {
    /// How far the market moved, against every earlier moment that people ask about.
    var distance: Section? {
        guard fact(.cap, .total) != nil || fact(.cap, .own) != nil else { return nil }
        let table = Table(
            "distance", phrases.caption(.distance),
            columns: [
                words(.since), words(.when), figures(.then), figures(.latest), figures(.change),
            ], rows: distanceRows)
        return section(
            "distance", .distance,
            [.table(table), .paragraph([ownIndex, breadth].compactMap { $0 })])
    }

    private var distanceRows: [[Sentence]] {
        let spans = ["24h", "utcDay"] + (["24h", "utcDay"].contains(window) ? [] : [window])
        let windows = spans.compactMap { word in
            sinceRow(
                fact(.change(word), .total), then: fact(.base(word), .total),
                label: word == "utcDay" ? phrases.label(.midnight) : nil)
        }
        let peak = sinceRow(
            fact(Measure("peak.\(window).change"), .total),
            then: fact(Measure("peak.\(window)"), .total),
            label: phrases.label(.highestHour))
        let trough = sinceRow(
            fact(Measure("trough.\(window).change"), .total),
            then: fact(Measure("trough.\(window)"), .total), label: phrases.label(.lowestHour))
        let high = sinceRow(
            fact(Measure.localHigh.dot("change"), .total), then: fact(.localHigh, .total),
            label: fact(Measure.localHigh.dot("span"), .total).map {
                phrases.highestHigh(days: $0)
            },
            style: .date)
        return windows + [peak, trough, high].compactMap { $0 }
    }

    private func sinceRow(
        _ change: Fact?, then: Fact?, label: Sentence?, style: FactStyle = .moment
    ) -> [Sentence]? {
        guard let change, let then, let now = fact(.cap, .total) else { return nil }
        let name: Sentence = label ?? "\(measure: then)"
        return [name, "\(observed: then, style)", "\(then)", "\(now)", "\(change, .signed)"]
    }

    private var ownIndex: Sentence? {
        guard let change = fact(.change(window), .own), let members = fact(.members, .own),
            let coverage = fact(.coverage, .own), let cap = fact(.cap, .own),
            let observed = fact("supplies.observed", .own), let id = fact("definition", .own)
        else { return nil }
        return phrases.ownIndex(
            OwnIndexMove(
                definition: id, members: members, supplies: observed, change: change, cap: cap,
                coverage: coverage), over: overWindow)
    }

    var breadth: Sentence? {
        guard let declining = fact(.declining(window), .own), let members = fact(.members, .own),
            let median = fact(.medianChange(window), .own)
        else { return nil }
        return phrases.breadth(
            IndexBreadth(
                members: members, declining: declining,
                advancing: fact(Measure("advancing").dot(window), .own), median: median,
                mean: fact(Measure.change(window).dot("mean"), .own)))
    }
}
