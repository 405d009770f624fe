import CaseSupport
import Downdraft
import Evidence
import Market
import Narrative
import TestSupport
import Testing

/// The names of measures are a promise, and `Docs/json.md` is where it is made: whatever a report holds is in its
/// tables, with its unit.
@Suite struct DocumentedMeasuresTests {
    /// A row of a table of measures: the patterns of its names, the units it gives.
    private struct Row {
        let patterns: [[Substring]]
        let units: Set<String>
    }

    /// Words that stand for others in the documented names.
    private static let placeholders: Set<Substring> = [
        "W", "N", "D", "Dd", "Hd", "R", "L", "G", "X", "K", "M", "V", "P",
    ]

    /// What the guide says of all readings of a chart in a sentence.
    private static let readings = [".live.rank", ".rank", ".live", ".closed"]

    @Test func everyMeasureOfEveryReportIsDocumented() async throws {
        let rows = try Self.rows()
        #expect(rows.count > 150)
        let question = try GoldenCase.question("2025-01-27T12:00:00Z")
        let engine = Engine(store: try GoldenCase.path())
        var reports = try await GoldenCase.reports(
            GoldenCase.path(), question, simulated: true)
        reports.append(try await engine.simulate(.market, question))
        reports.append(try engine.backtest(causesOver: 0.05, question))
        reports.append(try engine.answer(try GoldenCase.question("2025-01-28T00:00:00Z", .utcDay)))
        reports.append(try await GoldenCase.checkedArticle(question))
        var seen: Set<[String]> = []
        for report in reports {
            for fact in report.book.facts {
                seen.insert([fact.measure.text, fact.unit.rawValue])
            }
            for measure in report.book.series.map(\.measure) + report.book.curves.map(\.measure) {
                seen.insert([measure.text])
            }
        }
        let missing = seen.filter {
            !Self.isDocumented($0[0], unit: $0.dropFirst().first, in: rows)
        }
        #expect(missing.map { $0.joined(separator: " in ") }.sorted() == [])
    }

    private static func isDocumented(_ name: String, unit: String?, in rows: [Row]) -> Bool {
        let bare = readings.first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) }
        return [name, bare].compactMap { $0 }.contains { spelled in
            let parts = spelled.split(separator: ".")
            return rows.contains { row in
                let isRank = spelled != name && unit == "ratio"
                return (unit.map { row.units.isEmpty || row.units.contains($0) || isRank } ?? true)
                    && row.patterns.contains { matches($0, parts) }
            }
        }
    }

    private static func matches(_ pattern: [Substring], _ parts: [Substring]) -> Bool {
        pattern.count == parts.count
            && zip(pattern, parts).allSatisfy { $0 == $1 || placeholders.contains($0) }
    }

    // MARK: Reading the guide

    private static func rows() throws -> [Row] {
        let guide = String(decoding: try Repository.bytes("Docs/json.md"), as: UTF8.self)
        var rows: [Row] = []
        var columns: [Substring] = []
        for line in guide.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("| ") else {
                if !line.hasPrefix("|") { columns = [] }
                continue
            }
            let cells = line.dropFirst().dropLast().split(
                separator: "|", omittingEmptySubsequences: false
            ).map(trimmed)
            guard !columns.isEmpty else {
                columns = cells
                continue
            }
            guard columns.first == "measure", let first = cells.first else { continue }
            let place = columns.firstIndex(of: "unit")
            let units = place.flatMap { $0 < cells.count ? codes(cells[$0]) : nil } ?? []
            rows.append(Row(patterns: patterns(codes(first)), units: Set(units.map(String.init))))
        }
        return rows
    }

    private static func trimmed(_ cell: Substring) -> Substring {
        let rest = cell.drop { $0 == " " }
        return rest.prefix(rest.count - rest.reversed().prefix { $0 == " " }.count)
    }

    /// The words between back quotes.
    private static func codes(_ cell: Substring) -> [Substring] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map(\.element)
    }

    /// `a.b`, `.c` stands for `a.b`, and for `a.c` or `a.b.c`: an end that replaces the last words, or goes on.
    private static func patterns(_ names: [Substring]) -> [[Substring]] {
        var patterns: [[Substring]] = []
        var whole: [Substring] = []
        for name in names {
            let parts = name.split(separator: ".")
            if name.hasPrefix(".") {
                patterns += (1...max(1, whole.count)).map { Array(whole.prefix($0)) + parts }
            } else {
                whole = parts
                patterns.append(parts)
            }
        }
        return patterns
    }
}
