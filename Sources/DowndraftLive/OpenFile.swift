#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// One of the streams a process is born with.
struct OpenFile {
    private let descriptor: Int32

    static let input = OpenFile(descriptor: 0)
    static let output = OpenFile(descriptor: 1)
    static let error = OpenFile(descriptor: 2)

    /// Everything until its end; `nil` where that is more than so many bytes.
    func contents(atMost limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += piece.prefix(count)
            guard bytes.count <= limit else { return nil }
        }
    }

    /// Writes all that the other side takes.
    func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            #if canImport(Glibc)
                let count = rest.withUnsafeBytes {
                    Glibc.write(descriptor, $0.baseAddress, $0.count)
                }
            #else
                let count = rest.withUnsafeBytes {
                    Darwin.write(descriptor, $0.baseAddress, $0.count)
                }
            #endif
            if count < 0 {
                guard errno == EINTR else { return }
            } else {
                rest = rest.dropFirst(count)
            }
        }
    }
}
