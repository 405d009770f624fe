import Evidence
import Narrative
import Testing

@testable import Rendering

/// Law 1 at the last step: no digit on a page that nothing vouches for.
@Suite struct LooseDigitTests {
    static let reports = [SmallSample.report(), RichSample.report()]

    static func looseDigits(_ text: String) -> String {
        BracketMarking.unmarked(text).split(separator: "\n")
            .filter { $0.contains(where: \.isNumber) }.joined(separator: "\n")
    }

    @Test func terminal() {
        for report in Self.reports {
            for width in [60, 100, 160] {
                let page = TerminalRenderer(width: width, colour: false, marking: BracketMarking())
                    .render(report)
                #expect(Self.looseDigits(page) == "")
                #expect(page.contains("⟦"))
            }
        }
    }

    @Test func markdown() {
        for report in Self.reports {
            #expect(
                Self.looseDigits(MarkdownRenderer(marking: BracketMarking()).render(report)) == "")
        }
    }

    @Test func html() {
        let marking = BracketMarking()
        for report in Self.reports {
            let page = HTMLRenderer(marking: marking, pictureMarking: marking, plain: marking)
                .render(report)
            let bare = PageText.without(page, elements: ["style"], having: "")
            let axes = PageText.without(bare, elements: ["text"], having: "class=\"tick\"")
            #expect(Self.looseDigits(PageText.words(axes)) == "")
        }
    }

    @Test func htmlAsItIsServed() {
        for report in Self.reports {
            #expect(Self.looseDigits(Self.unvouched(inServed: report)) == "")
        }
    }

    /// The words of a page as it is served that no fact, series or source vouches for.
    static func unvouched(inServed report: Report) -> String {
        var page = HTMLRenderer().render(report)
        page = PageText.without(page, elements: ["style"], having: "")
        page = PageText.without(page, elements: ["title", "desc"], having: "data-facts=")
        page = PageText.without(page, elements: ["tspan", "span"], having: "data-fact=")
        page = PageText.without(page, elements: ["tspan", "span", "td"], having: "data-series=")
        page = PageText.without(page, elements: ["span"], having: "data-source=")
        page = PageText.without(page, elements: ["text"], having: "class=\"tick\"")
        return PageText.words(page)
    }

    @Test func factTable() {
        let table = FactTableRenderer(width: 120, colour: false, marking: BracketMarking())
            .table(RichSample.report().book.facts)
        #expect(Self.looseDigits(table) == "")
    }
}
