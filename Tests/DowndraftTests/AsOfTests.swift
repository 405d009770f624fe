import CaseSupport
import Downdraft
import Evidence
import Foundation
import GRDB
import Market
import Narrative
import Rendering
import TestSupport
import Testing

/// Law 2: what is known later changes no earlier answer.
@Suite struct AsOfTests {
    static func pages(
        _ store: String, _ question: Question, simulated: Bool = false
    ) async throws -> [String] {
        try await GoldenCase.reports(store, question, simulated: simulated).flatMap { report in
            ReportFormat.allCases.map { $0.renderer().render(report) }
        }
    }

    /// Every table that rows other than bars are kept in, with a time at which each row was known.
    static func tables(_ database: Database) throws -> [String] {
        try String.fetchAll(database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
            .filter { try database.columns(in: $0).contains { $0.name == "known" } }
    }

    @Test(arguments: [
        ("2025-01-27T12:00:00Z", true), ("2025-01-26T00:00:00Z", true),
        ("2025-01-27T11:00:00Z", false), ("2025-01-21T06:30:00Z", false),
    ])
    func deletingWhatCameLaterChangesNoByte(instant: String, everyKind: Bool) async throws {
        let question = try GoldenCase.question(instant)
        func pages(_ store: String) async throws -> [String] {
            try await everyKind
                ? Self.pages(store, question, simulated: instant.hasPrefix("2025-01-27"))
                : [JSONRenderer().render(Engine(store: store).answer(question))]
        }
        let before = try await pages(GoldenCase.path())
        let folder = try TemporaryFolder()
        let copy = folder.path("copy.sqlite")
        try FileManager.default.copyItem(atPath: GoldenCase.path(), toPath: copy)
        let queue = try DatabaseQueue(path: copy)
        let deleted = try await queue.write { database in
            var deleted = 0
            for table in try Self.tables(database) {
                try database.execute(
                    sql: "DELETE FROM \(table) WHERE known > ?",
                    arguments: [question.asOf.microseconds])
                deleted += database.changesCount
            }
            return deleted
        }
        try queue.close()
        let bars = try StoredBars.keep(in: copy) { $0.known <= question.asOf.microseconds }
        #expect(deleted > 0 && bars > 0, "nothing came later, so nothing was tested")
        #expect(try await pages(copy) == before)
    }

    @Test func aQuestionIsAnsweredTheSameTwice() async throws {
        let question = try GoldenCase.question("2025-01-27T12:00:00Z")
        let first = try await Self.pages(GoldenCase.path(), question, simulated: true)
        #expect(try await Self.pages(GoldenCase.path(), question, simulated: true) == first)
    }

    @Test func noFactSpeaksOfAnythingLater() async throws {
        let question = try GoldenCase.question("2025-01-27T12:00:00Z")
        for report in try await GoldenCase.reports(
            GoldenCase.path(), question, simulated: true)
        {
            for fact in report.book.facts {
                #expect(fact.observedAt.map { $0 <= report.asOf } ?? true, "\(fact.measure)")
                #expect(fact.asOf == report.asOf)
            }
            // A fan of what may be is the one thing that speaks of later days.
            for series in report.book.series where series.standing != .simulated {
                #expect(series.times.allSatisfy { $0 < report.asOf }, "\(series.measure)")
            }
        }
    }
}
