#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Import
import Market
import Store
import TestSupport
import Testing

/// The cases of this repository, as they lie in `Cases`.
@Suite struct RealCaseTests {
    private static let cases = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Cases")

    private static var folders: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
        return names.map { cases.appending(path: $0).path }
            .filter { FileManager.default.fileExists(atPath: $0 + "/manifest.json") }.sorted()
    }

    @Test(arguments: folders)
    func everyRowIsImportedAndNoneTwice(folder: String) throws {
        let temporary = try TemporaryFolder()
        let writer = try StoreWriter.open(path: temporary.path("store.sqlite"))
        var last: ImportProgress?
        let report = try CaseImport.run(path: folder, into: writer) { last = $0 }
        #expect(report.alreadyThere == 0)
        #expect(report.inserted == last?.rowsTotal && report.inserted > 0)
        let again = try CaseImport.run(path: folder, into: writer)
        #expect(again.inserted == 0 && again.files.allSatisfy { $0.wasSkipped })
        let reader = try StoreReader.open(path: temporary.path("store.sqlite"))
        let beginning = Timestamp(microseconds: 0)
        let extent = try reader.snapshot(asOf: beginning).extent(
            of: "index:TOTAL", interval: .hour)
        #expect((extent != nil) == report.files.contains { $0.kind == .bars })
    }

    /// Outages rest on a report that can be looked up, and are known no sooner than they are over.
    @Test func outagesHaveReports() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path("store.sqlite")
        let writer = try StoreWriter.open(path: path)
        let folder = Self.cases.appending(path: "outages").path
        #expect(try CaseImport.run(path: folder, into: writer).inserted == 14)
        let late = try #require(Timestamp("2026-01-01T00:00Z"))
        let events = try StoreReader.open(path: path).snapshot(asOf: late)
            .events(TimeRange(from: Timestamp(microseconds: 0), to: late)).rows
        #expect(events.count == 14)
        for event in events {
            #expect(event.kind != .schedule && event.citation.contains("://"))
            #expect(event.known >= event.end ?? event.start, "\(event.id)")
            #expect(event.title.lowercased().hasPrefix(event.subject), "\(event.id)")
        }
        let halted = try #require(events.first { $0.id == "binance-2023-03-24" })
        #expect(halted.start == Timestamp("2023-03-24T11:27Z"))
        #expect(halted.end == Timestamp("2023-03-24T13:30Z"))
    }
}
