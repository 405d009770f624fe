import Digests
import Foundation
import TestSupport
import Testing

/// The bundled cases are what their manifests say, and small enough to be cloned by everybody.
@Suite struct CaseTests {
    private struct Manifest: Decodable {
        struct File: Decodable {
            let path: String
            let sha256: String
        }
        let files: [File]
    }

    @Test func everyFileIsTheOneOfItsManifest() throws {
        let paths = try Repository.files(under: "Cases")
        let manifests = paths.filter { $0.hasSuffix("/manifest.json") }
        #expect(!manifests.isEmpty)
        var listed = Set(manifests)
        for path in manifests {
            let folder = path.dropLast("manifest.json".count)
            let manifest = try JSONDecoder().decode(
                Manifest.self, from: Data(try Repository.bytes(path)))
            for file in manifest.files {
                let digest = ContentDigest(of: try Repository.bytes(folder + file.path))
                #expect(digest.hexadecimal == file.sha256, "\(folder)\(file.path)")
                listed.insert(folder + file.path)
            }
        }
        #expect(listed == Set(paths))
    }

    @Test func casesAreSmall() throws {
        let sizes = try Repository.files(under: "Cases").map { try Repository.bytes($0).count }
        #expect(sizes.reduce(0, +) <= 8 << 20)
    }
}
