import CaseSupport
import Digests
import Downdraft
import Foundation
import Import
import Market
import Store
import TestSupport
import Testing

/// Law 8: the order in which rows arrive changes no byte.
@Suite struct ImportOrderTests {
    @Test(arguments: [1, 2] as [UInt64])
    func shuffledFilesAndRowsGiveTheSamePages(seed: UInt64) async throws {
        let question = try GoldenCase.question("2025-01-27T12:00:00Z")
        let expected = try await AsOfTests.pages(GoldenCase.path(), question)
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: seed)
        try Self.shuffle(GoldenCase.folder, into: folder, using: &random)
        let store = try StoreOfCase(folder.url.path)
        #expect(try await AsOfTests.pages(store.path, question) == expected)
    }

    @Test func importingTwiceChangesNothing() async throws {
        let question = try GoldenCase.question("2025-01-27T12:00:00Z")
        let store = try StoreOfCase(GoldenCase.folder)
        let once = try await AsOfTests.pages(store.path, question)
        let writer = try StoreWriter.open(path: store.path)
        let report = try CaseImport.run(path: GoldenCase.folder, into: writer)
        try writer.close()
        #expect(report.inserted == 0)
        #expect(try await AsOfTests.pages(store.path, question) == once)
    }

    /// Writes the case again, its files in another order and their rows too.
    private static func shuffle(
        _ source: String, into folder: TemporaryFolder, using random: inout SeededGenerator
    ) throws {
        let manifest = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(filePath: source + "/manifest.json")))
        var root = try #require(manifest as? [String: Any])
        var files = try #require(root["files"] as? [[String: Any]])
        for index in files.indices {
            let path = try #require(files[index]["path"] as? String)
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: source + "/" + path)))
            let text = String(
                decoding: path.hasSuffix(".gz") ? try GzipReader.inflate(bytes) : bytes,
                as: UTF8.self)
            var lines = text.split(separator: "\n")
            let header = lines.removeFirst()
            lines.shuffle(using: &random)
            let shuffled = ([header] + lines).joined(separator: "\n") + "\n"
            let name = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
            try folder.write(shuffled, to: name)
            files[index]["path"] = name
            files[index]["sha256"] = ContentDigest(of: shuffled).hexadecimal
        }
        files.shuffle(using: &random)
        root["files"] = files
        try folder.write(
            [UInt8](try JSONSerialization.data(withJSONObject: root)), to: "manifest.json")
    }
}
