import TestSupport
import Testing

@testable import Outlook

@Suite struct AlertClosedFormTests {
    /// Reference: scipy's integrals over sums of reflections.
    @Test func walksAgree() throws {
        let rows = try ReferenceTable(fixture: "Outlook/alert-walks.csv").rows
        #expect(rows.count == 98)
        var worst = 0.0
        for row in rows {
            let way = try #require(AlertPromise.Way(rawValue: row["way"] ?? ""))
            let swings = try #require(Double(row["swings"] ?? ""))
            let bars = try #require(Int(row["bars"] ?? ""))
            let promise = try #require(AlertPromise(way, swings: swings, bars: bars))
            let ours = try #require(AlertClosedForm.probability(of: promise))
            let expected = try #require(Double(row["probability"] ?? ""))
            worst = max(worst, abs(ours - expected))
        }
        #expect(worst < 1e-8, "\(worst)")
    }

    @Test func furtherIsLessLikely() throws {
        for way in AlertPromise.Way.allCases {
            for bars in [1, 7, 60] {
                let likely = stride(from: 0.5, through: 20, by: 1.5).compactMap {
                    AlertPromise(way, swings: $0, bars: bars)
                        .flatMap { AlertClosedForm.probability(of: $0) }
                }
                #expect(likely.count == 14 && likely.allSatisfy { (0...1).contains($0) })
                #expect(zip(likely, likely.dropFirst()).allSatisfy { $0 >= $1 })
            }
        }
    }
}
