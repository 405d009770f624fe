#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A question in the shape of `/v1/chat/completions`, as llama.cpp's server, Ollama and hosted models take it.
///
/// The same question gives the same bytes: keys are sorted, temperature and seed are given.
struct CompletionRequest: Encodable {
    private struct Message: Encodable {
        let role: String
        let content: String
    }

    private let model: String?
    private let messages: [Message]
    private let stream = true
    private let temperature: Double
    private let seed: Int
    private let maximumTokens: Int

    private enum CodingKeys: String, CodingKey {
        case model, messages, stream, temperature, seed
        case maximumTokens = "max_tokens"
    }

    /// A question with the rules that go before it.
    init(rules: String, question: String, _ settings: ModelSettings) {
        model = settings.model
        messages = [
            Message(role: "system", content: rules), Message(role: "user", content: question),
        ]
        temperature = settings.temperature
        seed = settings.seed
        maximumTokens = settings.maximumTokens
    }

    /// The body to send.
    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and finite numbers alone cannot fail to be encoded.
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }
}
