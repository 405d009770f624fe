import TestSupport
import Testing

@testable import Completions

/// Real sockets: what a server on this machine says, what one that misbehaves can do, and what is sent.
@Suite(.serialized) struct CompletionCallTests {
    private static func head(_ status: String, _ fields: String = "") -> [UInt8] {
        Array("HTTP/1.1 \(status)\r\nConnection: close\r\n\(fields)\r\n".utf8)
    }

    private static let good = head("200 OK", "Content-Type: text/event-stream\r\n")

    /// What comes of a question to a server that answers so.
    private static func asked(
        _ answer: StubServer.Answer, key: String? = nil, limit: Duration = .seconds(5),
        maximumBytes: Int = 1 << 20
    ) async throws -> (text: String, failure: CompletionFailure?, request: String) {
        let server = try StubServer(answer)
        let endpoint = try Endpoint("http://127.0.0.1:\(server.port)", allowsRemote: false)
        let call = CompletionCall(
            to: endpoint, key: key, within: limit, maximumBytes: maximumBytes)
        let (pieces, continuation) = AsyncStream<[UInt8]>.makeStream()
        var failure: CompletionFailure?
        do throws(CompletionFailure) {
            try await call.run(Array("{\"a\":1}".utf8)) { continuation.yield($0) }
        } catch {
            failure = error
        }
        continuation.finish()
        var bytes: [UInt8] = []
        for await piece in pieces { bytes += piece }
        return (String(decoding: bytes, as: UTF8.self), failure, server.request)
    }

    @Test func theAnswerComesInOrder() async throws {
        let lines = (0..<50).map { Array("data: \($0)\n\n".utf8) }
        let run = try await Self.asked(StubServer.Answer(pieces: [Self.good] + lines))
        #expect(run.failure == nil)
        #expect(run.text == (0..<50).map { "data: \($0)\n\n" }.joined())
        #expect(run.request.hasPrefix("POST /v1/chat/completions HTTP/1.1\r\n"))
        #expect(run.request.hasSuffix("\r\n\r\n{\"a\":1}"))
    }

    @Test func onlyTheKeyIsSentAndOnlyWhereThereIsOne() async throws {
        let plain = try await Self.asked(StubServer.Answer(pieces: [Self.good]))
        #expect(!plain.request.lowercased().contains("authorization"))
        #expect(!plain.request.lowercased().contains("cookie"))
        let keyed = try await Self.asked(StubServer.Answer(pieces: [Self.good]), key: "k-1")
        #expect(keyed.request.contains("Authorization: Bearer k-1\r\n"))
    }

    @Test(
        arguments: [
            ("500 No", CompletionFailure.busy(500)), ("503 No", .busy(503)), ("429 No", .busy(429)),
            ("401 No", .refused(401)), ("404 No", .refused(404)), ("304 No", .redirected),
        ])
    func statuses(status: String, failure: CompletionFailure) async throws {
        let run = try await Self.asked(
            StubServer.Answer(pieces: [
                Self.head(status, "Content-Length: 2\r\n") + Array("no".utf8)
            ]))
        #expect(run.failure == failure && run.text.isEmpty)
    }

    /// The second server is never spoken to.
    @Test func redirectsAreNotFollowed() async throws {
        let other = try StubServer(StubServer.Answer(pieces: [Self.good]))
        for status in ["301 Moved", "302 Found", "307 Over there", "308 Over there"] {
            let place = "Location: http://127.0.0.1:\(other.port)/v1/chat/completions\r\n"
            let run = try await Self.asked(
                StubServer.Answer(pieces: [Self.head(status, place + "Content-Length: 0\r\n")]))
            #expect(run.failure == .redirected)
        }
        #expect(other.request.isEmpty)
    }

    @Test func aServerThatStallsIsLeft() async throws {
        let silent = StubServer.Answer(pieces: [], linger: .seconds(4))
        #expect(try await Self.asked(silent, limit: .seconds(1)).failure == .timedOut)
        let slow = StubServer.Answer(
            pieces: [Self.good] + (0..<8).map { _ in Array("data: 1\n\n".utf8) },
            pause: .milliseconds(400))
        #expect(try await Self.asked(slow, limit: .seconds(1)).failure == .timedOut)
    }

    @Test func aFloodIsCutOff() async throws {
        let flood = Array(repeating: [UInt8](repeating: 0x61, count: 1 << 16), count: 32)
        let run = try await Self.asked(
            StubServer.Answer(pieces: [Self.good] + flood), maximumBytes: 200_000)
        #expect(run.failure == .tooLong && run.text.utf8.count <= 200_000)
    }

    @Test func nobodyThere() async throws {
        let port: UInt16
        do { port = try StubServer(StubServer.Answer(pieces: [])).port }
        let endpoint = try Endpoint("http://127.0.0.1:\(port)", allowsRemote: false)
        let call = CompletionCall(to: endpoint, within: .seconds(5))
        await #expect(throws: CompletionFailure.self) { try await call.run([]) { _ in } }
    }

    @Test func anAnswerThatBreaksOff() async throws {
        let head = Self.head("200 OK", "Content-Length: 100\r\n") + Array("data: 1\n".utf8)
        let run = try await Self.asked(StubServer.Answer(pieces: [head]))
        #expect(run.failure != nil)
        let none = try await Self.asked(StubServer.Answer(pieces: [Array("what?\r\n\r\n".utf8)]))
        #expect(none.failure != nil)
    }
}
