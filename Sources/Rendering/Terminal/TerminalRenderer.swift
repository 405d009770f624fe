import Market
public import Narrative

/// A report as a page of fixed-pitch text.
///
/// Colour never carries meaning alone: what is red has a minus sign, what is green has a plus.
public struct TerminalRenderer: ReportRenderer {
    /// The columns of the screen, from 60 to 160.
    public let width: Int
    /// Whether colour and weight are written; the caller knows whether a terminal listens.
    public let colour: Bool

    let marking: any OriginMarking
    /// The language of the report that is being written.
    private var language: any PageLanguage = EnglishPage()
    /// Prose wider than this tires the eye.
    private var proseWidth: Int { min(width, 84) }

    /// A renderer; `width` is brought into 60 to 160.
    public init(width: Int = 100, colour: Bool = false) {
        self.init(width: width, colour: colour, marking: PlainMarking())
    }

    init(width: Int, colour: Bool, marking: any OriginMarking) {
        self.width = max(60, min(160, width))
        self.colour = colour
        self.marking = marking
    }

    /// The whole report, ending in a line break.
    public func render(_ report: Report) -> String {
        var page = self
        page.language = report.language.page
        return page.page(report)
    }

    private func page(_ report: Report) -> String {
        var lines = opening(report)
        for section in report.sections { lines += self.section(section) }
        if report.style == .report { lines += gaps(report.gaps) + sources(report.sources) }
        return TerminalPaint(colour: colour, marking: marking).write(lines)
    }

    private func opening(_ report: Report) -> [TerminalLine] {
        var lines = prose(Phrase(report.title, in: language), .quiet)
        lines += prose(Phrase(report.headline, in: language), .strong)
        lines.append([TerminalPiece(String(repeating: "━", count: proseWidth), .quiet)])
        return lines + prose(Phrase(report.lead, in: language))
    }

    private func section(_ section: Section) -> [TerminalLine] {
        heading(Phrase(section.title, in: language))
            + section.blocks.flatMap { self.block($0) + [[]] }.dropLast()
    }

    private func heading(_ title: Phrase) -> [TerminalLine] {
        let lines = prose(title, .strong)
        let widest = lines.map(\.width).max() ?? 0
        return [[], []] + lines + [[TerminalPiece(String(repeating: "─", count: widest), .quiet)]]
    }

    private func block(_ block: Block) -> [TerminalLine] {
        switch block {
        case .paragraph(let sentences): prose(Phrase(sentences, in: language))
        case .items(let sentences): sentences.flatMap { item(Phrase($0, in: language)) }
        case .table(let table):
            prose(Phrase(table.caption, in: language), .quiet) + [[]] + self.table(table)
        case .chart(let chart): self.chart(chart)
        case .posts(let posts): self.posts(posts)
        case .article(let article): ArticleLines(width: proseWidth).lines(article)
        }
    }

    private func table(_ table: Table) -> [TerminalLine] {
        TerminalTable(table, in: language).lines(width: width)
    }

    private func chart(_ chart: Chart) -> [TerminalLine] {
        prose(Phrase(chart.title, in: language), .strong)
            + prose(Phrase(chart.summary, in: language), .quiet) + [[]]
            + TerminalChart(width: width, language: language).lines(chart.plot)
    }

    private func prose(
        _ phrase: Phrase, _ look: TerminalPiece.Look = .plain
    ) -> [TerminalLine] {
        phrase.isEmpty
            ? [] : LineWrapping(width: proseWidth).lines(TerminalPiece.pieces(phrase, look))
    }

    private func item(
        _ phrase: Phrase, bullet: String = "•", _ look: TerminalPiece.Look = .plain
    ) -> [TerminalLine] {
        let lead = [TerminalPiece("  " + bullet + " ", .quiet)]
        return LineWrapping(width: proseWidth, lead: lead, indent: lead.width)
            .lines(TerminalPiece.pieces(phrase, look))
    }

    private func posts(_ posts: [Post]) -> [TerminalLine] {
        let cut = PostCutting(language: language).posts(posts)
        let room = "\(cut.count).".count
        let items = cut.enumerated().map { place, post in
            let number = "\(place + 1)."
            let lead = [
                .blank(room - number.count), TerminalPiece(number, .quiet, .place(place + 1)),
                .blank(1),
            ]
            return LineWrapping(width: proseWidth, lead: lead, indent: lead.width)
                .lines(TerminalPiece.pieces(post))
        }
        return Array(items.joined(separator: [[]]))
    }

    private func gaps(_ gaps: [ReportGap]) -> [TerminalLine] {
        guard !gaps.isEmpty else { return [] }
        return heading(Phrase(language.word(.missing)))
            + gaps.flatMap { gap in
                item(Phrase(gap.sentence, in: language), bullet: gap.severity == .thin ? "!" : "•")
            }
    }

    private func sources(_ sources: [Source]) -> [TerminalLine] {
        guard !sources.isEmpty else { return [] }
        return heading(Phrase(language.word(.sources)))
            + sources.flatMap { item(SourceLine.phrase($0, in: language), .quiet) }
    }
}
