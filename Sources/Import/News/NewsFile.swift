#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The bytes of a file of stories, plain or gzip, with the name that messages call it by.
package struct NewsFile: Sendable {
    /// The most bytes that a file may have, packed or not.
    package static let mostBytes = 256 << 20

    /// What messages call it.
    package let name: String
    /// Its bytes, as they lie in the file.
    package let bytes: [UInt8]

    /// A file whose bytes are at hand.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The file at a path.
    ///
    /// - Throws: `.missingFile` where there is no plain file or it may not be read, `.tooLarge`.
    package init(path: String) throws(ImportError) {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(filePath: path).resolvingSymlinksInPath().path)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
            throw ImportError(
                .missingFile, file: path, what: "is no file",
                remedy: "check the path, or give - and pipe it in")
        }
        let size = (attributes[.size] as? UInt64) ?? 0
        guard size <= UInt64(Self.mostBytes) else { throw Self.tooLarge(path) }
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw ImportError(
                .missingFile, file: path, what: "cannot be read", remedy: "check the file's rights")
        }
        self.init(name: path, bytes: [UInt8](data))
    }

    /// That a file has more bytes than is sensible.
    package static func tooLarge(_ name: String) -> ImportError {
        ImportError(
            .tooLarge, file: name, what: "is over \(mostBytes >> 20) MB",
            remedy: "split it into smaller files")
    }

    /// The name without the folders before it.
    var shortName: String {
        name.split(separator: "/").last.map(String.init) ?? name
    }

    /// The bytes unpacked, where they begin as gzip does; as they are, where not.
    ///
    /// - Throws: `.truncated`, `.corrupt`, `.tooLarge`.
    func content() throws(ImportError) -> [UInt8] {
        guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
        do {
            return try GzipReader.inflate(bytes, limit: Self.mostBytes)
        } catch {
            throw ImportError(unpacking: error, name)
        }
    }
}
