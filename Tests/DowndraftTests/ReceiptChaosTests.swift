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
        let engine = Engine(store: try GoldenCase.path())
        let base = try engine.answer(question)
        let before = try engine.receipts(of: base)
        let rounds = ProcessInfo.processInfo.environment["CHAOS_ROUNDS"].flatMap(Int.init) ?? 3
        var generator = SeededGenerator(seed: 27)
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
            let found = try Engine(store: copy).answer(question)
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
