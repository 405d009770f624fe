#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A connection to this machine, without encryption and without looking a name up.
///
/// URLSession on Linux keeps a core busy while it waits, and waiting for a model that runs on the same machine takes long.
struct LoopbackConnection: ~Copyable {
    private let descriptor: Int32
    private let deadline: Duration

    /// Connects within a limit.
    init(host: String, port: Int, within limit: Duration) throws(CompletionFailure) {
        deadline = Self.elapsed + limit
        let isSixth = host.contains(":")
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        descriptor = socket(isSixth ? AF_INET6 : AF_INET, kind, 0)
        guard descriptor >= 0 else { throw Self.trouble() }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        let port = in_port_t(truncatingIfNeeded: port).bigEndian
        let result =
            isSixth ? Self.connectSixth(descriptor, port) : Self.connect(descriptor, host, port)
        guard result == 0 || errno == EINPROGRESS else { throw Self.trouble() }
        try wait(for: POLLOUT)
        var code: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size)
        guard code == 0 else { throw .unreachable(String(cString: strerror(code))) }
    }

    deinit { close(descriptor) }

    private static func connect(_ descriptor: Int32, _ host: String, _ port: in_port_t) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port
        let parts = host.split(separator: ".").compactMap { UInt32($0) }
        let number = parts.count == 4 ? parts.reduce(0) { $0 << 8 | $1 } : 0x7F00_0001
        address.sin_addr.s_addr = number.bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                systemConnect(descriptor, $0, size)
            }
        }
    }

    private static func connectSixth(_ descriptor: Int32, _ port: in_port_t) -> Int32 {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port
        address.sin6_addr = in6addr_loopback
        let size = socklen_t(MemoryLayout<sockaddr_in6>.size)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                systemConnect(descriptor, $0, size)
            }
        }
    }

    private static func systemConnect(
        _ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ size: socklen_t
    ) -> Int32 {
        #if canImport(Glibc)
            Glibc.connect(descriptor, address, size)
        #else
            Darwin.connect(descriptor, address, size)
        #endif
    }

    /// Sends all bytes.
    func send(_ bytes: [UInt8]) throws(CompletionFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            try wait(for: POLLOUT)
            #if canImport(Glibc)
                let flags = Int32(MSG_NOSIGNAL)
                let count = rest.withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, $0.count, flags)
                }
            #else
                let count = rest.withUnsafeBytes {
                    Darwin.send(descriptor, $0.baseAddress, $0.count, 0)
                }
            #endif
            guard count >= 0 || errno == EAGAIN || errno == EINTR else { throw Self.trouble() }
            rest = rest.dropFirst(max(0, count))
        }
    }

    /// Waits for bytes and takes them; none where the other side has ended.
    func receive() throws(CompletionFailure) -> [UInt8] {
        var piece = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            try wait(for: POLLIN)
            let count = recv(descriptor, &piece, piece.count, 0)
            if count >= 0 { return Array(piece.prefix(count)) }
            guard errno == EAGAIN || errno == EINTR else { throw Self.trouble() }
        }
    }

    private func wait(for events: some BinaryInteger) throws(CompletionFailure) {
        while true {
            let left = deadline - Self.elapsed
            guard left > .zero else { throw .timedOut }
            var waiting = [pollfd(fd: descriptor, events: Int16(events), revents: 0)]
            let pause = min(1_000, left.components.seconds * 1_000 + 1)
            if poll(&waiting, 1, Int32(pause)) > 0 { return }
        }
    }

    private static func trouble() -> CompletionFailure {
        .unreachable(String(cString: strerror(errno)))
    }

    private static var elapsed: Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }
}
