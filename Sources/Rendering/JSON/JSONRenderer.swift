import Evidence
import Market
public import Narrative

/// A report as JSON, in the schema `downdraft.report/1` of `Docs/schema`.
///
/// Keys stand in a fixed order, numbers are the shortest that read back the same.
public struct JSONRenderer: ReportRenderer {
    /// The name of the schema; the number rises when a reader of the old one would be misled.
    public static let schema = "downdraft.report/1"

    /// The language of the report that is being written.
    private var language: any PageLanguage = EnglishPage()

    /// A renderer.
    public init() {}

    /// The whole report. Its sentences are in the report's language, its facts in none.
    public func render(_ report: Report) -> String {
        var page = self
        page.language = report.language.page
        return page.page(report)
    }

    private func page(_ report: Report) -> String {
        let evidence = CitedEvidence(report)
        let question = JSONNode.object([
            ("asOf", .string(report.asOf.description)), ("window", .string(report.window)),
            ("command", .strings(report.command)),
        ])
        return JSONNode.object([
            ("schema", .string(Self.schema)), ("question", question),
            ("language", .string(report.language.rawValue)),
            ("style", .string(report.style.rawValue)),
            ("title", node(report.title)), ("headline", node(report.headline)),
            ("lead", nodes(report.lead)), ("complete", .bool(!report.isThin)),
            ("sections", .array(report.sections.map(node))),
            ("facts", .array(evidence.facts.map { EvidenceNodes.node($0, report.receipts) })),
            ("series", .array(evidence.series.map { EvidenceNodes.node($0, report.receipts) })),
            ("curves", .array(evidence.curves.map { EvidenceNodes.node($0, report.receipts) })),
            ("inputs", .array((report.receipts?.inputs ?? []).map(EvidenceNodes.node))),
            ("gaps", .array(report.gaps.map(node))),
            ("sources", .array(report.sources.map(node))),
        ]).text
    }

    private func node(_ sentence: Sentence) -> JSONNode {
        .object(words(sentence))
    }

    private func node(_ post: Phrase) -> JSONNode {
        let facts = post.runs.compactMap { run -> String? in
            switch run.origin {
            case .fact(let fact), .name(let fact): fact.id
            default: nil
            }
        }
        return .object([("text", .string(post.text)), ("facts", .strings(facts))])
    }

    private func cell(_ sentence: Sentence) -> JSONNode {
        .object([
            ("text", .string(Phrase(sentence, in: language, room: .cell).text)),
            ("facts", .strings(sentence.facts.map(\.id))),
        ])
    }

    private func words(_ sentence: Sentence) -> [(key: String, value: JSONNode)] {
        [
            ("text", .string(Phrase(sentence, in: language).text)),
            ("facts", .strings(sentence.facts.map(\.id))),
        ]
    }

    private func nodes(_ sentences: [Sentence]) -> JSONNode { .array(sentences.map(node)) }

    private func node(_ section: Section) -> JSONNode {
        .object([
            ("id", .string(section.id)), ("title", node(section.title)),
            ("blocks", .array(section.blocks.map(node))),
        ])
    }

    private func node(_ block: Block) -> JSONNode {
        switch block {
        case .paragraph(let sentences):
            .object([("kind", .string("paragraph")), ("sentences", nodes(sentences))])
        case .items(let sentences):
            .object([("kind", .string("items")), ("sentences", nodes(sentences))])
        case .table(let table): node(table)
        case .posts(let posts):
            .object([
                ("kind", .string("posts")),
                ("posts", .array(PostCutting(language: language).posts(posts).map(node))),
            ])
        case .article(let article): ArticleNodes.node(article, sentence: node)
        case .chart(let chart):
            .object([
                ("kind", .string("chart")), ("id", .string(chart.id)),
                ("title", node(chart.title)), ("summary", node(chart.summary)),
                ("plot", node(chart.plot)),
            ])
        }
    }

    private func node(_ table: Table) -> JSONNode {
        let columns = table.columns.map { column in
            JSONNode.object([
                ("title", node(column.title)),
                ("alignment", .string(column.alignment == .leading ? "leading" : "trailing")),
            ])
        }
        return .object([
            ("kind", .string("table")), ("id", .string(table.id)), ("caption", node(table.caption)),
            ("columns", .array(columns)), ("rows", .array(table.rows.map { .array($0.map(cell)) })),
            ("endsWithTotal", .bool(table.endsWithTotal)),
        ])
    }

    private func node(_ plot: Chart.Plot) -> JSONNode {
        switch plot {
        case .price(let plot): node(plot)
        case .bars(let plot):
            .object([("kind", .string("bars")), ("facts", .strings(plot.facts.map(\.id)))])
        case .columns(let series):
            .object([("kind", .string("columns")), ("series", .string(series.id))])
        case .panels(let panels):
            .object([("kind", .string("panels")), ("series", .strings(panels.map(\.id)))])
        case .curves(let plot): node(plot)
        case .fan(let plot):
            .object([
                ("kind", .string("fan")), ("line", .optional(plot.line?.id)),
                ("fan", .string(plot.fan.id)), ("levels", .array(plot.levels.map(node))),
                ("marks", .array(plot.marks.map(node))),
            ])
        case .timeline(let plot): node(plot)
        }
    }

    private func node(_ plot: CurvePlot) -> JSONNode {
        .object([
            ("kind", .string("curves")),
            (
                "entries",
                .array(
                    plot.entries.map { entry in
                        .object([
                            ("curve", .string(entry.curve.id)), ("label", .string(entry.label.id)),
                            ("mark", .string(entry.mark.rawValue)),
                        ])
                    })
            ),
            ("diagonal", .bool(plot.hasDiagonal)),
        ])
    }

    private func node(_ plot: TimelinePlot) -> JSONNode {
        .object([
            ("kind", .string("timeline")),
            (
                "tracks",
                .array(
                    plot.tracks.map { track in
                        .object([
                            ("title", node(track.title)),
                            ("entries", .array(track.entries.map(node))),
                        ])
                    })
            ),
        ])
    }

    private func node(_ entry: TimelinePlot.Entry) -> JSONNode {
        .object([
            ("label", .string(entry.label.id)), ("time", .string(entry.time.id)),
            ("earliest", .optional(entry.earliest?.id)), ("latest", .optional(entry.latest?.id)),
        ])
    }

    private func node(_ mark: PricePlot.Mark) -> JSONNode {
        .object([("time", .string(mark.time.id)), ("label", .string(mark.label.id))])
    }

    private func node(_ level: PricePlot.Level) -> JSONNode {
        .object([("value", .string(level.value.id)), ("label", .string(level.label.id))])
    }

    private func node(_ plot: PricePlot) -> JSONNode {
        .object([
            ("kind", .string("price")), ("bars", .string(plot.bars.id)),
            ("overlays", .strings(plot.overlays.map(\.id))),
            ("levels", .array(plot.levels.map(node))), ("marks", .array(plot.marks.map(node))),
            ("oscillator", .optional(plot.oscillator?.id)),
        ])
    }

    private func node(_ gap: ReportGap) -> JSONNode {
        .object(
            [("id", .string(gap.id)), ("severity", .string(gap.severity.rawValue))]
                + words(gap.sentence))
    }

    private func node(_ source: Source) -> JSONNode {
        .object([
            ("id", .string(source.id.text)), ("title", .string(source.title)),
            ("publisher", .string(source.publisher)), ("repository", .string(source.repository)),
            ("commit", .string(source.commit)), ("licence", .string(source.licence)),
            ("note", .string(source.note)),
        ])
    }
}
