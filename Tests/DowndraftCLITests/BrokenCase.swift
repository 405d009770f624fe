import Digests
import Foundation
import TestSupport

/// A small case with one file of bars, to be broken in one way at a time.
struct BrokenCase {
    let folder: TemporaryFolder

    static let header = "series,interval,open_time,known,open,high,low,close,volume"
    static let rows = [
        "index:TOTAL,1h,2025-01-27T10:00:00Z,2025-01-27T11:00:00Z,3.3,3.4,3.2,3.3,",
        "index:TOTAL,1h,2025-01-27T11:00:00Z,2025-01-27T12:00:00Z,3.3,3.4,3.2,3.35,",
    ]

    /// A case whose only file holds the lines; the manifest describes what was written.
    init(lines: [String] = [header] + rows) throws {
        try self.init(bytes: Array((lines.joined(separator: "\n") + "\n").utf8), "bars.csv")
    }

    /// A case whose only file holds the bytes.
    init(bytes: [UInt8], _ name: String, rows: Int = 2, sha256: String? = nil) throws {
        folder = try TemporaryFolder()
        try folder.write(bytes, to: name)
        let digest = sha256 ?? ContentDigest(of: bytes).hexadecimal
        try folder.write(
            """
            {"format": "downdraft.case/1", "case": "broken", "title": "a case to be broken",
             "sources": [{"id": "hand", "title": "by hand", "publisher": "a test",
               "repository": "", "commit": "", "licence": "none", "note": ""}],
             "files": [{"path": "\(name)", "kind": "bars", "source": "hand", "rows": \(rows),
               "sha256": "\(digest)", "from": "2025-01-27T10:00:00Z",
               "to": "2025-01-27T12:00:00Z", "inputs": []}]}
            """, to: "manifest.json")
    }

    /// Imports the case into a store, with the program.
    func imported(into store: String) throws -> CommandRun {
        try withExtendedLifetime(folder) {
            try CommandRun("import", folder.url.path, "--store", store)
        }
    }
}
