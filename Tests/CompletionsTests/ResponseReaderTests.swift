import TestSupport
import Testing

@testable import Completions

@Suite struct ResponseReaderTests {
    /// The bytes of a body and the status, however the response is cut; `nil` where it cannot be read.
    private static func read(_ text: String, every step: Int = 1_000) -> (
        status: Int?, body: String
    )? {
        var reader = ResponseReader()
        var body: [UInt8] = []
        let bytes = Array(text.utf8)
        do {
            for start in stride(from: 0, to: bytes.count, by: step) {
                body += try reader.take(bytes[start..<min(bytes.count, start + step)])
            }
            try reader.finish()
        } catch {
            return nil
        }
        return (reader.status, String(decoding: body, as: UTF8.self))
    }

    /// The chunked example is after RFC 9112, section 7.1.
    @Test(
        arguments: [
            ("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcdef", "abc"),
            ("HTTP/1.1 200 OK\r\n\r\nabc", "abc"),
            ("HTTP/1.1 200\nServer: a: b\n\nabc", "abc"),
            (
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: a\r\n\r\nf",
                "abcde"
            ),
            ("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na", "a"),
            ("HTTP/1.0 204 No Content\r\n\r\n", ""),
        ])
    func bodies(text: String, body: String) throws {
        for step in [1, 2, 3, 7, 1_000] {
            let read = try #require(Self.read(text, every: step))
            #expect(read.body == body)
        }
    }

    @Test(
        arguments: [
            "", "HTTP/1.1", "HTTP/1.1 OK\r\n\r\n", "HTTP/2 200\r\n\r\n", "what?\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno field\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nab",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc",
            "HTTP/1.1 200 OK\r\nA: " + String(repeating: "a", count: 70_000) + "\r\n\r\n",
        ])
    func whatCannotBeRead(text: String) {
        #expect(Self.read(text) == nil)
    }

    @Test func noiseIsReadOrRefused() {
        var generator = SeededGenerator(seed: 3)
        let good = Array(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n".utf8)
        for _ in 0..<500 {
            var bytes = good
            bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                in: 0...255, using: &generator)
            var reader = ResponseReader()
            let body = try? reader.take(bytes)
            #expect((body?.count ?? 0) <= bytes.count)
        }
    }
}
