#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The folder of a case, out of which no file is read.
struct CaseFolder {
    private let root: URL

    /// The most bytes of a file as it lies in the folder.
    static let fileLimit = 256 << 20

    /// The folder at a path.
    init(path: String) {
        root = URL(filePath: path, directoryHint: .isDirectory).resolvingSymlinksInPath()
    }

    /// Refuses a path that could leave a folder by its spelling.
    static func admit(_ path: String) throws(ImportError) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
        guard isPlain, !path.contains("\\"),
            !path.unicodeScalars.contains(where: Printable.isControl)
        else { throw unsafe(path) }
    }

    /// The bytes of a file of the case.
    ///
    /// - Throws: `.unsafePath` where a link leads outside, `.missingFile`, `.tooLarge`.
    func bytes(of path: String) throws(ImportError) -> [UInt8] {
        try Self.admit(path)
        let place = root.appending(path: path).resolvingSymlinksInPath()
        guard place.path.hasPrefix(root.path.hasSuffix("/") ? root.path : root.path + "/") else {
            throw Self.unsafe(path)
        }
        try Self.check(place, path)
        do {
            return [UInt8](try Data(contentsOf: place))
        } catch {
            throw ImportError(
                .missingFile, file: path, what: "cannot be read", remedy: "check the file's rights")
        }
    }

    private static func check(_ place: URL, _ path: String) throws(ImportError) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: place.path)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
            throw ImportError(
                .missingFile, file: path, what: "is not in the case",
                remedy: "get a whole copy of the case")
        }
        let size = (attributes[.size] as? UInt64) ?? 0
        guard size <= UInt64(fileLimit) else {
            throw ImportError(
                .tooLarge, file: path, what: "is over \(fileLimit >> 20) MB",
                remedy: "split it into smaller files")
        }
    }

    private static func unsafe(_ path: String) -> ImportError {
        ImportError(
            .unsafePath, file: String(path.prefix(80)), what: "lies outside the case",
            remedy: "move the file into the case's folder")
    }
}
