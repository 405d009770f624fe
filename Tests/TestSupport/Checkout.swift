import Foundation

/// The files of the checkout that the tests were built from, named by their path within it.
public enum Checkout {
    private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        .dropLast(3).joined(separator: "/")

    /// The bytes of a file.
    public static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: root + "/" + path)))
    }

    /// The text of a file, whatever bytes are not UTF-8 replaced.
    public static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// The files under a folder, the whole checkout by default, in order of their paths.
    ///
    /// What is never committed is left out: build folders, stores, caches, the version control's own.
    public static func files(under folder: String = "", suffix: String = "") throws -> [String] {
        let place = folder.isEmpty ? root : root + "/" + folder
        let names = try FileManager.default.contentsOfDirectory(atPath: place).sorted()
        return try names.filter { !isUncommitted($0) }.flatMap { name -> [String] in
            let path = folder.isEmpty ? name : folder + "/" + name
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: root + "/" + path, isDirectory: &isFolder)
            if isFolder.boolValue { return try files(under: path, suffix: suffix) }
            return path.hasSuffix(suffix) ? [path] : []
        }
    }

    private static func isUncommitted(_ name: String) -> Bool {
        [".git", ".swiftpm", ".index-build", "__pycache__", ".DS_Store", "report.html"]
            .contains(name) || name.hasPrefix(".build") || name.contains(".sqlite")
    }
}
