#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Why the operating system did not take some bytes.
struct WriteError: Error {
    let code: Int32
}

/// An open file, as the operating system numbers it.
struct FileDescriptor {
    let raw: Int32

    /// Writes every byte, however many turns that takes.
    func write(_ text: String) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            #if canImport(Glibc)
                let count = rest.withUnsafeBytes { Glibc.write(raw, $0.baseAddress, $0.count) }
            #else
                let count = rest.withUnsafeBytes { Darwin.write(raw, $0.baseAddress, $0.count) }
            #endif
            if count < 0 {
                guard errno == EINTR else { throw WriteError(code: errno) }
            } else {
                rest = rest.dropFirst(count)
            }
        }
    }
}
