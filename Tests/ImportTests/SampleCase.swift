import Digests
import Store
import TestSupport

/// A small case in a folder of its own, whose manifest and files a test may spoil.
struct SampleCase {
    struct File {
        var path: String
        var kind: String
        var bytes: [UInt8]
        var rows: Int
        var source = "alpha"
        var sha256: String?
    }

    let folder: TemporaryFolder
    var format = "downdraft.case/1"
    var files: [File]

    /// One CSV of each kind, and bars packed.
    init() throws {
        folder = try TemporaryFolder()
        files = RowKind.allCases.filter { $0 != .bars }.map { kind in
            let text = SampleFiles.text(kind)
            return File(
                path: "\(kind.rawValue).csv", kind: kind.rawValue, bytes: Array(text.utf8),
                rows: text.split(separator: "\n").count - 1)
        }
        files.append(
            File(
                path: "bars.csv.gz", kind: "bars", bytes: GzipVectors.barsFile, rows: 2,
                sha256: GzipVectors.barsDigest))
    }

    var rows: Int { files.reduce(0) { $0 + $1.rows } }

    /// Writes the files and the manifest; answers the folder's path.
    func write() throws -> String {
        for file in files { try folder.write(file.bytes, to: "case/" + file.path) }
        try folder.write(manifest, to: "case/manifest.json")
        return folder.path("case")
    }

    var manifest: String {
        let entries = files.map { file in
            let digest = file.sha256 ?? ContentDigest(of: file.bytes).hexadecimal
            return """
                {"from": "", "inputs": [], "kind": "\(file.kind)", "path": "\(file.path)",
                 "rows": \(file.rows), "sha256": "\(digest)", "source": "\(file.source)", "to": ""}
                """
        }
        return """
            {"case": "sample", "files": [\(entries.joined(separator: ",\n"))],
             "format": "\(format)", "sources": [{"commit": "c", "id": "alpha", "licence": "none stated",
             "note": "", "publisher": "p", "repository": "o/n", "title": "t"}], "title": "A sample"}
            """
    }
}
