import TestSupport

@testable import Wording

/// A transport that brings what a test tells it to, and keeps what was asked.
struct ScriptedTransport: CompletionTransport {
    /// What to answer to the question with a number, from 0, and its text.
    let script: (Int, String) -> (bytes: [UInt8], end: CompletionEnd)
    private(set) var questions: [String] = []

    init(_ script: @escaping (Int, String) -> (bytes: [UInt8], end: CompletionEnd)) {
        self.script = script
    }

    mutating func complete(
        _ body: [UInt8], within limit: Duration, take: (ArraySlice<UInt8>) -> Bool
    ) -> CompletionEnd {
        let messages = JSONDocument(String(decoding: body, as: UTF8.self))?["messages"]?.items ?? []
        let question = messages.last?["content"]?.string ?? ""
        questions.append(question)
        let (bytes, end) = script(questions.count - 1, question)
        for start in stride(from: 0, to: bytes.count, by: 97)
        where !take(bytes[start..<min(bytes.count, start + 97)]) {
            return .finished
        }
        return end
    }

    /// Words as a stream brings them.
    static func stream(_ words: String) -> [UInt8] {
        let escaped = words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
        return Array(
            "data: {\"choices\":[{\"delta\":{\"content\":\"\(escaped)\"}}]}\n\ndata: [DONE]\n\n"
                .utf8)
    }

    /// The sentences of a question, as a model that changes nothing answers them.
    static func echo(_ question: String) -> String {
        question.split(separator: "\n").filter { $0.first == "S" && $0.contains(": ") }
            .joined(separator: "\n")
    }
}

/// A clock on which only waiting takes time.
struct StillClock: WaitingClock {
    var elapsed: Duration { .zero }

    func wait(_ pause: Duration) {}
}
