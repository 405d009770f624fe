import Foundation

/// A file that holds what a program once wrote, read by a person and kept.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites the files; the difference is then reviewed like code.
public struct GoldenFile {
    private let path: String

    /// The file `name` in the folder `Golden` beside the test's own file.
    public init(_ name: String, beside testFile: String = #filePath) {
        let folder = testFile.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        path = folder.joined(separator: "/") + "/Golden/" + name
    }

    /// `nil` where `text` is what the file holds, otherwise what differs first.
    public func difference(from text: String) -> String? {
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            do {
                try text.write(toFile: path, atomically: true, encoding: .utf8)
                return nil
            } catch {
                return "cannot write \(path): \(error)"
            }
        }
        guard let kept = try? String(contentsOfFile: path, encoding: .utf8) else {
            return "no golden file \(path); run with UPDATE_GOLDEN=1 and read what it wrote"
        }
        return Self.firstDifference(kept: kept, new: text).map { "\(path): \($0)" }
    }

    private static func firstDifference(kept: String, new: String) -> String? {
        guard kept != new else { return nil }
        let keptLines = kept.split(separator: "\n", omittingEmptySubsequences: false)
        let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, lines) in zip(keptLines, newLines).enumerated() where lines.0 != lines.1 {
            return "line \(number + 1)\n  kept: \(lines.0)\n  new:  \(lines.1)"
        }
        return "kept \(keptLines.count) lines, new \(newLines.count)"
    }
}
