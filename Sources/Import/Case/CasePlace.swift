#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a path given by a user means: a whole case, or one file of one.
struct CasePlace {
    /// The case's folder.
    let folder: CaseFolder
    /// The one file that is meant; `nil` for all of them.
    let file: String?

    /// Looks what is at a path: a folder, a manifest, or a file beside one.
    init(path: String) throws(ImportError) {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ImportError(
                .missingFile, file: path, what: "does not exist",
                remedy: "name a case's folder, its manifest.json or one of its files")
        }
        guard !isFolder else {
            folder = CaseFolder(path: path)
            file = nil
            return
        }
        let place = URL(filePath: path)
        folder = CaseFolder(path: place.deletingLastPathComponent().path)
        let name = place.lastPathComponent
        file = name == CaseManifest.fileName ? nil : name
    }
}
