package import Indices

extension IndexFile {
    /// The definitions of the file at a path; see `definitions(from:file:taken:)`.
    ///
    /// - Throws: `.missingFile` besides, where there is no plain file or it may not be read.
    package static func definitions(atPath path: String) throws(ImportError) -> [IndexDefinition] {
        try definitions(from: WrittenFile.bytes(atPath: path), file: path)
    }
}
