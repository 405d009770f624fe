import CaseSupport
import Downdraft
import Evidence
import Foundation
import Market
import Narrative
import Rendering
import Store
import TestSupport
import Testing

/// What an audit says of rows that changed: which, which facts, and which sentences.
@Suite struct ReportAuditTests {
    private static func stated(_ report: Report, _ engine: Engine) throws -> StatedReport {
        var report = report
        report.receipts = try engine.receipts(of: report)
        return try StatedReport(Array(JSONRenderer().render(report).utf8))
    }

    @Test func oneRowNamesTheSentencesThatDependOnIt() throws {
        let question = try GoldenCase.question("2025-01-27T12:00:00Z")
        let engine = Engine(store: try GoldenCase.path())
        let base = try engine.liquidations(question)
        let before = try Self.stated(base, engine)
        let copy = try StoreOfCase(GoldenCase.folder)
        var generator = SeededGenerator(seed: 3)
        let selection = try #require(
            base.book.facts.flatMap(\.provenance.rows).first { $0.kind == "liquidations" })
        let change = try RowChange(
            selection.with("asset", "ETH").within(question.range), in: copy.path,
            asOf: question.asOf, using: &generator)
        #expect(change != nil)
        let other = Engine(store: copy.path)
        let found = try other.liquidations(question)
        let audit = try engine.audit(before, against: Self.stated(found, other))
        #expect(!audit.holds)
        let book = audit.report.book
        func texts(_ part: String) -> Set<String> {
            Set(
                book.facts.compactMap { fact in
                    guard fact.measure.text.hasPrefix("audit.sentence."),
                        case .text(let text) = fact.value,
                        fact.measure.text.split(separator: ".").count == (part.isEmpty ? 3 : 4)
                    else { return nil }
                    return text
                })
        }
        // The sentences that tell of a fact that is another now, found here by comparing the books.
        let now = Dictionary(
            grouping: found.book.facts, by: { [$0.measure.text, $0.subject.text] })
        let changed = Set(
            base.book.facts.filter { fact in
                !(now[[fact.measure.text, fact.subject.text]] ?? []).contains { $0.id == fact.id }
            }
            .map(\.id))
        let wanted = Set(
            try Self.sentences(base).filter { !changed.isDisjoint(with: $0.facts) }.map(\.text))
        #expect(!wanted.isEmpty && texts("") == wanted)
        #expect(book["audit.difference.1.cause", .question]?.value == .text("data changed"))
    }

    /// Every sentence of a report, as its JSON has it: the text, and the ids of its facts.
    private static func sentences(_ report: Report) throws -> [(text: String, facts: [String])] {
        var found: [(String, [String])] = []
        func walk(_ value: Any) {
            if let items = value as? [Any] { items.forEach(walk) }
            guard let object = value as? [String: Any] else { return }
            if let text = object["text"] as? String, let facts = object["facts"] as? [String] {
                found.append((text, facts))
            }
            object.values.forEach(walk)
        }
        walk(try JSONSerialization.jsonObject(with: Data(JSONRenderer().render(report).utf8)))
        return found
    }
}
