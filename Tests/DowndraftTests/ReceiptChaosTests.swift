import CaseSupport
import Downdraft
import Evidence
import Foundation
import Market
import Narrative
import Store
import TestSupport
import Testing

/// What receipts predict of a changed row is what changes.
@Suite struct ReceiptChaosTests {
    private struct Place: Hashable {
        let measure: Measure
        let subject: Subject
        let observed: Timestamp?
    }

    private static func placed(_ report: Report) -> [Place: [Fact]] {
        Dictionary(grouping: report.book.facts) {
            Place(measure: $0.measure, subject: $0.subject, observed: $0.observedAt)
        }
    }

    @Test func aChangedRowChangesWhatItsReceiptsSay() throws {
        let question = try GoldenCase.question("2025-01-27T12:00:00Z")
        try check(question, seed: 27, rounds: 3) { try $0.answer(question) }
    }

    @Test func alertsAreMovedByTheirRowsAlone() throws {
        let question = try GoldenCase.question("2025-01-27T12:00:00Z", .rolling(.days(30)))
        try check(question, seed: 5, rounds: 4) { try $0.alerts(question) }
    }

    private func check(
        _ question: Question, seed: UInt64, rounds usual: Int,
        _ ask: (Engine) throws -> Report
    ) throws {
        let engine = Engine(store: try GoldenCase.path())
        let base = try ask(engine)
        let before = try engine.receipts(of: base)
        let rounds = ProcessInfo.processInfo.environment["CHAOS_ROUNDS"].flatMap(Int.init) ?? usual
        var generator = SeededGenerator(seed: seed)
        var moved = 0
        var round = 0
        while round < rounds {
            let folder = try TemporaryFolder()
            let copy = folder.path("copy.sqlite")
            try FileManager.default.copyItem(atPath: GoldenCase.path(), toPath: copy)
            let selection = try #require(before.inputs.randomElement(using: &generator)).rows
            guard
                let change = try RowChange(
                    selection, in: copy, asOf: question.asOf, using: &generator)
            else { continue }
            round += 1
            let found = try ask(Engine(store: copy))
            let after = try Engine(store: copy).receipts(of: base)
            let (old, new) = (Self.placed(base), Self.placed(found))
            for (place, facts) in old {
                let isPredicted = facts.contains { fact in
                    fact.provenance.rows.contains { change.belongs(to: $0) }
                }
                // The receipt changes just where one of its rows does.
                let renamed = facts.contains { before.name(of: $0) != after.name(of: $0) }
                #expect(renamed == isPredicted, "\(place) after \(change.values)")
                guard new[place]?.map(\.id) != facts.map(\.id) else { continue }
                moved += 1
                #expect(
                    isPredicted,
                    "\(place.measure) of \(place.subject) changed with \(change.kind) \(change.values)"
                )
            }
        }
        #expect(moved > 0, "no row that was changed mattered to any fact")
    }
}
