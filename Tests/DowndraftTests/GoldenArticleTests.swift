import CaseSupport
import Downdraft
import Evidence
import Market
import Narrative
import TestSupport
import Testing

/// An article of the golden day, in our own words, with the figures and the faults that were printed on that day.
///
/// The verdicts expected are those that arithmetic and the published definitions give, worked by hand:
/// 42.50 / 47.54 - 1 = -10.60 %; more than 25 is further than 14.6; 3.38 and 3.38 print the same; TOTAL adds up
/// 125 coins; the model came out on 20 January and the market moved on the 26th.
@Suite struct GoldenArticleTests {
    private static let checked = Task {
        try await GoldenCase.checkedArticle(GoldenCase.question("2025-01-27T12:00:00Z"))
    }

    private let report: Report

    init() async throws { report = try await Self.checked.value }

    private func note(_ words: String) throws -> AnnotatedArticle.Note? {
        try article().notes.first { note in
            if case .text(let text) = note.words.value { return text.contains(words) }
            return false
        }
    }

    private func article() throws -> AnnotatedArticle {
        for block in report.sections.flatMap(\.blocks) {
            if case .article(let article) = block { return article }
        }
        return AnnotatedArticle(passages: [], notes: [])
    }

    private func verdict(_ words: String) throws -> String? {
        guard case .text(let verdict)? = try note(words)?.verdict.value else { return nil }
        return verdict
    }

    private func text(_ words: String, _ part: String) throws -> String? {
        guard let number = try note(words)?.number.number,
            case .text(let text)? = report.book[
                Measure("claim.\(Int(number)).\(part)"), .question]?.value
        else { return nil }
        return text
    }

    private func number(_ words: String, _ part: String) throws -> Double? {
        guard let place = try note(words)?.number.number else { return nil }
        return report.book[Measure("claim.\(Int(place)).\(part)"), .question]?.number
    }

    @Test(arguments: [
        ("10% from $47.54 billion", "about right", "figure"),
        ("led the losses", "contradicts itself", "order"),
        ("combined market capitalization of all", "wrong definition", "definition"),
        ("(SMA) at $3.38 trillion", "undecidable at this precision", "places"),
        ("after the release of DeepSeek R1", "no data", "attention"),
    ])
    func theFaultsAreReported(words: String, expected: String, remedy: String) throws {
        #expect(try verdict(words) == expected)
        #expect(try text(words, "remedy") == remedy)
    }

    /// The two figures of the article give -10.60 %, between -10.62 and -10.58 as they are printed.
    @Test func theSectorIsRecomputed() throws {
        let implied = try #require(try number("10% from $47.54 billion", "implied"))
        #expect(abs(implied - (42.50 / 47.54 - 1)) < 2e-5)
        let low = try #require(try number("10% from $47.54 billion", "stated.3.low"))
        #expect(abs(low + 0.105) < 1e-12)
    }

    /// A story that was out for days is not what moved the market at its release.
    @Test func releaseIsNotAttention() throws {
        let book = report.book
        let words = "after the release of DeepSeek R1"
        let place = Int(try #require(try note(words)?.number.number))
        let seen = try #require(book[Measure("claim.\(place).firstSeen"), .question]?.value.instant)
        #expect(seen.day == CalendarDay("2025-01-20"))
        let onset = try #require(book[Measure("claim.\(place).onset"), .question]?.value.instant)
        #expect(onset.day >= (CalendarDay("2025-01-26") ?? onset.day))
        let lead = try #require(book[Measure("claim.\(place).lead"), .question]?.number)
        #expect(lead > 5 && lead < 8)
    }

    /// A coin that the store does not hold is no part of the market's figures.
    @Test func anUnknownCoinIsItsOwn() throws {
        #expect(try verdict("more than 25%") == "no data")
        #expect(try text("more than 25%", "about") == "GPU")
    }

    @Test func namesThatWereGivenUpAreSaid() throws {
        let report = report
        #expect(report.gaps.contains { $0.id == "former-names" })
        #expect(
            report.book["claims.formerName.1", .question]?.value == .text("RENDER, formerly RNDR"))
    }

    /// What was printed rightly on the day is not called wrong: one definition, one contradiction, nothing else.
    @Test func nothingRightIsCalledWrong() throws {
        let wrong = try article().notes.filter { $0.tone == .wrong }
        #expect(wrong.count == 2)
        #expect(report.book["claims.refuted", .question]?.number == 0)
        for words in ["6.4%", "57 on Jan. 24 to 43", "100-day SMA", "$3.69 trillion", "$1.06"] {
            #expect(try verdict(words) == "confirmed", "\(words)")
        }
    }

    @Test func everyClaimIsFound() throws {
        let article = try article()
        #expect(article.notes.count >= 30)
        let figures = report.book.facts.filter {
            $0.measure.text.hasPrefix("claim.") && $0.measure.text.hasSuffix(".role")
        }
        #expect(figures.count >= 26)
    }

    /// Notes stand where their words are, in the text and in the bytes.
    @Test func notesStandAtTheirWords() throws {
        let bytes = try Repository.bytes("Tests/Fixtures/Claims/golden-day.txt").map { $0 }
        let article = try article()
        var scalars: [Int: Unicode.Scalar] = [:]
        for passage in article.passages {
            guard case .text(let text) = passage.text.value else { continue }
            for (place, scalar) in text.unicodeScalars.enumerated() {
                scalars[passage.start + place] = scalar
            }
        }
        for note in article.notes {
            var read = String.UnicodeScalarView()
            for place in note.span { if let scalar = scalars[place] { read.append(scalar) } }
            #expect(String(read) == String(decoding: bytes[note.source], as: UTF8.self))
        }
    }
}
