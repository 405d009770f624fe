#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A sentence of a model that was not taken.
package struct Rejection: Hashable, Sendable, Encodable {
    /// Where it belongs: `headline`, `lead`, or the section and the place of its paragraph in it, `news/1`.
    package let paragraph: String
    /// The place of the sentence in its paragraph, from 1.
    package let sentence: Int
    /// Why.
    package let reason: RejectionReason
    /// The offending word or fact.
    package let word: String
    /// What the model wrote, at most 400 characters of it.
    package let text: String

    private enum CodingKeys: CodingKey {
        case paragraph, sentence, reason, word, text
    }

    init(_ paragraph: String, _ sentence: Int, _ objection: Objection, _ text: String) {
        self.paragraph = paragraph
        self.sentence = sentence
        reason = objection.reason
        word = Self.harmless(objection.word, 80)
        self.text = Self.harmless(text, 400)
    }

    /// Text that moves no cursor: printable characters alone.
    private static func harmless(_ text: String, _ longest: Int) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(longest) {
            let isPrintable =
                scalar.value >= 0x20 && scalar.value < 0x7F
                || scalar.value >= 0xA0 && scalar.properties.isAlphabetic
            kept.append(isPrintable ? scalar : "?")
        }
        return String(kept)
    }

    /// One line of JSON, its keys in order of name.
    package var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

extension RejectionReason: Encodable {}
