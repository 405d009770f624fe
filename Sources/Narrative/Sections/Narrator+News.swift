internal import Evidence
internal import Market

extension Narrator {
    /// What was in the news before the market turned, and after.
    var news: Section? {
        var blocks: [Block] = []
        if let newsWords { blocks.append(.paragraph(newsWords)) }
        let before = stories.filter { $0.isBefore }
        let after = stories.filter { !$0.isBefore }
        if !before.isEmpty {
            blocks.append(.table(storyTable("before", .storiesBefore, shown(before))))
        }
        if !after.isEmpty {
            blocks.append(.table(storyTable("after", .storiesAfter, shown(after))))
        }
        if let chart = newsChart(shown(before)) { blocks.append(.chart(chart)) }
        if let table = macroTable { blocks.append(.table(table)) }
        return blocks.isEmpty ? nil : section("news", .news, blocks)
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

    /// When the market turned, and which word had risen before.
    var newsWords: [Sentence]? {
        guard let term = fact("term", .question), let recent = fact("term.recent", .question),
            let expected = fact("term.expected", .question), let turn = fact("turn", .question),
            let themed = fact("stories.themed", .question),
            let before = fact("stories.before", .question)
        else { return nil }
        return [
            phrases.turn(turn, fell: marketFell),
            phrases.term(
                term, recent: recent, expected: expected, themed: themed, before: before),
            phrases.orderIsNoCause,
        ]
    }

    private func storyTable(_ id: String, _ caption: Caption, _ stories: [Story]) -> Table {
        Table(
            "stories-\(id)", phrases.caption(caption),
            columns: [words(.published), words(.headline)],
            rows: stories.map { ["\($0.published, .moment)", "\($0.title)"] })
    }

    private func newsChart(_ stories: [Story]) -> Chart? {
        guard let bars = book.series("bars.1h", .total), let turn = fact("turn", .question) else {
            return nil
        }
        return Chart(
            "news", phrases.caption(.newsChart), summary: phrases.newsChart(turn: turn),
            plot: .price(
                PricePlot(
                    bars: bars,
                    marks: stories.map { PricePlot.Mark(time: $0.published, label: $0.title) })))
    }

    private var macroTable: Table? {
        let closes = book.all("close").filter { $0.subject.kind == "macro" }
        guard !closes.isEmpty else { return nil }
        return Table(
            "macro", phrases.caption(.macro),
            columns: [words(.what), words(.day), figures(.close), figures(.change)],
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
