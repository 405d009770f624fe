#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Both ends of a pipe, closed for whoever is started.
struct PipePair {
    let reading: Int32
    let writing: Int32

    /// A pipe; `nil` where the operating system has none left.
    init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        reading = ends[0]
        writing = ends[1]
        _ = fcntl(reading, F_SETFD, FD_CLOEXEC)
        _ = fcntl(writing, F_SETFD, FD_CLOEXEC)
    }

    func closeReading() { _ = systemClose(reading) }

    func closeWriting() { _ = systemClose(writing) }

    func close() {
        closeReading()
        closeWriting()
    }

    private func systemClose(_ descriptor: Int32) -> Int32 {
        #if canImport(Glibc)
            Glibc.close(descriptor)
        #else
            Darwin.close(descriptor)
        #endif
    }
}
