internal import Import

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The standard input as a file of stories.
enum ImportedStream {
    private static let chunk = 1 << 16

    /// All bytes up to the end.
    ///
    /// - Throws: `.tooLarge` as soon as there are more than a file may have; `.inputOutput`.
    static func file() throws -> NewsFile {
        let name = "standard input"
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: chunk)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw Failure(
                    status: .inputOutput,
                    message: "\(name): \(String(cString: strerror(errno))) — name a file instead")
            }
            guard count > 0 else { return NewsFile(name: name, bytes: bytes) }
            guard bytes.count + count <= NewsFile.mostBytes else { throw NewsFile.tooLarge(name) }
            bytes += buffer[..<count]
        }
    }
}
