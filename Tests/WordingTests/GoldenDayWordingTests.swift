import CaseSupport
import Narrative
import Rendering
import TestSupport
import Testing

@testable import Wording

/// The fence around every sentence of the report on the bundled case: what the template says passes, word for word.
@Suite struct GoldenDayWordingTests {
    @Test(arguments: ["2025-01-27T12:00Z", "2025-01-20T06:00Z"])
    func aModelThatCopiesChangesNoWord(instant: String) throws {
        let report = try GoldenCase.report(instant)
        var transport = ScriptedTransport { _, question in
            (ScriptedTransport.stream(ScriptedTransport.echo(question)), .finished)
        }
        let worded = ModelNarrator(ModelSettings()).worded(
            report, by: &transport, clock: StillClock())
        #expect(worded.rejections.isEmpty, "\(worded.rejections.map(\.line))")
        #expect(worded.asked > 10)
        // But for the note that the words are a model's.
        #expect(worded.report.gaps.map(\.id) == report.gaps.map(\.id) + ["model-worded"])
        let noted = Report(
            title: report.title, asOf: report.asOf, window: report.window,
            headline: report.headline, lead: report.lead, sections: report.sections,
            book: report.book, gaps: worded.report.gaps, sources: report.sources)
        #expect(MarkdownRenderer().render(worded.report) == MarkdownRenderer().render(noted))
    }
}
