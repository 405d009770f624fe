import Evidence
import Narrative
import TestSupport
import Testing

@testable import Rendering

@Suite struct PostCuttingTests {
    private static func words(_ count: Int, _ random: inout SeededGenerator) -> Sentence {
        let stock = [
            "market", "fell,", "the", "coins;", "a", "liquidation", "of", "all:", "寬字", "it",
        ]
        let words = (0..<count).map { _ in stock[Int.random(in: 0..<stock.count, using: &random)] }
        return Sentence(spans: [.words(words.joined(separator: " ") + " ")])
    }

    /// Sentences of words and figures, some far longer than a post.
    private static func sentence(_ random: inout SeededGenerator) -> Sentence {
        var spans: [Sentence.Span] = []
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            spans += words(Int.random(in: 1...14, using: &random), &random).spans
            let value = Double.random(in: -1...1, using: &random) * 1e9
            let fact = SampleEvidence.number(
                "cap", "index:TOTAL", value, .usd, low: value - 1e6, high: value + 1e6)
            spans.append(.value(fact, Bool.random(using: &random) ? .interval : .plain))
            spans.append(.words(" "))
        }
        return Sentence(spans: spans)
    }

    private static let opening: Sentence = "\(SmallSample.published):"

    @Test func noPostIsTooLongAndNoFigureIsCut() {
        var random = SeededGenerator(seed: 95)
        for language in Language.allCases {
            let cutting = PostCutting(language: language.page)
            for _ in 0..<60 {
                let sentences = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                    Self.sentence(&random)
                }
                let posts = cutting.posts([Post(Self.opening, sentences)])
                let figures = sentences.flatMap { Phrase($0, in: language.page).runs }
                    .filter { $0.origin != nil }.map(\.text)
                #expect(posts.allSatisfy { $0.width <= 275 })
                let shown = posts.flatMap { $0.runs.filter { $0.origin != nil }.map(\.text) }
                let start = NumberFormat.text(SmallSample.published, in: language.page)
                #expect(shown.filter { $0 != start } == figures)
                #expect(posts.allSatisfy { $0.runs.first?.text == start })
            }
        }
    }

    /// Nothing is lost or said twice: the posts without openings and ellipses are the sentences.
    @Test func postsSayWhatTheSentencesSay() {
        var random = SeededGenerator(seed: 96)
        let page = Language.english.page
        let start = Phrase(Self.opening, in: page).text + " "
        for _ in 0..<60 {
            let sentences = (0..<4).map { _ in Self.sentence(&random) }
            let told = PostCutting(language: page).posts([Post(Self.opening, sentences)])
                .map { $0.text.dropFirst(start.count).replacing("…", with: " ") }
                .joined(separator: " ")
            let expected = sentences.map { Phrase($0, in: page).text }.joined(separator: " ")
            #expect(told.split(separator: " ") == expected.split(separator: " "))
        }
    }

    @Test func sentencesShareAPostWhereTheyFit() {
        let posts = PostCutting(language: EnglishPage()).posts([
            Post("A:", ["One.", "Two."]), Post("B:", ["Three."]),
        ])
        #expect(posts.map(\.text) == ["A: One. Two.", "B: Three."])
    }

    @Test func aSentenceIsCutBetweenClauses() {
        let cutting = PostCutting(language: EnglishPage(), longest: 35)
        let posts = cutting.posts([Post("", ["The market fell a lot; the coins fell more."])])
        #expect(posts.map(\.text) == ["The market fell a lot;…", "… the coins fell more."])
    }

    /// Titles from outside: wide, long, without a space.
    @Test func foreignTextStaysWithinItsPost() {
        let title = SampleEvidence.fact(
            "title", "headline:a", .text(String(repeating: "寬", count: 400)), .text)
        for page in Language.allCases.map(\.page) {
            let posts = PostCutting(language: page).posts([
                Post(Self.opening, ["It coincided with \(title), first seen then."])
            ])
            #expect(posts.count == 1 && posts.allSatisfy { $0.width <= 275 })
        }
    }

    /// Numbers of posts are structure: they stand where a list has its marks, and nowhere else.
    @Test func numbersOfPostsAreMarksOfAList() {
        let report = Report(
            title: "T", asOf: SampleEvidence.asOf, window: "24h", headline: "H", lead: [],
            sections: [
                Section(
                    "thread", "Thread",
                    [
                        .posts(
                            (0..<12).map { _ in
                                Post(Self.opening, ["It fell \(SmallSample.change)."])
                            })
                    ])
            ], book: EvidenceBook(), gaps: [], sources: [], style: .thread)
        let marking = BracketMarking()
        let terminal = TerminalRenderer(width: 80, colour: false, marking: marking).render(report)
        #expect(terminal.contains("⟦12.⟧") && terminal.contains(" ⟦1.⟧"))
        #expect(LooseDigitTests.looseDigits(terminal) == "")
        let markdown = MarkdownRenderer(marking: marking).render(report)
        #expect(markdown.contains("⟦12.⟧ ⟦27"))
        #expect(LooseDigitTests.looseDigits(markdown) == "")
        let page = HTMLRenderer().render(report)
        #expect(page.contains("<ol class=\"posts\">\n<li>"))
        #expect(LooseDigitTests.looseDigits(LooseDigitTests.unvouched(inServed: report)) == "")
    }
}
