internal import Evidence
internal import Market

extension Narrator {
    /// What was in the news before the market turned, and after.
    var news: Section? {
        var blocks: [Block] = []
        if let words = newsWords { blocks.append(.paragraph(words)) }
        let before = stories.filter { $0.isBefore }
        let after = stories.filter { !$0.isBefore }
        if !before.isEmpty {
            blocks.append(.table(storyTable("before", "Before the market turned", shown(before))))
        }
        if !after.isEmpty {
            blocks.append(.table(storyTable("after", "After it had turned", shown(after))))
        }
        if let chart = newsChart(shown(before)) { blocks.append(.chart(chart)) }
        if let table = macroTable { blocks.append(.table(table)) }
        return blocks.isEmpty ? nil : Section("news", "What was in the news", blocks)
    }

    private struct Story {
        let title: Fact
        let published: Fact
        let instant: Timestamp
        let isBefore: Bool
    }

    private var stories: [Story] {
        guard case .instant(let turn)? = fact("turn", .question)?.value else { return [] }
        return book.all(.published)
            .compactMap { published in
                guard case .instant(let instant) = published.value,
                    let title = fact(.title, published.subject)
                else { return nil }
                return Story(
                    title: title, published: published, instant: instant,
                    isBefore: instant < turn)
            }
            .sorted { left, right in
                (left.instant, left.title.subject)
                    < (right.instant, right.title.subject)
            }
    }

    /// The earliest and the latest: where it began, and what was freshest.
    private func shown(_ stories: [Story]) -> [Story] {
        let earliest = 4
        let latest = 8
        guard stories.count > earliest + latest else { return stories }
        return Array(stories.prefix(earliest) + stories.suffix(latest))
    }

    private var newsWords: [Sentence]? {
        guard let term = fact("term", .question), let recent = fact("term.recent", .question),
            let expected = fact("term.expected", .question), let turn = fact("turn", .question),
            let themed = fact("stories.themed", .question),
            let before = fact("stories.before", .question)
        else { return nil }
        let direction: Sentence = marketFell ? "highest" : "lowest"
        return [
            """
            The market turned at \(turn), its \(direction) hour of the window.
            """,
            """
            Of \(themed) headlines before that on the themes of the sector in focus, the word that \
            had risen most is "\(term)": \(recent) in the last two days, where \(expected) would be, \
            were it no more in the news than before. Headlines with it before the turn: \(before); the earliest \
            and the latest of them below.
            """,
            "That is an order in time. Whether the one moved the other is not tested here.",
        ]
    }

    private func storyTable(_ id: String, _ caption: Sentence, _ stories: [Story]) -> Table {
        Table(
            "stories-\(id)", caption,
            columns: [.words("Published, UTC"), .words("Title")],
            rows: stories.map { ["\($0.published, .moment)", "\($0.title)"] })
    }

    private func newsChart(_ stories: [Story]) -> Chart? {
        guard let bars = book.series("bars.1h", .total), let turn = fact("turn", .question) else {
            return nil
        }
        return Chart(
            "news", "TOTAL by the hour, with the stories before the turn",
            summary: """
                The index by the hour; upright lines mark when stories were published. The market \
                turned at \(turn).
                """,
            plot: .price(
                PricePlot(
                    bars: bars,
                    marks: stories.map { PricePlot.Mark(time: $0.published, label: $0.title) })))
    }

    private var macroTable: Table? {
        let closes = book.all("close").filter { $0.subject.kind == "macro" }
        guard !closes.isEmpty else { return nil }
        return Table(
            "macro", "Outside crypto: the last closes known",
            columns: [
                .words("What"), .words("Day"), .numbers("Close"),
                .numbers("Change"),
            ],
            rows: closes.map { close in
                let subject = close.subject
                return [
                    fact(.title, subject).map { "\($0)" } ?? "\(subject: close)",
                    cell(fact("close.day", subject), .date), "\(close)",
                    cell(fact("close.change", subject), .signed),
                ]
            })
    }
}
