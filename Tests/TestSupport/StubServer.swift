import Dispatch
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A server on this machine that answers each connection with the bytes it is told, in pieces, and keeps what it was sent.
///
/// It takes at most 64 connections, each for at most ten seconds, and ends with the value.
public final class StubServer: Sendable {
    /// What to send, piece by piece, with a pause before each.
    public struct Answer: Sendable {
        let pieces: [[UInt8]]
        let pause: Duration
        let linger: Duration

        /// Pieces with the pause before each, and how long the connection is held open afterwards.
        public init(pieces: [[UInt8]], pause: Duration = .zero, linger: Duration = .zero) {
            self.pieces = pieces
            self.pause = pause
            self.linger = linger
        }
    }

    /// Where it listens.
    public let port: UInt16
    private let listener: Int32
    private let heard: Heard

    private final class Heard: Sendable {
        private let lock = DispatchQueue(label: "heard")
        private let file: URL

        init() {
            file = FileManager.default.temporaryDirectory.appending(
                path: "stub-\(UUID().uuidString)")
        }

        func add(_ bytes: [UInt8]) {
            lock.sync {
                let known = (try? Data(contentsOf: file)) ?? Data()
                try? (known + Data(bytes)).write(to: file)
            }
        }

        var text: String {
            lock.sync { String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self) }
        }

        deinit { try? FileManager.default.removeItem(at: file) }
    }

    /// Listens on a free port of the loopback address.
    public init(_ answer: Answer) throws {
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        let listener = socket(AF_INET, kind, 0)
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
        }
        guard bound == 0, listen(listener, 8) == 0 else { throw POSIXError(.EADDRINUSE) }
        _ = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(listener, $0, &size)
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        let heard = Heard()
        self.heard = heard
        Thread.detachNewThread {
            defer { close(listener) }
            for _ in 0..<64 {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Self.serve(connection, answer, heard)
            }
        }
    }

    deinit {
        // The thread closes it: a number that is free again may be another server's.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// All that was sent to it.
    public var request: String { heard.text }

    private static func serve(_ connection: Int32, _ answer: Answer, _ heard: Heard) {
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(
            connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        heard.add(request(connection))
        for piece in answer.pieces {
            if answer.pause > .zero { Thread.sleep(forTimeInterval: answer.pause.inSeconds) }
            #if canImport(Glibc)
                let sent = send(connection, piece, piece.count, Int32(MSG_NOSIGNAL))
            #else
                let sent = send(connection, piece, piece.count, 0)
            #endif
            if sent < 0 { break }
        }
        if answer.linger > .zero { Thread.sleep(forTimeInterval: answer.linger.inSeconds) }
        shutdown(connection, Int32(SHUT_RDWR))
        close(connection)
    }

    /// The head and the body of a request, whose length the head gives.
    private static func request(_ connection: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(connection, &piece, piece.count, 0)
            guard count > 0 else { return bytes }
            bytes += piece.prefix(count)
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.firstRange(of: "\r\n\r\n") else { continue }
            let length =
                text.split(separator: "\r\n")
                .first { $0.lowercased().hasPrefix("content-length:") }
                .flatMap { Int($0.dropFirst(15).drop { $0 == " " }) } ?? 0
            if text[end.upperBound...].utf8.count >= length { return bytes }
        }
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
