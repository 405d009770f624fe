import TestSupport
import Testing

@testable import Rendering

@Suite struct GoldenTests {
    @Test(arguments: [
        (ReportFormat.terminal, "small.txt"), (.markdown, "small.md"), (.html, "small.html"),
        (.json, "small.json"),
    ])
    func small(format: ReportFormat, file: String) {
        let text = format.renderer(width: 80).render(SmallSample.report())
        #expect(GoldenFile(file).difference(from: text) == nil)
    }

    @Test func facts() {
        let facts = [
            SmallSample.change, SmallSample.floor, SmallSample.share, SmallSample.published,
        ]
        #expect(GoldenFile("facts.txt").difference(from: FactTableRenderer().table(facts)) == nil)
        #expect(GoldenFile("facts.json").difference(from: FactTableRenderer().json(facts)) == nil)
    }

    @Test(arguments: ReportFormat.allCases)
    func theSameReportIsTheSameBytes(format: ReportFormat) {
        let renderer = format.renderer()
        #expect(renderer.render(RichSample.report()) == renderer.render(RichSample.report()))
    }
}
