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

    /// A report that can be made again.
    enum Kind: String, CaseIterable {
        case explain, movers, index, sector, levels, indicators, liquidations, simulate, outlook,
            alerts

        func report(_ engine: Engine, _ question: Question) async throws -> Report {
            switch self {
            case .explain: try engine.answer(question)
            case .movers: try engine.movers(question)
            case .index: try engine.index("own", question, compares: true)
            case .sector: try engine.index("sector:ai", question)
            case .levels: try engine.levels(of: .asset("BTC"), question)
            case .indicators: try engine.indicators(of: .asset("ETH"), question)
            case .liquidations: try engine.liquidations(question)
            case .simulate: try await engine.simulate(.asset("BTC"), question, draws: 4096)
            case .outlook: try await engine.outlook(of: .asset("BTC"), question, days: 2)
            case .alerts: try engine.alerts(question)
            }
        }

        /// How many rows are changed, one after the other.
        var rounds: Int {
            let asked = ProcessInfo.processInfo.environment["CHAOS_ROUNDS"].flatMap(Int.init)
            return asked ?? (self == .explain ? 3 : 1)
        }
    }

    @Test(arguments: Kind.allCases) func aChangedRowChangesWhatItsReceiptsSay(
        kind: Kind
    ) async throws {
        let question = try GoldenCase.question(
            "2025-01-27T12:00:00Z", kind == .alerts ? .rolling(.days(30)) : .dayLong)
        let engine = Engine(store: try GoldenCase.path())
        let base = try await kind.report(engine, question)
        let before = try engine.receipts(of: base)
        var generator = SeededGenerator(seed: 27)
        var moved = 0
        var round = 0
        while round < kind.rounds {
            let folder = try TemporaryFolder()
            let copy = folder.path("copy.sqlite")
            try FileManager.default.copyItem(atPath: GoldenCase.path(), toPath: copy)
            let selection = try #require(before.inputs.randomElement(using: &generator)).rows
            guard
                let change = try RowChange(
                    selection, in: copy, asOf: question.asOf, using: &generator)
            else { continue }
            round += 1
            let found = try await kind.report(Engine(store: copy), question)
            let after = try Engine(store: copy).receipts(of: base)
            moved += expect(base, found, before, after, foretell: change)
        }
        #expect(moved > 0 || kind != .explain, "no row that was changed mattered to any fact")
    }

    /// Holds what changed against what receipts foretold; answers how many places changed.
    private func expect(
        _ base: Report, _ found: Report, _ before: ReceiptBook, _ after: ReceiptBook,
        foretell change: RowChange
    ) -> Int {
        let (old, new) = (Self.placed(base), Self.placed(found))
        var moved = 0
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
        return moved
    }
}
