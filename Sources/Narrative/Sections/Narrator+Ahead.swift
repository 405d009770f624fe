internal import Evidence
internal import Market

extension Narrator {
    /// The nearest levels on each side of a chart, and how likely they are reached.
    func ahead(of subject: Subject) -> Section? {
        // Its words are facts in English: other languages leave it out.
        guard language == .english else { return nil }
        let claims = Array(
            (1...).lazy.map { self.fact(Measure("ahead.\($0)"), subject) }
                .prefix { $0 != nil }.compactMap { $0 })
        guard !claims.isEmpty, let days = fact("ahead.days", subject) else { return nil }
        func part(_ claim: Fact, _ name: String, _ style: FactStyle = .plain) -> Sentence {
            cell(fact(claim.measure.dot(name), subject), style)
        }
        let table = Table(
            "ahead", "Within \(days), whole days from the next midnight on",
            columns: [
                .numbers("Level"), .words("What it is"), .words("It"), .numbers("Likely"),
                .numbers("Steady walk"), .words("Name"),
            ],
            rows: claims.map { claim in
                [
                    part(claim, "level", .fine), part(claim, "level.name"), part(claim, "kind"),
                    "\(claim)", part(claim, "closedForm"), part(claim, "id"),
                ]
            })
        let blocks: [Block] = [.table(table)] + [claimTable].compactMap { $0 }.map { .table($0) }
        return Section("ahead", "The nearest levels", blocks)
    }

    /// The names under which causes were written down.
    private var claimTable: Table? {
        guard fact("issued.causes", .question) != nil else { return nil }
        let ids = Array(
            (1...).lazy.map { self.fact(Measure("cause.\($0).id"), .question) }
                .prefix { $0 != nil }.compactMap { $0 })
        guard !ids.isEmpty else { return nil }
        return Table(
            "issued", "Causes that were written down with these levels, to be judged in a week",
            columns: [.words("Cause"), .words("Name")],
            rows: ids.enumerated().map { place, id in
                [cell(fact(Measure("cause.\(place + 1)"), .question)), "\(id)"]
            })
    }
}
