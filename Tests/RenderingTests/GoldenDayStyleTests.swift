import CaseSupport
import Evidence
import Narrative
import TestSupport
import Testing

@testable import Rendering

/// The golden day in every style and language, kept as it was last read by a person.
@Suite struct GoldenDayStyleTests {
    private static let day = Result { try GoldenCase.report("2025-01-27T12:00:00Z") }

    /// A rise, a window of days, and a day on which much is missing.
    private static let others = Result {
        [
            try GoldenCase.report("2025-01-27T12:00:00Z", window: "1h"),
            try GoldenCase.report("2025-01-27T12:00:00Z", window: "7d"),
            try GoldenCase.report("2024-12-10T13:00:00Z"),
        ]
    }

    /// Short styles as whole pages.
    @Test(arguments: [ReportStyle.brief, .thread], Language.allCases)
    func shortStyles(style: ReportStyle, language: Language) throws {
        let report = try Self.day.get().retold(style, in: language)
        let name = "day.\(language.rawValue).\(style.rawValue)"
        let text = TerminalRenderer(width: 80).render(report)
        #expect(GoldenFile(name + ".txt").difference(from: text) == nil)
        let page = HTMLRenderer().render(report)
        #expect(GoldenFile(name + ".html").difference(from: page) == nil)
    }

    /// The whole report in Spanish, and the words that a browser shows of it before anything is opened.
    @Test func theReportInSpanish() throws {
        let report = try Self.day.get().retold(.report, in: .spanish)
        let text = TerminalRenderer(width: 80).render(report)
        #expect(GoldenFile("day.es.report.txt").difference(from: text) == nil)
        let page = PageText.without(
            HTMLRenderer().render(report), elements: ["style", "details"], having: "")
        let words = PageText.words(page.replacing("</td><td", with: "</td> | <td"))
            .split(separator: "\n").joined(separator: "\n")
        #expect(GoldenFile("day.es.report.html.txt").difference(from: words) == nil)
    }

    /// Law 1 in every style and language: what a reader sees of a digit is vouched for.
    @Test func everyNumeralBelongsToAFact() throws {
        for report in [try Self.day.get()] + (try Self.others.get()) {
            for style in ReportStyle.allCases {
                let told = report.retold(style, in: .spanish)
                let terminal = TerminalRenderer(width: 80, colour: false, marking: BracketMarking())
                    .render(told)
                #expect(LooseDigitTests.looseDigits(terminal) == "")
                let markdown = MarkdownRenderer(marking: BracketMarking()).render(told)
                #expect(LooseDigitTests.looseDigits(markdown) == "")
            }
        }
        let page = LooseDigitTests.unvouched(
            inServed: try Self.day.get().retold(.report, in: .spanish))
        #expect(LooseDigitTests.looseDigits(page) == "")
    }

    /// English words that no Spanish sentence has.
    private static let english: Set<Substring> = [
        "the", "of", "and", "fell", "rose", "since", "in", "at", "with", "from", "is", "are", "was",
        "were", "by", "that", "this", "which", "not", "for", "its", "than", "market", "change",
        "price", "what", "when", "day", "days", "hour", "below", "above", "average", "long",
        "short",
        "source", "sources", "high", "low", "open", "interest", "together", "measured",
    ]

    @Test func noEnglishIsLeftButNamesAndQuotations() throws {
        let marking = HomeMarking()
        for report in [try Self.day.get()] + (try Self.others.get()) {
            for style in ReportStyle.allCases {
                let told = report.retold(style, in: .spanish)
                let page = HTMLRenderer(marking: marking, pictureMarking: marking, plain: marking)
                    .render(told)
                let bare = PageText.words(PageText.without(page, elements: ["style"], having: ""))
                let terminal = TerminalRenderer(width: 100, colour: false, marking: marking)
                    .render(told)
                for text in [bare, terminal] {
                    let words = Set(text.lowercased().split { !$0.isLetter })
                    #expect(words.intersection(Self.english) == [])
                }
            }
        }
        let english = TerminalRenderer(width: 100, colour: false, marking: marking)
            .render(try Self.day.get())
        #expect(
            Set(english.lowercased().split { !$0.isLetter }).intersection(Self.english).count > 30)
    }

    @Test func postsFitAndBriefsAreThreeSentences() throws {
        for report in [try Self.day.get()] + (try Self.others.get()) {
            for language in Language.allCases {
                let thread = report.retold(.thread, in: language)
                guard case .posts(let posts)? = thread.sections.first?.blocks.first else {
                    Issue.record("a thread is posts")
                    return
                }
                let cut = PostCutting(language: language.page).posts(posts)
                #expect(cut.count > 2 && cut.allSatisfy { $0.width <= 275 })
                let brief = report.retold(.brief, in: language)
                #expect(brief.lead.count == 2 && brief.isThin == report.isThin)
            }
        }
    }

    @Test func theJSONOfEveryStyleFitsItsSchema() throws {
        let bytes = try Repository.bytes("Docs/schema/downdraft.report.1.schema.json")
        let schema = try #require(JSONDocument(String(decoding: bytes, as: UTF8.self)))
        for style in [ReportStyle.brief, .thread] {
            let told = try Self.day.get().retold(style, in: .spanish)
            let page = try #require(JSONDocument(JSONRenderer().render(told)))
            #expect(JSONSchemaValidator(schema).faults(in: page) == [])
        }
    }
}

/// Leaves out what stands in its own language: names, titles, quotations and sources.
private struct HomeMarking: OriginMarking {
    func mark(_ text: String, _ origin: Origin) -> String {
        switch origin {
        case .source: ""
        case .fact(let fact), .name(let fact): isForeign(fact) ? "" : text
        case .series, .curve, .place: text
        }
    }

    private func isForeign(_ fact: Fact) -> Bool {
        let words = fact.measure.text.split(separator: ".")
        if words.last == "title" {
            return ["asset", "headline"].contains(fact.subject.kind) || words.count > 1
        }
        // What an event is called, and whose it is, are words of its source.
        if words.contains("event"), words.last != "kind" { return true }
        return ["printed", "reason"].contains(fact.measure.text)
            || (words.first == "cause" && words.count == 2)
    }
}
