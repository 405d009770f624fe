internal import Evidence
internal import Market

extension Narrator {
    /// What was known around the market: flows of funds, what happened, what is on the calendar.
    var context: Section? {
        let tables = [flowTable, eventTable("event"), eventTable("ahead.event")].compactMap { $0 }
        guard !tables.isEmpty else { return nil }
        return Section(
            "context", phrases.contextTitle,
            [.paragraph([phrases.contextIsNoTest])] + tables.map { .table($0) })
    }

    private var flowTable: Table? {
        let flows = book.all("flow").filter { $0.subject.kind == "fund" }
        guard !flows.isEmpty else { return nil }
        return Table(
            "flows", phrases.flows.caption,
            columns: phrases.flows.heads.enumerated().map { place, head in
                place < 2 ? .words(head) : .numbers(head)
            },
            rows: flows.map { flow in
                let subject = flow.subject
                return [
                    fact(.title, subject).map { "\($0)" } ?? "\(subject: flow)",
                    cell(fact("flow.day", subject), .date), "\(flow, .signed)",
                    cell(fact("flow.fiveDays", subject), .signed),
                    cell(fact("flow.rank", subject)), cell(fact("flow.days", subject)),
                ]
            })
    }

    private func eventTable(_ word: String) -> Table? {
        let events = Array(
            (1...).lazy.map { self.book.all(Measure("\(word).\($0)")).first }
                .prefix { $0 != nil }.compactMap { $0 })
        guard !events.isEmpty else { return nil }
        let isAhead = word.hasPrefix("ahead")
        return Table(
            isAhead ? "calendar" : "events",
            isAhead ? phrases.events.ahead : phrases.events.caption,
            columns: phrases.events.heads.map { .words($0) },
            rows: events.map { event in
                func part(_ name: String, _ style: FactStyle = .plain) -> Sentence {
                    cell(fact(event.measure.dot(name), event.subject), style)
                }
                return [part("start", .moment), "\(event)", part("subject"), part("kind")]
            })
    }
}
