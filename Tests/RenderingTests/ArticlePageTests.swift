import Evidence
import Narrative
import TestSupport
import Testing

@testable import Rendering

/// Articles with notes, in every format.
@Suite struct ArticlePageTests {
    /// Worked by hand: the sentence is cut at 13, 15, 19 and 22.
    @Test func theTextIsCutWhereNotesBeginAndEnd() {
        let paragraphs = ArticleStretches(ArticleSample.article()).paragraphs
        let first = paragraphs[0].stretches
        #expect(first.map(\.text) == ["Bitcoin fell ", "5%", " to ", "$90", "."])
        #expect(first.map(\.notes) == [[0], [0, 1], [0], [0, 2, 3], [0]])
        #expect(first.map(\.ends) == [[], [1], [], [2, 3], [0]])
        #expect(paragraphs[1].stretches.map(\.text) == ["Render\nRNDR\n$5.93", " led"])
        #expect(paragraphs[1].stretches.map(\.notes) == [[4], []])
    }

    /// Whatever the notes, the text is whole and every note ends once.
    @Test func noTextIsLost() {
        var generator = SeededGenerator(seed: 7)
        let text = "El bitcoin cayó un 5,3% 比特币下跌 😀 hasta 92.450 dólares."
        let count = text.unicodeScalars.count
        for _ in 0..<200 {
            let notes = (1...6).map { number in
                let start = Int.random(in: 0..<count, using: &generator)
                return ArticleSample.note(
                    number, start..<Int.random(in: start...count, using: &generator), .near)
            }
            let paragraph = ArticleStretches(ArticleSample.article(text, notes: notes)).paragraphs[
                0]
            #expect(paragraph.stretches.map(\.text).joined() == text)
            let ends = paragraph.stretches.flatMap(\.ends)
            #expect(ends.sorted() == notes.indices.filter { !notes[$0].span.isEmpty })
        }
    }

    @Test func everyNoteAndItsWordsLeadToEachOther() {
        let page = HTMLRenderer().render(ArticleSample.report(ArticleSample.article()))
        for number in 1...5 {
            #expect(page.contains("id=\"m\(number)\" href=\"#n\(number)\""))
            #expect(page.contains("id=\"n\(number)\""))
            #expect(page.contains("<a href=\"#m\(number)\">"))
            #expect(page.contains(".check:has(.c\(number):is(:hover,:focus)) #n\(number)"))
        }
        #expect(PageText.nestingFault(page) == nil)
        for word in ["<script", "onclick", "url(", "@import", "src="] {
            #expect(!page.contains(word))
        }
        #expect(page.contains("script-src") || page.contains("default-src 'none'"))
    }

    @Test func aReportWithoutAnArticleHasNoStyleOfOne() {
        #expect(!HTMLRenderer().render(SmallSample.report()).contains(".check"))
    }

    @Test func everyNumeralIsVouchedFor() {
        let report = ArticleSample.report(ArticleSample.article())
        let terminal = TerminalRenderer(width: 80, colour: false, marking: BracketMarking())
            .render(report)
        #expect(LooseDigitTests.looseDigits(terminal) == "")
        let markdown = MarkdownRenderer(marking: BracketMarking()).render(report)
        #expect(LooseDigitTests.looseDigits(markdown) == "")
        #expect(LooseDigitTests.looseDigits(LooseDigitTests.unvouched(inServed: report)) == "")
    }

    /// Without colour the signs tell all; with it nothing else is written.
    @Test func colourIsForTerminals() {
        let report = ArticleSample.report(ArticleSample.article())
        let plain = TerminalRenderer(width: 80, colour: false).render(report)
        #expect(!plain.contains("\u{1B}"))
        #expect(plain.contains("Bitcoin fell 5%[2✗] to $90[3≈][4✓].[1]"))
        let coloured = TerminalRenderer(width: 80, colour: true).render(report)
        #expect(coloured.contains("\u{1B}[31m5%\u{1B}[0m"))
        #expect(coloured.replacing(#/\u{1B}\[[0-9]*m/#, with: "") == plain)
    }

    @Test func theJSONFitsItsSchema() throws {
        let bytes = try Repository.bytes("Docs/schema/downdraft.report.1.schema.json")
        let schema = try #require(JSONDocument(String(decoding: bytes, as: UTF8.self)))
        let text = JSONRenderer().render(ArticleSample.report(ArticleSample.article()))
        let page = try #require(JSONDocument(text))
        #expect(JSONSchemaValidator(schema).faults(in: page) == [])
        #expect(text.contains("\"start\": 13"))
    }

    /// Words of an article are as little to be trusted as any.
    @Test(arguments: HostileSample.titles)
    func hostileTextIsHarmless(title: String) {
        let count = title.unicodeScalars.count
        let notes = [
            ArticleSample.note(1, 0..<max(1, count / 2), .wrong, words: title),
            ArticleSample.note(2, count / 3..<max(count / 3, count), .near, words: title),
        ]
        let report = ArticleSample.report(ArticleSample.article(title, notes: notes))
        for format in ReportFormat.allCases {
            let page = format.renderer(width: 80).render(report)
            let harmful = page.unicodeScalars.filter { $0 != "\n" && CleanText.isHarmful($0) }
            #expect(harmful.isEmpty, "\(format)")
        }
        let html = HTMLRenderer().render(report)
        #expect(PageText.nestingFault(html) == nil)
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<!--"))
        #expect(html.matches(of: #/<style/#).count == 1)
        let markdown = MarkdownRenderer().render(report)
        #expect(!markdown.contains("<script"))
        #expect(markdown.firstMatch(of: #/[^\\]\]\(javascript/#) == nil)
    }

    /// Figures as another text prints them: rounded by hand.
    @Test(arguments: [
        (-0.10602, Unit.ratio, 0, "−11\u{A0}%"), (-0.10602, .ratio, -1, "−10.6\u{A0}%"),
        (3.296e12, .usd, 10, "$3.30T"), (42.5e9, .usd, 7, "$42.50B"), (5.934, .usd, -2, "$5.93"),
        (0.16689, .usd, -4, "$0.1669"), (98_946.1, .usd, 0, "$98,946"), (42.93, .level, 0, "43"),
        (0, .usd, 7, "$0"), (999_999_999, .usd, 7, "$1.00B"),
    ])
    func placesAreThoseOfTheArticle(value: Double, unit: Unit, power: Int, expected: String) {
        #expect(NumberFormat.text(value, unit, .places(power)) == expected)
    }
}
