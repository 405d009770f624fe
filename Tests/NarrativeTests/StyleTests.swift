import Evidence
import Market
import TestSupport
import Testing

@testable import Narrative

/// The short styles, whatever is missing.
@Suite struct StyleTests {
    /// Books with a random part of the facts of the full one.
    private static func books(_ count: Int) -> [EvidenceBook] {
        var random = SeededGenerator(seed: 94)
        return (0..<count).map { place in
            let whole = SampleBook.full(sign: { place % 2 == 0 ? -1 : 1 })
            let kept = Double.random(in: 0...1, using: &random)
            var book = SampleBook.question()
            for fact in whole.facts where Double.random(in: 0...1, using: &random) < kept {
                book.add(fact)
            }
            return book
        }
    }

    @Test(arguments: Language.allCases)
    func aBriefIsThreeSentencesWhateverIsMissing(language: Language) {
        for book in [SampleBook.question()] + Self.books(60) {
            let brief = LanguageTests.report(book, language, style: .brief)
            let sentences = [brief.headline] + brief.lead
            #expect(sentences.count == 3)
            #expect(brief.sections.isEmpty)
            for sentence in sentences {
                // Each ends with its one full stop.
                #expect(sentence.words.hasSuffix("."))
                #expect(sentence.words.dropLast().firstRange(of: ". ") == nil, "\(sentence.words)")
            }
        }
    }

    @Test(arguments: Language.allCases)
    func aThinBriefSaysThatSomethingIsMissing(language: Language) {
        let clause = language.phrasebook.briefThin.words
        for book in Self.books(30) {
            let brief = LanguageTests.report(book, language, style: .brief)
            let isSaid = brief.lead.contains { $0.words.contains(clause) }
            #expect(isSaid == brief.isThin)
        }
    }

    @Test(arguments: Language.allCases)
    func everyPostHasItsMomentAndTheLastWhatIsMissing(language: Language) throws {
        for book in [SampleBook.question()] + Self.books(30) {
            let thread = LanguageTests.report(book, language, style: .thread)
            guard case .posts(let posts)? = thread.sections.first?.blocks.first else {
                Issue.record("a thread is posts")
                return
            }
            #expect(posts.count >= 2)
            for post in posts {
                #expect(post.opening.facts.first?.value.instant == SampleBook.asOf)
                #expect(!post.sentences.isEmpty && post.sentences.allSatisfy { !$0.isEmpty })
            }
            let last = try #require(posts.last?.sentences.first)
            let start = language == .english ? "not known: " : "lo que falta: "
            #expect(last.words.hasPrefix(start))
        }
    }

    /// Each gap of an explanation has a short name in each language.
    @Test func everyGapHasAShortName() {
        for book in [SampleBook.question()] + Self.books(40) {
            for gap in LanguageTests.report(book, .english).gaps {
                for language in Language.allCases {
                    #expect(language.phrasebook.shortGap(gap.id) != nil, "\(gap.id)")
                }
            }
        }
    }

    /// Publishers stand in the order in which the posts rest on them, each once.
    @Test func theLastPostNamesWhoTheNumbersAreFrom() throws {
        let source = { (id: SourceID, publisher: String) in
            Source(
                id: id, title: "t", publisher: publisher, repository: "", commit: "", licence: "",
                note: "")
        }
        var book = SampleBook.question()
        for (measure, id) in [("cap", "b"), ("sma.50", "a"), ("sma.50.distance", "c")]
            as [(Measure, SourceID)]
        {
            book.add(
                Fact(
                    measure, of: .total, value: .number(1), unit: .usd, asOf: SampleBook.asOf,
                    observedAt: SampleBook.asOf, method: Method("m"), sources: [id]))
        }
        let thread = Narrator(book: book, window: "24h").report(
            window: "24h",
            sources: [
                source("a", "Alpha"), source("b", "Beta"), source("c", "Beta"),
                source("d", "Delta"),
            ],
            style: .thread)
        guard case .posts(let posts)? = thread.sections.first?.blocks.first else {
            Issue.record("a thread is posts")
            return
        }
        let origins = try #require(posts.last?.sentences.last)
        let named = origins.spans.compactMap { span -> String? in
            guard case .publisher(let source) = span else { return nil }
            return source.publisher
        }
        #expect(named == ["Beta", "Alpha"])
    }

    /// Telling a report again from its own facts is telling it at once, whatever it was told as before.
    @Test func retellingForgetsNothing() {
        let book = SampleBook.full(sign: { -1 })
        for first in ReportStyle.allCases {
            for style in ReportStyle.allCases {
                for language in Language.allCases {
                    let told = LanguageTests.report(book, .english, style: first)
                        .retold(style, in: language)
                    let direct = LanguageTests.report(book, language, style: style)
                    #expect(told.sentences == direct.sentences)
                    #expect(told.style == style && told.language == language)
                }
            }
        }
    }
}
