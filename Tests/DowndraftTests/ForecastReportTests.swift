import CaseSupport
import Downdraft
import Evidence
import Foundation
import Market
import Narrative
import TestSupport
import Testing

/// Forecasts from their issue to their score.
@Suite struct ForecastReportTests {
    private func copy() throws -> (folder: TemporaryFolder, engine: Engine) {
        let folder = try TemporaryFolder()
        let path = folder.path("store.sqlite")
        try FileManager.default.copyItem(atPath: GoldenCase.path(), toPath: path)
        return (folder, Engine(store: path))
    }

    private func text(_ book: EvidenceBook, _ measure: Measure, _ subject: Subject) -> String? {
        guard case .text(let text)? = book[measure, subject]?.value else { return nil }
        return text
    }

    /// Issued on 20 January 2025 for five days: by the 25th every forecast has come due, and what
    /// happened is what the daily bars say.
    @Test func forecastsAreKeptAndJudged() async throws {
        let (folder, engine) = try copy()
        defer { withExtendedLifetime(folder) {} }
        let asked = try GoldenCase.question("2025-01-20T00:00:00Z")
        let book = try await engine.outlook(
            of: .asset("BTC"), asked, days: 5, issuedAt: asked.asOf
        ).book
        let judged = try engine.score(GoldenCase.question("2025-01-28T00:00:00Z")).book
        let due = try #require(judged["forecasts.due", .question]?.number)
        #expect(due > 3 && judged["forecasts.waiting", .question]?.number == 0)
        #expect(judged["forecasts.inHindsight", .question]?.number == 0)
        #expect(judged["forecasts.decided", .question]?.number == due)
        // The names under which they were issued are those under which they are judged.
        let issued = Set(
            (1...20).flatMap { place in
                ["scenario", "ahead"].compactMap {
                    text(book, Measure("\($0).\(place).id"), .asset("BTC"))
                }
            })
        let scored = Set(
            judged.facts.filter { $0.subject.kind == "forecast" }.map(\.subject.name))
        #expect(issued == scored && issued.count == Int(due))
        let score = try #require(judged["score.inTime.brier", Subject("method:simulation")]?.number)
        #expect(score > 0 && score < 1)
    }

    /// What is not due waits; what is written down late is told apart.
    @Test func hindsightIsToldApart() async throws {
        let (folder, engine) = try copy()
        defer { withExtendedLifetime(folder) {} }
        let asked = try GoldenCase.question("2025-01-20T00:00:00Z")
        let late = try GoldenCase.question("2025-01-26T00:00:00Z").asOf
        _ = try await engine.outlook(of: .asset("BTC"), asked, days: 5, issuedAt: late)
        let early = try engine.score(GoldenCase.question("2025-01-26T12:00:00Z")).book
        #expect(early["forecasts.decided", .question]?.number == 0)
        #expect(try #require(early["forecasts.inHindsight", .question]?.number) > 3)
    }

    @Test func nothingIssuedIsNothingToScore() throws {
        #expect(throws: EngineError.self) {
            try Engine(store: GoldenCase.path()).score(
                GoldenCase.question("2025-01-28T00:00:00Z"))
        }
    }

    /// The same question looks ahead the same, and a question writes only when it is told to.
    @Test func anOutlookWritesNothingUnasked() async throws {
        let (folder, engine) = try copy()
        defer { withExtendedLifetime(folder) {} }
        let asked = try GoldenCase.question("2025-01-27T12:00:00Z")
        _ = try await engine.outlook(of: .asset("BTC"), asked, days: 3)
        #expect(throws: EngineError.self) { try engine.score(asked) }
        await #expect(throws: EngineError.self) {
            try await engine.outlook(of: .asset("BTC"), asked, days: 61)
        }
    }

    /// A walk that is broken off and taken up again ends at the same report.
    @Test func aBacktestIsResumed() throws {
        let engine = Engine(store: try GoldenCase.path())
        let whole = try GoldenCase.question("2025-01-28T00:00:00Z")
        let part = try GoldenCase.question("2025-01-10T00:00:00Z")
        var state: [UInt8] = []
        _ = try engine.backtest(outlookOf: .market, part, save: { state = $0 })
        let resumed = try engine.backtest(outlookOf: .market, whole, resuming: state)
        let straight = try engine.backtest(outlookOf: .market, whole)
        #expect(resumed.book.facts.map(\.id) == straight.book.facts.map(\.id))
        #expect(straight.book["backtest.1d.simulation.brier", .total] != nil)
        #expect(throws: EngineError.self) {
            try engine.backtest(outlookOf: .asset("BTC"), whole, resuming: state)
        }
        #expect(throws: EngineError.self) {
            try engine.backtest(outlookOf: .market, whole, resuming: Array("{}".utf8))
        }
    }

    @Test func quietDaysFindACauseOneTimeInTwenty() throws {
        let book = try Engine(store: GoldenCase.path()).backtest(
            causesOver: 0.05, GoldenCase.question("2025-01-28T00:00:00Z")
        ).book
        let days = try #require(book["causes.placebo.days", .question]?.number)
        let found = try #require(book["causes.placebo.found", .question]?.number)
        // Sectors of one day go together: a hundred days are no more than that.
        #expect(days > 300 && found < 0.1)
        #expect(throws: EngineError.self) {
            try Engine(store: GoldenCase.path()).backtest(
                causesOver: 1.5, GoldenCase.question("2025-01-28T00:00:00Z"))
        }
    }
}
