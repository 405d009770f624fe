#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// An article as a user hands it over: a file, or standard input by the name `-`.
struct ArticleFile {
    let path: String

    /// More than this is no article.
    private static let limit = 16 << 20

    /// The bytes.
    func contents() throws -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
        guard descriptor >= 0 else {
            throw Failure(
                status: .missingFile, message: "\(path): no such file — name an article, or -")
        }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &piece, piece.count)
            guard count >= 0 else {
                throw Failure(
                    status: .inputOutput,
                    message: "\(path): \(String(cString: strerror(errno))) — name another file")
            }
            guard count > 0 else { return bytes }
            bytes += piece.prefix(count)
            guard bytes.count <= Self.limit else {
                throw Failure(
                    status: .tooLarge, message: "\(path): too long for an article — cut it")
            }
        }
    }
}
