import CaseSupport
import Downdraft
import Evidence
import Market
import Narrative
import TestSupport
import Testing

/// What the report says of causes on the golden day, held to the event study's own reference.
@Suite struct CauseReportTests {
    private func book(_ instant: String) throws -> EvidenceBook {
        try GoldenCase.report(instant).book
    }

    private func text(_ book: EvidenceBook, _ measure: Measure) -> String? {
        guard case .text(let text)? = book[measure, .question]?.value else { return nil }
        return text
    }

    /// The candidates by name, with the measure of each.
    private func causes(_ book: EvidenceBook) -> [String: Measure] {
        var found: [String: Measure] = [:]
        var place = 1
        while let name = text(book, Measure("cause.\(place)")) {
            found[name] = Measure("cause.\(place)")
            place += 1
        }
        return found
    }

    /// The story surfaces from the headlines without being named anywhere, first seen a week before.
    @Test func theStoryOfTheDaySurfaces() throws {
        let book = try book("2025-01-27T12:00:00Z")
        #expect(text(book, "name.1") == "DeepSeek")
        #expect(text(book, "name.1.themes") == "ai")
        let cause = try #require(causes(book)["DeepSeek (ai)"])
        let seen = book[cause.dot("firstSeen"), .question]?.value.instant
        #expect(seen?.description == "2025-01-20T12:37:58Z")
        #expect(try #require(book[cause.dot("lead"), .question]?.number) > 5)
    }

    /// The word of the sector's themes that rose most. Expected: scipy's hypergeometric law of both feeds on the
    /// case's titles, word by word; the next, Nvidia, has 0.0224.
    @Test func theWordOfTheDayIsTheReferences() throws {
        let book = try book("2025-01-27T12:00:00Z")
        #expect(text(book, "term") == "DeepSeek")
        #expect(book["term.recent", .question]?.number == 4)
        let expected = try #require(book["term.expected", .question]?.number)
        #expect(agree(expected, 0.915939159391594))
    }

    /// pandas and statsmodels, `Fixtures/EventStudy/golden.csv`, panel of days: the same placebo dates give the
    /// same p-value; prices of several venues move the effect in its third digit.
    @Test func theTestIsTheReferences() throws {
        let rows = try ReferenceTable(fixture: "EventStudy/golden.csv").rows
            .filter { $0["panel"] == "days" }
        func figure(_ name: String) throws -> Double {
            try #require(rows.first { $0["figure"] == name }?["value"].flatMap(Double.init))
        }
        let book = try book("2025-01-27T12:00:00Z")
        let cause = try #require(causes(book)["DeepSeek (ai)"])
        func ours(_ name: String) throws -> Double {
            try #require(book[cause.dot(name), .question]?.number)
        }
        #expect(try ours("dates") == figure("dates") && ours("tested") == figure("members"))
        #expect(try abs(ours("p") - figure("p.scaledPortfolio")) < 0.02)
        #expect(try abs(ours("effect") - figure("car")) < 0.002)
    }

    /// No causal verb: the story coincided, and the whole of the move is unexplained.
    @Test func whatIsNotSignificantCoincided() throws {
        let report = try GoldenCase.report("2025-01-27T12:00:00Z")
        let cause = try #require(causes(report.book)["DeepSeek (ai)"])
        #expect(text(report.book, cause.dot("verdict")) == "coincided")
        let total = try #require(report.book["move.total", .question]?.number)
        let parts = ["move.broad", "move.remainder", "move.direct"].compactMap {
            report.book[Measure($0), .question]?.number
        }
        #expect(parts.count == 3 && abs(parts.reduce(0, +) - total) < 1e-12)
        #expect(report.book["move.unexplained.share", .question]?.number == 1)
        let words = report.lead.map { sentence in
            sentence.spans.compactMap { span -> String? in
                guard case .words(let words) = span else { return nil }
                return words
            }.joined()
        }
        #expect(words.contains { $0.contains("coincided") })
        #expect(!words.contains { $0.contains("moved the market") })
    }

    /// Before the week of the story nothing of it is known.
    @Test func anEarlierDayDoesNotKnowTheName() throws {
        let book = try book("2025-01-21T12:00:00Z")
        #expect(text(book, "name.1") != "DeepSeek")
        #expect(!causes(book).keys.contains { $0.contains("DeepSeek") })
    }

    /// A window of another length is told what moved and is not tested.
    @Test func otherWindowsAreNotTested() throws {
        let window = try #require(Question.Window("6h"))
        let book = try GoldenCase.report("2025-01-27T12:00:00Z", window).book
        #expect(book["cause.1.p", .question] == nil && book["onset.market.name", .question] != nil)
    }
}
