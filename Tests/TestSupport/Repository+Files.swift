import Foundation

extension Repository {
    /// The text of a file in it, whatever bytes are not UTF-8 replaced.
    public static func text(_ relative: String) throws -> String {
        String(decoding: try bytes(relative), as: UTF8.self)
    }

    /// The files under a folder, the whole checkout by default, in order of their paths.
    ///
    /// What is never committed is left out: build folders, stores, caches, the version control's own.
    public static func files(under folder: String = "", suffix: String = "") throws -> [String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
        return try names.filter { !isUncommitted($0) }.flatMap { name -> [String] in
            let relative = folder.isEmpty ? name : folder + "/" + name
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path(relative), isDirectory: &isFolder)
            if isFolder.boolValue { return try files(under: relative, suffix: suffix) }
            return relative.hasSuffix(suffix) ? [relative] : []
        }
    }

    private static func isUncommitted(_ name: String) -> Bool {
        [".git", ".swiftpm", ".index-build", "__pycache__", ".DS_Store", "report.html"]
            .contains(name) || name.hasPrefix(".build") || name.contains(".sqlite")
    }
}
