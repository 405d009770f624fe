internal import Evidence

extension Narrator {
    /// What the report cannot say.
    var unknown: Section? {
        let gaps = gaps
        guard !gaps.isEmpty else { return nil }
        return Section("unknown", "What we do not know", [.items(gaps.map(\.sentence))])
    }

    /// Where the rows came from.
    var provenance: Section? {
        let titles = book.all(.title).filter { $0.subject.kind == "source" }
        guard !titles.isEmpty else { return nil }
        let table = Table(
            "sources", "Sources",
            columns: [
                .words("Source"), .words("Publisher"), .words("Licence"), .words("Read from"),
                .words("Good to know"),
            ],
            rows: titles.map { title in
                let subject = title.subject
                return [
                    "\(title)", cell(fact("publisher", subject)), cell(fact("licence", subject)),
                    cell(fact("repository", subject)), cell(fact("note", subject)),
                ]
            })
        return Section("sources", "Sources", [.table(table)])
    }
}
