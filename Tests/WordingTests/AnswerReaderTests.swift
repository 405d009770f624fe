import TestSupport
import Testing

@testable import Wording

/// Streams as servers send them, and as they should not.
@Suite struct AnswerReaderTests {
    /// After the stream that llama.cpp's server sends: a role, words, an empty end, `[DONE]`.
    private static let stream = """
        data: {"choices":[{"index":0,"delta":{"role":"assistant"},"finish_reason":null}]}

        : a comment
        event: message
        data: {"choices":[{"index":0,"delta":{"content":"S1: It fell"},"finish_reason":null}]}

        data:{"choices":[{"index":0,"delta":{"content":" 6 % [f1].\\n"}}]}\r

        data: {"choices":[{"index":0,"delta":{"reasoning_content":"hm","content":null}}]}

        data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

        data: [DONE]
        data: {"choices":[{"delta":{"content":"never read"}}]}

        """

    private static func read(_ bytes: [UInt8], limit: Int = 4 << 20, cuts: [Int] = [])
        -> AnswerReader
    {
        var reader = AnswerReader(maximumBytes: limit)
        var start = 0
        for cut in cuts.sorted() + [bytes.count] where cut >= start {
            reader.take(bytes[start..<min(cut, bytes.count)])
            start = min(cut, bytes.count)
        }
        reader.finish()
        return reader
    }

    @Test func readsTheWords() {
        let reader = Self.read(Array(Self.stream.utf8))
        #expect(reader.content == "S1: It fell 6 % [f1].\n")
        #expect(reader.isDone && reader.fault == nil)
    }

    @Test func cutsDoNotMatter() {
        let bytes = Array(Self.stream.utf8)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<100 {
            let cuts = (0..<9).map { _ in Int.random(in: 0...bytes.count, using: &generator) }
            #expect(Self.read(bytes, cuts: cuts).content == "S1: It fell 6 % [f1].\n")
        }
    }

    @Test func anAnswerThatIsNoStream() {
        let reader = Self.read(
            Array("{\n\"choices\": [{\"message\": {\"content\": \"a\"}}]\n}".utf8))
        #expect(reader.content == "a" && reader.fault == nil)
    }

    @Test(
        arguments: [
            "", "<html>busy</html>", "data: {\"error\": {\"message\": \"no\"}}\n", "data: {\n",
            "data: {\"choices\": 1}\n", "data: \u{0}\n", "{\"error\": \"no\"}",
            "data: " + String(repeating: "[", count: 100_000) + "\n",
        ])
    func whatCannotBeRead(text: String) {
        #expect(Self.read(Array(text.utf8)).fault == .unreadable)
    }

    @Test func bytesThatAreNoTextAreNoWords() {
        let bytes =
            Array("data: {\"choices\":[{\"delta\":{\"content\":\"a".utf8) + [0xFF, 0xC0]
            + Array("\"}}]}\n".utf8)
        let reader = Self.read(bytes)
        #expect(reader.fault == .unreadable || !reader.content.utf8.contains(0xFF))
    }

    @Test func aFloodIsCutOff() {
        let line = Array("data: {\"choices\":[{\"delta\":{\"content\":\"aaaa\"}}]}\n".utf8)
        let flood = Array(repeating: line, count: 2_000).joined()
        #expect(Self.read(Array(flood), limit: 10_000).fault == .tooLong)
        let long = Array(repeating: UInt8(ascii: "a"), count: AnswerReader.longestLine + 9)
        #expect(Self.read(long).fault == .tooLong)
    }
}
