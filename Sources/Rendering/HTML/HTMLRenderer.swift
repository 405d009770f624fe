import Evidence
import Market
public import Narrative

/// A report as one page that needs nothing else: no network, no script.
///
/// Every figure carries its receipt, shown on hover and on focus. Text from the outside world is
/// cleaned and escaped; a content security policy forbids whatever could still slip through.
public struct HTMLRenderer: ReportRenderer {
    private(set) var marking: any OriginMarking
    private(set) var pictureMarking: any OriginMarking
    let plain: any OriginMarking
    /// The language of the report that is being written.
    private(set) var language: any PageLanguage = EnglishPage()

    /// A renderer.
    public init() {
        self.init(marking: HTMLMarking(), pictureMarking: SVGMarking(), plain: PlainMarking())
    }

    init(
        marking: any OriginMarking, pictureMarking: any OriginMarking, plain: any OriginMarking
    ) {
        self.marking = marking
        self.pictureMarking = pictureMarking
        self.plain = plain
    }

    /// The whole page.
    public func render(_ report: Report) -> String {
        var page = self
        page.language = report.language.page
        page.marking = marking.telling(page.language)
        page.pictureMarking = pictureMarking.telling(page.language)
        return page.head(report) + page.body(report)
    }

    private func head(_ report: Report) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(report.language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title data-facts="">\(words(Phrase(report.title, in: language)))</title>
        <style>
        \(HTMLStyle.sheet)\(ArticleStyle.sheet(report))</style>
        </head>

        """
    }

    private func body(_ report: Report) -> String {
        """
        <body>
        <a class="skip" href="#answer">\(language.word(.skip))</a>
        <div class="page">
        <header>
        <p class="question">\(text(report.title))</p>
        <h1>\(text(report.headline))</h1>
        </header>
        <main id="answer">
        \(thinness(report))\(lead(report.lead))\
        \(report.sections.enumerated().map { section($1, $0) }.joined())\
        \(report.style == .report ? gaps(report.gaps) + sources(report.sources) : "")</main>
        <footer>
        <p>\(language.word(.footer))</p>
        </footer>
        </div>
        </body>
        </html>

        """
    }

    // MARK: Words

    /// A sentence for the page, each fact with its receipt.
    func text(_ sentence: Sentence) -> String { text(Phrase(sentence, in: language)) }

    /// A sentence in a cell, where numbers are short.
    func cell(_ sentence: Sentence) -> String {
        text(Phrase(sentence, in: language, room: .cell))
    }

    /// A phrase for the page, whatever has an origin with its receipt.
    func text(_ phrase: Phrase) -> String {
        phrase.written(escape: HTMLEscaping.text, marking: marking)
    }

    /// A phrase where no markup may stand.
    func words(_ phrase: Phrase) -> String {
        phrase.written(escape: HTMLEscaping.text, marking: plain)
    }

    // MARK: Parts

    private func thinness(_ report: Report) -> String {
        guard report.isThin, report.style == .report else { return "" }
        return "<p class=\"thin\">\(language.word(.thin)): "
            + "<a href=\"#missing\">\(language.word(.thinPointer))</a>.</p>\n"
    }

    private func lead(_ sentences: [Sentence]) -> String {
        sentences.isEmpty
            ? "" : "<div class=\"lead\"><p>\(text(Phrase(sentences, in: language)))</p></div>\n"
    }

    private func section(_ section: Section, _ place: Int) -> String {
        let anchor = HTMLEscaping.anchor(section.id)
        let blocks = section.blocks.enumerated().map { self.block($1, "\(anchor)-\($0)") }
        return """
            <section id="\(anchor)" aria-labelledby="\(anchor)-heading">
            <h2 id="\(anchor)-heading">\(text(section.title))</h2>
            \(blocks.joined())</section>

            """
    }

    private func block(_ block: Block, _ id: String) -> String {
        switch block {
        case .paragraph(let sentences): "<p>\(text(Phrase(sentences, in: language)))</p>\n"
        case .items(let sentences): list(sentences.map { text($0) })
        case .table(let table): HTMLTable(page: self).html(table)
        case .chart(let chart): figure(chart, id)
        case .posts(let posts): self.posts(posts)
        case .article(let article): ArticleHTML(page: self).html(article)
        }
    }

    private func list(_ items: [String]) -> String {
        "<ul>\n" + items.map { "<li>\($0)</li>\n" }.joined() + "</ul>\n"
    }

    private func posts(_ posts: [Post]) -> String {
        let items = PostCutting(language: language).posts(posts).map { "<li>\(text($0))</li>\n" }
        return "<ol class=\"posts\">\n" + items.joined() + "</ol>\n"
    }

    private func figure(_ chart: Chart, _ id: String) -> String {
        let picture = ChartPicture.svg(
            chart, id: "chart-" + id, marking: pictureMarking, plain: plain, language)
        let tables = FigureTable.tables(chart.plot, in: language).map {
            HTMLTable(page: self).html($0)
        }
        var size = "picture"
        if case .bars = chart.plot { size += " small" }
        return """
            <figure>
            <figcaption><h3>\(text(chart.title))</h3>
            <p>\(text(chart.summary))</p></figcaption>
            <div class="scroll \(size)" tabindex="0" role="group" aria-label="\(language.word(.chart))">
            \(picture)</div>
            <details><summary>\(language.word(.figuresBehind))</summary>
            \(tables.joined())</details>
            </figure>

            """
    }

    private func gaps(_ gaps: [ReportGap]) -> String {
        guard !gaps.isEmpty else { return "" }
        let items = gaps.map { gap in
            (gap.severity == .thin ? "<strong>\(language.word(.leansOnThis))</strong> " : "")
                + text(gap.sentence)
        }
        return "<section id=\"missing\" class=\"missing\">\n<h2>\(language.word(.missing))</h2>\n"
            + list(items) + "</section>\n"
    }

    private func sources(_ sources: [Source]) -> String {
        guard !sources.isEmpty else { return "" }
        let heads = SourceLine.headings(in: language).map { "<th scope=\"col\">\($0)</th>" }
            .joined()
        let rows = sources.map { source in
            "<tr>" + SourceLine.cells(source, in: language).map { "<td>\(text($0))</td>" }.joined()
                + "</tr>\n"
        }
        return """
            <section id="sources" class="sources">
            <h2>\(language.word(.sources))</h2>
            <div class="scroll" tabindex="0" role="group" aria-label="\(language.word(.table))">
            <table>
            <thead><tr>\(heads)</tr></thead>
            <tbody>
            \(rows.joined())</tbody>
            </table>
            </div>
            </section>

            """
    }
}
