import CaseSupport
import Market
import Narrative
import Rendering
import TestSupport
import Testing

@testable import Wording

/// The fence around every sentence of every kind of report on the bundled case: what the template says passes, word for word.
@Suite struct GoldenDayWordingTests {
    @Test(arguments: ["2025-01-27T12:00Z", "2025-01-20T06:00Z", "2025-02-03T00:00Z"])
    func aModelThatCopiesChangesNothing(instant: String) async throws {
        let question = try GoldenCase.question(instant)
        for report in try await GoldenCase.reports(try GoldenCase.path(), question) {
            var transport = ScriptedTransport { _, question in
                (ScriptedTransport.stream(ScriptedTransport.echo(question)), .finished)
            }
            let worded = ModelNarrator(ModelSettings()).worded(
                report, by: &transport, clock: StillClock())
            #expect(worded.rejections.isEmpty, "\(worded.rejections.map(\.line))")
            #expect(
                MarkdownRenderer().render(worded.report) == MarkdownRenderer().render(report))
        }
    }
}
