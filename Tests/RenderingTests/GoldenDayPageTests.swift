import CaseSupport
import Foundation
import Narrative
import TestSupport
import Testing

@testable import Rendering

/// The golden day's own pages, held to what the samples are held to.
@Suite struct GoldenDayPageTests {
    private static let reports = Task {
        let question = try GoldenCase.question("2025-01-27T12:00:00Z")
        return try await GoldenCase.reports(GoldenCase.path(), question, simulated: true) + [
            await GoldenCase.checkedArticle(question)
        ]
    }

    @Test func everyNumeralBelongsToAFact() async throws {
        for report in try await Self.reports.value { try expectVouched(report) }
    }

    private func expectVouched(_ report: Report) throws {
        let terminal = TerminalRenderer(width: 100, colour: false, marking: BracketMarking())
            .render(report)
        #expect(LooseDigitTests.looseDigits(terminal) == "")
        let markdown = MarkdownRenderer(marking: BracketMarking()).render(report)
        #expect(LooseDigitTests.looseDigits(markdown) == "")
        #expect(LooseDigitTests.looseDigits(LooseDigitTests.unvouched(inServed: report)) == "")
    }

    @Test func theJSONFitsItsSchema() async throws {
        let bytes = try Repository.bytes("Docs/schema/downdraft.report.1.schema.json")
        let schema = try #require(JSONDocument(String(decoding: bytes, as: UTF8.self)))
        for report in try await Self.reports.value {
            let page = try #require(JSONDocument(JSONRenderer().render(report)))
            #expect(JSONSchemaValidator(schema).faults(in: page) == [])
        }
    }

    @Test func thePageIsOneFileThatNeedsNothing() async throws {
        for report in try await Self.reports.value {
            let page = HTMLRenderer().render(report)
            #expect(PageText.nestingFault(page) == nil)
            for word in ["<script", "src=", "@import", "url(", "href=\"http"] {
                #expect(!page.contains(word), "\(word)")
            }
            #expect(!page.lowercased().contains("nan\"") && !page.contains("inf\""))
        }
    }
}
