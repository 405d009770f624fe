#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A text as a user hands it over: a file, or standard input by the name `-`.
struct ArticleFile {
    let path: String
    /// The most bytes that are read; more than the usual is no article.
    var limit = 16 << 20

    /// The bytes.
    func contents() throws -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
        guard descriptor >= 0 else {
            throw Failure(
                status: .missingFile, message: "\(path): no such file — name one, or -")
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
            guard bytes.count <= limit else {
                throw Failure(
                    status: .tooLarge, message: "\(path): longer than \(limit >> 20) MB — cut it")
            }
        }
    }
}
