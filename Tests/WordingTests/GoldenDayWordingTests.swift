import CaseSupport
import Narrative
import Rendering
import TestSupport
import Testing

@testable import Wording

/// The fence around every sentence of the report on the bundled case: what the template says passes, word for word.
@Suite struct GoldenDayWordingTests {
    @Test(arguments: ["2025-01-27T12:00Z", "2025-01-20T06:00Z"])
    func aModelThatCopiesChangesNothing(instant: String) throws {
        let report = try GoldenCase.report(instant)
        var transport = ScriptedTransport { _, question in
            (ScriptedTransport.stream(ScriptedTransport.echo(question)), .finished)
        }
        let worded = ModelNarrator(ModelSettings()).worded(
            report, by: &transport, clock: StillClock())
        #expect(worded.rejections.isEmpty, "\(worded.rejections.map(\.line))")
        #expect(worded.asked > 10)
        #expect(MarkdownRenderer().render(worded.report) == MarkdownRenderer().render(report))
    }
}
