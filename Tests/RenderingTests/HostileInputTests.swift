import Evidence
import Narrative
import Testing

@testable import Rendering

@Suite struct HostileInputTests {
    private func pages(_ report: Report) -> [(format: ReportFormat, text: String)] {
        ReportFormat.allCases.map { ($0, $0.renderer(width: 80).render(report)) }
    }

    @Test(arguments: HostileSample.titles)
    func titlesAreHarmlessEverywhere(title: String) {
        let report = SmallSample.report(headline: title)
        for page in pages(report) {
            let harmful = page.text.unicodeScalars.filter { $0 != "\n" && CleanText.isHarmful($0) }
            #expect(harmful.isEmpty, "\(page.format)")
        }
        let html = HTMLRenderer().render(report)
        #expect(PageText.nestingFault(html) == nil)
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<!--"))
        #expect(html.matches(of: #/<style/#).count == 1)
        let markdown = MarkdownRenderer().render(report)
        #expect(!markdown.contains("<script"))
        #expect(markdown.firstMatch(of: #/[^\\]\]\(javascript/#) == nil)
    }

    @Test(arguments: HostileSample.titles)
    func titlesKeepTablesWhole(title: String) {
        let markdown = MarkdownRenderer().render(SmallSample.report(headline: title))
        let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("| ") }
        for row in rows { #expect(row.hasSuffix("|")) }
        let movers = rows.filter {
            $0.contains("Name") || $0.contains("−6.71") || $0.contains("Sum")
        }
        for row in movers.prefix(3) {
            let cells = row.replacing("\\|", with: "").filter { $0 == "|" }.count
            #expect(cells == 3 || cells == 4)
        }
    }

    @Test func emptyReports() {
        for report in [HostileSample.empty(), HostileSample.onlyGaps()] {
            for page in pages(report) where page.format != .terminal && page.format != .markdown {
                #expect(!page.text.isEmpty)
            }
        }
        #expect(TerminalRenderer().render(HostileSample.onlyGaps()).contains("What we do not know"))
    }

    @Test func chartsOfAnything() {
        for (place, plot) in HostileSample.plots().enumerated() {
            let chart = Chart("odd", "Odd", summary: "Odd.", plot: plot)
            let report = SmallSample.report(sections: [Section("odd", "Odd", [.chart(chart)])])
            for page in pages(report) {
                let lowered = page.text.lowercased()
                    .replacing("dominance", with: "").replacing("information", with: "")
                let odd = lowered.firstMatch(of: #/\b(nan|inf|infinity)\b/#)
                #expect(odd == nil, "\(place) \(page.format)")
            }
            #expect(PageText.nestingFault(HTMLRenderer().render(report)) == nil)
        }
    }

    @Test func bigNumbersStayWithinTheirPicture() {
        for plot in HostileSample.plots() {
            let chart = Chart("odd", "Odd", summary: "Odd.", plot: plot)
            let svg = ChartPicture.svg(
                chart, id: "x", marking: PlainMarking(), plain: PlainMarking())
            #expect(!svg.contains("99999"))
        }
    }

    @Test func identifiersAreHostileToo() {
        let fact = SampleEvidence.number("<b>|\u{1B}[1m", "x:<i>`\"|\u{202E}", 1, .coins)
        let section = Section(
            "a\"><script>", "T", [.items(["\(measure: fact) \(subject: fact) \(fact)"])])
        let report = SmallSample.report(sections: [section])
        #expect(PageText.nestingFault(HTMLRenderer().render(report)) == nil)
        #expect(!HTMLRenderer().render(report).contains("<script"))
        for page in pages(report) {
            #expect(!page.text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
        }
        #expect(!FactTableRenderer().table([fact]).contains("\u{1B}"))
        #expect(!FactTableRenderer().json([fact]).contains("\u{1B}"))
    }
}
