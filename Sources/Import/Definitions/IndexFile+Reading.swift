#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
package import Indices

extension IndexFile {
    /// The definitions of the file at a path; see `definitions(from:file:taken:)`.
    ///
    /// - Throws: `.missingFile` besides, where there is no plain file or it may not be read.
    package static func definitions(atPath path: String) throws(ImportError) -> [IndexDefinition] {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
            throw ImportError(
                .missingFile, file: path, what: "is no file", remedy: "check the path")
        }
        let size = (attributes[.size] as? UInt64) ?? 0
        guard size <= UInt64(mostBytes) else {
            throw ImportError(
                .tooLarge, file: path, what: "has \(size) bytes, more than \(mostBytes)",
                remedy: "split the file")
        }
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
            throw ImportError(
                .missingFile, file: path, what: "cannot be read", remedy: "check the file's rights")
        }
        return try definitions(from: [UInt8](bytes), file: path)
    }
}
