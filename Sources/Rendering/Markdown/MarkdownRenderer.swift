import Market
public import Narrative

/// A report in GitHub-flavoured Markdown; charts are their summary and the figures behind them.
public struct MarkdownRenderer: ReportRenderer {
    let marking: any OriginMarking

    /// A renderer.
    public init() {
        self.init(marking: PlainMarking())
    }

    init(marking: any OriginMarking) {
        self.marking = marking
    }

    /// The whole report.
    public func render(_ report: Report) -> String {
        var blocks = ["*\(text(report.title))*", "# \(text(report.headline))"]
        if report.isThin {
            blocks.append("> **Something this answer leans on is missing**; see the end.")
        }
        blocks.append(text(Phrase(report.lead)))
        for section in report.sections {
            blocks.append("## \(text(section.title))")
            blocks += section.blocks.map(block)
        }
        if !report.gaps.isEmpty { blocks += ["## What we do not know", gaps(report.gaps)] }
        if !report.sources.isEmpty { blocks += ["## Sources", sources(report.sources)] }
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func text(_ sentence: Sentence) -> String { text(Phrase(sentence)) }

    private func text(_ phrase: Phrase) -> String {
        phrase.written(escape: MarkdownEscaping.text, marking: marking)
    }

    private func block(_ block: Block) -> String {
        switch block {
        case .paragraph(let sentences): text(Phrase(sentences))
        case .items(let sentences): list(sentences.map { text($0) })
        case .table(let table): self.table(table)
        case .chart(let chart): self.chart(chart)
        case .article(let article): ArticleMarkdown(marking: marking).text(article)
        }
    }

    private func list(_ items: [String]) -> String {
        items.map { "- " + $0 }.joined(separator: "\n")
    }

    private func table(_ table: Table) -> String {
        var rows = table.rows.map { row in row.map { text($0) } }
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
        let tables = FigureTable.tables(chart.plot).map { table in
            text(table.caption) + ":\n\n"
                + grid(
                    table.columns.map { text($0.title) }, table.columns.map(\.isNumber),
                    table.rows.map { row in row.map { text($0) } })
        }
        let parts =
            ["### \(text(chart.title))", text(chart.summary)]
            + ["<details><summary>Figures behind this chart</summary>"] + tables + ["</details>"]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private func gaps(_ gaps: [ReportGap]) -> String {
        list(
            gaps.map { gap in
                (gap.severity == .thin ? "**The answer leans on this.** " : "")
                    + text(gap.sentence)
            })
    }

    private func sources(_ sources: [Source]) -> String {
        grid(
            SourceLine.headings, SourceLine.headings.map { _ in false },
            sources.map { source in SourceLine.cells(source).map { text($0) } })
    }
}
