import Market
public import Narrative

/// A report in GitHub-flavoured Markdown; charts are their summary and the figures behind them.
public struct MarkdownRenderer: ReportRenderer {
    let marking: any OriginMarking
    /// The language of the report that is being written.
    private(set) var language: any PageLanguage = EnglishPage()

    /// A renderer.
    public init() {
        self.init(marking: PlainMarking())
    }

    init(marking: any OriginMarking) {
        self.marking = marking
    }

    /// The whole report.
    public func render(_ report: Report) -> String {
        var page = self
        page.language = report.language.page
        return page.page(report)
    }

    private func page(_ report: Report) -> String {
        var blocks = ["*\(text(report.title))*", "# \(text(report.headline))"]
        if report.isThin, report.style == .report {
            blocks.append("> **\(language.word(.thin))**; \(language.word(.thinAtTheEnd)).")
        }
        blocks.append(text(Phrase(report.lead, in: language)))
        for section in report.sections {
            blocks.append("## \(text(section.title))")
            blocks += section.blocks.map(block)
        }
        if report.style == .report {
            if !report.gaps.isEmpty {
                blocks += ["## \(language.word(.missing))", gaps(report.gaps)]
            }
            if !report.sources.isEmpty {
                blocks += ["## \(language.word(.sources))", sources(report.sources)]
            }
        }
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func text(_ sentence: Sentence) -> String { text(Phrase(sentence, in: language)) }

    private func cell(_ sentence: Sentence) -> String {
        text(Phrase(sentence, in: language, room: .cell))
    }

    private func text(_ phrase: Phrase) -> String {
        phrase.written(escape: MarkdownEscaping.text, marking: marking)
    }

    private func block(_ block: Block) -> String {
        switch block {
        case .paragraph(let sentences): text(Phrase(sentences, in: language))
        case .items(let sentences): list(sentences.map { text($0) })
        case .table(let table): self.table(table)
        case .chart(let chart): self.chart(chart)
        case .posts(let posts): self.posts(posts)
        case .article(let article): ArticleMarkdown(marking: marking).text(article)
        }
    }

    private func list(_ items: [String]) -> String {
        items.map { "- " + $0 }.joined(separator: "\n")
    }

    private func posts(_ posts: [Post]) -> String {
        PostCutting(language: language).posts(posts).enumerated().map { place, post in
            marking.mark("\(place + 1).", .place(place + 1)) + " " + text(post)
        }
        .joined(separator: "\n")
    }

    private func table(_ table: Table) -> String {
        var rows = table.rows.map { row in row.map { cell($0) } }
        if table.endsWithTotal, let total = rows.popLast() {
            rows.append(total.map { $0.isEmpty ? "" : "**\($0)**" })
        }
        let caption = table.caption.isEmpty ? "" : text(table.caption) + "\n\n"
        return caption
            + grid(
                table.columns.map { text($0.title) },
                table.columns.map { $0.alignment == .trailing }, rows)
    }

    private func grid(_ heads: [String], _ isNumber: [Bool], _ rows: [[String]]) -> String {
        let rule = isNumber.map { $0 ? "---:" : "---" }
        return ([heads, rule] + rows).map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }

    private func chart(_ chart: Chart) -> String {
        let tables = FigureTable.tables(chart.plot, in: language).map { table in
            text(table.caption) + ":\n\n"
                + grid(
                    table.columns.map { text($0.title) }, table.columns.map(\.isNumber),
                    table.rows.map { row in row.map { text($0) } })
        }
        let parts =
            ["### \(text(chart.title))", text(chart.summary)]
            + ["<details><summary>\(language.word(.figuresBehind))</summary>"] + tables + [
                "</details>"
            ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func gaps(_ gaps: [ReportGap]) -> String {
        list(
            gaps.map { gap in
                (gap.severity == .thin ? "**\(language.word(.leansOnThis))** " : "")
                    + text(gap.sentence)
            })
    }

    private func sources(_ sources: [Source]) -> String {
        grid(
            SourceLine.headings(in: language), SourceLine.headings(in: language).map { _ in false },
            sources.map { source in SourceLine.cells(source, in: language).map { text($0) } })
    }
}
