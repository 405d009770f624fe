#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The talk with a child over its three pipes: input is written while output is read, so that neither waits for the other.
struct ChildTalk {
    private var rest: ArraySlice<UInt8>
    private var input: Int32?
    private var output: Int32?
    private var error: Int32?
    private var errors: [UInt8] = []
    private let clock: MonotonicClock
    private var piece = [UInt8](repeating: 0, count: 1 << 16)

    init(input: [UInt8], pipes: [PipePair], clock: MonotonicClock) {
        rest = input[...]
        self.input = pipes[0].writing
        output = pipes[1].reading
        error = pipes[2].reading
        self.clock = clock
        for descriptor in [pipes[0].writing, pipes[1].reading, pipes[2].reading] {
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        }
    }

    /// The last line on standard error, printable and short, without the program's name.
    var lastError: String {
        let line = errors.split(separator: UInt8(ascii: "\n")).last ?? []
        let printable = line.prefix(200).filter { (0x20..<0x7F).contains($0) || $0 >= 0x80 }
        let text = String(decoding: printable, as: UTF8.self)
        let name = "downdraft-live: "
        return text.hasPrefix(name) ? String(text.dropFirst(name.count)) : text
    }

    /// Talks until the child has said everything; `nil` then, else why it ended before.
    mutating func run(
        within limit: Duration, take: (ArraySlice<UInt8>) -> Bool
    ) -> ChildProcess.End? {
        defer { for descriptor in [input, output, error].compactMap({ $0 }) { close(descriptor) } }
        let deadline = clock.elapsed + limit
        while output != nil || error != nil {
            let left = deadline - clock.elapsed
            guard left > .zero else { return .timedOut }
            wait(at: left)
            write()
            if !readOutput(take) { return .enough }
            readError()
        }
        return nil
    }

    private func wait(at most: Duration) {
        var waiting: [pollfd] = []
        if let input { waiting.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
        for descriptor in [output, error].compactMap({ $0 }) {
            waiting.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
        }
        let milliseconds = most.components.seconds.multipliedReportingOverflow(by: 1_000)
        let pause = milliseconds.overflow ? 1_000 : min(1_000, milliseconds.partialValue + 1)
        _ = poll(&waiting, nfds_t(waiting.count), Int32(pause))
    }

    private mutating func write() {
        guard let descriptor = input else { return }
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
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN { return }
            guard count >= 0 else { break }
            rest = rest.dropFirst(count)
        }
        close(descriptor)
        input = nil
    }

    /// Reads what there is; `false` where that was enough.
    private mutating func readOutput(_ take: (ArraySlice<UInt8>) -> Bool) -> Bool {
        guard let descriptor = output else { return true }
        let count = read(descriptor, &piece, piece.count)
        if count > 0 { return take(piece[..<count]) }
        if count < 0, errno == EAGAIN || errno == EINTR { return true }
        close(descriptor)
        output = nil
        return true
    }

    private mutating func readError() {
        guard let descriptor = error else { return }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = read(descriptor, &bytes, bytes.count)
        if count > 0 {
            errors = Array((errors + bytes[..<count]).suffix(8_192))
            return
        }
        if count < 0, errno == EAGAIN || errno == EINTR { return }
        close(descriptor)
        error = nil
    }
}
