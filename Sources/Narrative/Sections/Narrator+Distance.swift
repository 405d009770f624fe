internal import Evidence

extension Narrator {
    /// How far the market moved, against every earlier moment that people ask about.
    var distance: Section? {
        guard fact(.cap, .total) != nil || fact(.cap, .own) != nil else { return nil }
        let table = Table(
            "distance", "TradingView's TOTAL, the largest coins together, in US dollars",
            columns: [
                .words("Since"), .words("When"), .numbers("Then"), .numbers("Now"),
                .numbers("Change"),
            ], rows: distanceRows)
        return Section(
            "distance", "How far it moved",
            [.table(table), .paragraph([ownIndex, breadth].compactMap { $0 })])
    }

    private var distanceRows: [[Sentence]] {
        let words = ["24h", "utcDay"] + (["24h", "utcDay"].contains(window) ? [] : [window])
        let windows = words.compactMap { word in
            sinceRow(
                fact(.change(word), .total), then: fact(.base(word), .total),
                label: word == "utcDay" ? "midnight UTC" : nil)
        }
        let peak = sinceRow(
            fact(Measure("peak.\(window).change"), .total),
            then: fact(Measure("peak.\(window)"), .total),
            label: "highest hour of the window")
        let trough = sinceRow(
            fact(Measure("trough.\(window).change"), .total),
            then: fact(Measure("trough.\(window)"), .total), label: "lowest hour of the window")
        let high = sinceRow(
            fact(Measure.localHigh.dot("change"), .total), then: fact(.localHigh, .total),
            label: fact(Measure.localHigh.dot("span"), .total).map {
                "highest high of \($0) days"
            }, style: .date)
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
        return """
            Our own index (definition \(id)) of \(members) assets, perpetual prices times the \
            supplies of \(observed, .date), \(moved(change)) \(overWindow) to \(cap); it holds \
            \(coverage) of the capitalisation that its universe had then.
            """
    }

    var breadth: Sentence? {
        guard let declining = fact(.declining(window), .own), let members = fact(.members, .own),
            let median = fact(.medianChange(window), .own)
        else { return nil }
        let rest: Sentence =
            fact(Measure("advancing").dot(window), .own).map { ", \($0) gained" } ?? ""
        let mean: Sentence =
            fact(Measure.change(window).dot("mean"), .own).map {
                ", the mean of all \($0, .signed)"
            } ?? ""
        return """
            Of the \(members), \(declining) lost value\(rest); the one in the middle \(moved(median))\(mean).
            """
    }
}
