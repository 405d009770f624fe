import CaseSupport
import Downdraft
import Evidence
import Foundation
import Import
import Market
import Narrative
import Store
import TestSupport
import Testing

/// What went wrong at a venue stands in the answer about its day, once it was known.
@Suite struct OutageTests {
    @Test func anIncidentOfTheWindowIsTold() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("store.sqlite")
        try FileManager.default.copyItem(atPath: GoldenCase.path(), toPath: path)
        let writer = try StoreWriter.open(path: path)
        _ = try CaseImport.run(path: Repository.path("Cases/outages"), into: writer)
        try writer.close()
        let engine = Engine(store: path)
        func titles(_ instant: String) throws -> [String] {
            let report = try engine.answer(GoldenCase.question(instant))
            let shown = report.sections.first { $0.id == "context" }?.blocks.compactMap {
                if case .table(let table) = $0, table.id == "events" { table } else { nil }
            }
            return (shown ?? []).flatMap(\.rows).flatMap { $0 }.flatMap(\.facts).compactMap {
                fact in
                if case .text(let text) = fact.value, fact.subject.name.hasPrefix("phemex") {
                    text
                } else {
                    nil
                }
            }
        }
        let told = ["Phemex: hot wallets emptied, withdrawals suspended", "phemex", "incident"]
        #expect(try titles("2025-01-24T00:00:00Z") == told)
        // Before its midnight it is not known, and a day later it is over.
        #expect(try titles("2025-01-23T23:00:00Z").isEmpty)
        #expect(try titles("2025-01-25T00:00:00Z").isEmpty)
    }
}
