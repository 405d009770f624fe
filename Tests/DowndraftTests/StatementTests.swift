import CaseSupport
import Downdraft
import Evidence
import Foundation
import Market
import Narrative
import TestSupport
import Testing

/// Scenarios, levels and causes by one mechanism: written down, judged, and each kind apart.
@Suite struct StatementTests {
    private func copy() throws -> (folder: TemporaryFolder, engine: Engine) {
        let folder = try TemporaryFolder()
        let path = folder.path("store.sqlite")
        try FileManager.default.copyItem(atPath: GoldenCase.path(), toPath: path)
        return (folder, Engine(store: path))
    }

    private func words(_ book: EvidenceBook, _ measure: String) -> Set<String> {
        Set(
            book.facts.compactMap { fact in
                guard fact.measure.text.hasPrefix(measure + "."),
                    fact.measure.text.hasSuffix(".id"),
                    case .text(let text) = fact.value
                else { return nil }
                return text
            })
    }

    /// An answer says the same whether it is written down or not, but for the levels that it then adds.
    @Test func anAnswerWritesOnlyWhenItIsTold() throws {
        let (folder, engine) = try copy()
        defer { withExtendedLifetime(folder) {} }
        let asked = try GoldenCase.question("2025-01-27T12:00:00Z")
        let read = try engine.answer(asked).book
        #expect(throws: EngineError.self) { try engine.score(asked) }
        let written = try engine.answer(asked, issuedAt: asked.asOf).book
        let added = Set(written.facts.map(\.id)).subtracting(read.facts.map(\.id))
        #expect(Set(read.facts.map(\.id)).isSubset(of: written.facts.map(\.id)))
        let names = written.facts.filter { added.contains($0.id) }.map(\.measure.text)
        #expect(names.allSatisfy { $0.hasPrefix("ahead.") || $0.hasPrefix("issued.") })
        let causes = words(written, "cause")
        #expect(!causes.isEmpty && causes == words(read, "cause"))
        #expect(written["issued.causes", .question]?.number == Double(causes.count))
        #expect(
            written["issued.levels", .question]?.number == Double(words(written, "ahead").count))
        #expect(words(read, "ahead").isEmpty)
        let judged = try engine.score(asked).book
        #expect(judged["reviews.waiting", .question]?.number == Double(causes.count))
        #expect(
            judged["forecasts.waiting", .question]?.number
                == written["issued.levels", .question]?.number)
    }

    /// Said on 18 January 2025 and due a week later: too few days are in the case to compare with, and nothing
    /// is made of that. Levels are decided by the bars.
    @Test func eachKindIsJudgedApart() async throws {
        let (folder, engine) = try copy()
        defer { withExtendedLifetime(folder) {} }
        let asked = try GoldenCase.question("2025-01-20T00:00:00Z")
        let said = try engine.answer(asked, issuedAt: asked.asOf).book
        let ahead = try await engine.outlook(
            of: .asset("BTC"), asked, days: 5, issuedAt: asked.asOf
        ).book
        let book = try engine.score(GoldenCase.question("2025-01-28T00:00:00Z")).book
        let causes = words(said, "cause")
        #expect(book["reviews.due", .question]?.number == Double(causes.count))
        #expect(words(book, "review") == causes)
        #expect(
            book["score.inTime.count", Subject("method:simulation")]?.number
                == Double(words(ahead, "scenario").count))
        #expect(
            book["score.levels.inTime.count", Subject("method:simulation")]?.number
                == Double(words(ahead, "ahead").count))
        let kinds = book.facts.filter { $0.measure.text.hasSuffix(".kind") }
            .compactMap { fact -> String? in
                if case .text(let kind) = fact.value { kind } else { nil }
            }
        #expect(Set(kinds) == ["scenario", "level"])
        #expect(book.all("score.causes.inTime.rate").isEmpty)
    }
}
