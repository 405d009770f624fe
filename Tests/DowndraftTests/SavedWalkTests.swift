import CaseSupport
import Downdraft
import Evidence
import Market
import Narrative
import Testing

/// A walk that is kept and taken up again: expected is the walk that was never broken off.
@Suite struct SavedWalkTests {
    private func walk(
        _ charted: Charted, _ instant: String, resuming state: [UInt8]? = nil
    ) throws -> (report: Report, state: [UInt8]) {
        var saved = state ?? []
        let report = try Engine(store: GoldenCase.path()).backtest(
            outlookOf: charted, GoldenCase.question(instant), resuming: state, save: { saved = $0 })
        return (report, saved)
    }

    @Test func itGoesOnToTheSameBytes() throws {
        let part = try walk(.market, "2025-01-10T12:00:00Z")
        let resumed = try walk(.market, "2025-01-27T12:00:00Z", resuming: part.state)
        let whole = try walk(.market, "2025-01-27T12:00:00Z")
        #expect(resumed.state == whole.state && part.state != whole.state)
        #expect(resumed.report.book.facts == whole.report.book.facts)
    }

    /// Another chart's days may be as many, and end on the same day.
    @Test func itIsOfNoOtherChart() throws {
        let other = try walk(.asset("ETH"), "2025-01-27T12:00:00Z")
        let refused = EngineError.refused(
            "what was saved is a walk over other bars — begin anew without it")
        #expect(throws: refused) {
            try walk(.asset("BTC"), "2025-01-27T12:00:00Z", resuming: other.state)
        }
        #expect(throws: EngineError.self) {
            try walk(.asset("BTC"), "2025-01-27T12:00:00Z", resuming: [1, 2, 3])
        }
    }
}
