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
        #expect(
            try reader.snapshot(asOf: beginning).extent(of: "index:TOTAL", interval: .hour) != nil)
    }
}
