internal import Evidence
internal import Market

extension FactScribe {
    /// What flowed into funds on the last day known and how usual that is, what happened, and what is on the
    /// calendar.
    mutating func recordContext(
        _ context: MarketContext, flows: Provenance, events: Provenance
    ) {
        for funds in context.funds { record(funds, from: flows) }
        let lists = [("event", context.happened), ("ahead.event", context.ahead)]
        for (word, list) in lists {
            for (place, event) in list.enumerated() {
                record(event, Measure("\(word).\(place + 1)"), from: events)
            }
        }
    }

    private mutating func record(_ funds: MarketContext.Funds, from sources: Provenance) {
        let subject = Subject("fund:\(funds.flow.fund)")
        let at = funds.flow.known
        if let title = Self.fundTitles[funds.flow.fund] {
            recordText(.title, of: subject, title, from: sources)
        }
        record(
            "flow.day", of: subject, .day(funds.flow.day), .day, at: at, .fundFlow, from: sources)
        let figures: [(Measure, Double?, Unit)] = [
            ("flow", funds.flow.dollars, .usd), ("flow.fiveDays", funds.fiveDays, .usd),
            ("flow.days", Double(funds.days), .count), ("flow.rank", funds.share, .ratio),
        ]
        for (measure, value, unit) in figures {
            guard let value else { continue }
            record(measure, of: subject, value, unit, at: at, .fundFlow, from: sources)
        }
    }

    private mutating func record(
        _ event: MarketEvent, _ measure: Measure, from sources: Provenance
    ) {
        let subject = Subject("event:\(event.id)")
        recordText(measure, of: subject, event.title, at: event.known, from: sources)
        let words = [
            ("kind", event.kind.title), ("subject", event.subject), ("citation", event.citation),
        ]
        for (name, text) in words {
            recordText(measure.dot(name), of: subject, text, at: event.known, from: sources)
        }
        for (name, moment) in [("start", event.start), ("end", event.end)] {
            guard let moment else { continue }
            record(
                measure.dot(name), of: subject, .instant(moment), .instant, at: event.known,
                .quoted, from: sources)
        }
    }

    /// What groups of funds are called.
    private static let fundTitles = [
        "hk-bitcoin-spot": "Spot Bitcoin funds, Hong Kong",
        "us-bitcoin-spot": "Spot Bitcoin funds, United States",
        "us-ether-spot": "Spot Ether funds, United States",
    ]
}

extension MarketEvent.Kind {
    /// The kind for readers.
    fileprivate var title: String {
        switch self {
        case .outage: "outage"
        case .incident: "incident"
        case .schedule: "on the calendar"
        }
    }
}
