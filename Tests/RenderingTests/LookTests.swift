import Evidence
import Foundation
import Narrative
import Testing

@testable import Rendering

/// Writes the rich sample where a person can look at it: `LOOK=/tmp/look swift test`.
@Suite struct LookTests {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["LOOK"] != nil))
    func writeTheSampleInEveryFormat() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["LOOK"])
        let report = RichSample.report()
        for format in ReportFormat.allCases {
            let text = format.renderer(width: 100, colour: false).render(report)
            try text.write(
                toFile: "\(folder)/look.\(format.rawValue)", atomically: true, encoding: .utf8)
        }
        try TerminalRenderer(width: 100, colour: true).render(report)
            .write(toFile: "\(folder)/look.colour", atomically: true, encoding: .utf8)
        try FactTableRenderer(width: 160).table(report.book.facts)
            .write(toFile: "\(folder)/look.facts", atomically: true, encoding: .utf8)
    }
}
