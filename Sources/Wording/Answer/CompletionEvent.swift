#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// One event of a streamed answer, or a whole answer that was not streamed.
struct CompletionEvent: Decodable {
    private struct Choice: Decodable {
        let delta: Words?
        let message: Words?
    }

    private struct Words: Decodable {
        let content: String?
    }

    private struct Trouble: Decodable {}

    private let choices: [Choice]?
    private let error: Trouble?

    /// Reads an event; `nil` for what is none.
    init?(_ bytes: some Collection<UInt8>) {
        guard let event = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else {
            return nil
        }
        self = event
    }

    /// Whether it tells that the server failed, or nothing that we know.
    var isTrouble: Bool { error != nil || choices == nil }

    /// The words it brings. What a server keeps apart as reasoning is left out.
    var content: String {
        choices?.first.flatMap { $0.delta?.content ?? $0.message?.content } ?? ""
    }
}
