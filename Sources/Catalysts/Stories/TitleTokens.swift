/// A title cut into words of the scripts that part words, and characters of those that do not.
///
/// Invisible marks, such as those that turn the direction of writing, are as if they were not there, and
/// full-width Latin letters are plain ones. Accents stay on their letters.
///
/// - Complexity: in proportion to the title.
struct TitleTokens: Sendable {
    /// What tokens are told apart by.
    ///
    /// Texts that look alike are equal however they are made up, and to know that takes time. A character
    /// of Han is made up in one way only, and most titles of such a script are nothing else.
    enum Key: Hashable, Sendable {
        case han(UInt32)
        case folded(String)
    }

    /// A word, or one character of a script that parts no words.
    struct Token: Hashable, Sendable {
        /// As it is written.
        let text: String
        /// In lower case.
        let folded: String
        /// Where it stands, in Unicode scalars from the start of the title.
        let span: Range<Int>
        /// Whether it is a single character of a script that parts no words.
        let isCharacter: Bool
        /// Whether nothing, or nothing but blanks and hyphens, stands between it and the one before.
        let isJoined: Bool
        /// Equal where the folded texts are.
        let key: Key
    }

    /// The tokens in their order.
    let tokens: [Token]
    /// How many of them stand before the first colon that is not inside a number; `nil` without one.
    let subjectCount: Int?

    init(_ title: String) {
        var cutter = Cutter()
        for scalar in title.unicodeScalars { cutter.take(scalar) }
        cutter.endWord()
        tokens = cutter.tokens
        subjectCount = cutter.subjectCount.flatMap {
            0 < $0 && $0 < cutter.tokens.count ? $0 : nil
        }
    }

    /// The Han characters in use.
    private static let han: ClosedRange<UInt32> = 0x4E00...0x9FFF

    /// Whether a character belongs to a script that does not part words.
    static func partsNoWords(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x0E00: false
        case han: true  // Nearly all that comes; the rest is looked up.
        // Thai and Lao, Burmese, Khmer; then all from the Han radicals on.
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...:
            scalar.properties.isAlphabetic
        default: false
        }
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        default:
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
        }
    }

    /// The plain form of a full-width letter, digit or sign.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard 0xFF01...0xFF5E ~= scalar.value else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    /// The state between two scalars of a title.
    private struct Cutter {
        var tokens: [Token] = []
        var subjectCount: Int?
        private var word: [UInt8] = []
        private var wordStart = 0
        private var wordEnd = 0
        private var position = 0
        private var isJoined = true
        private var isAfterColon = false

        mutating func take(_ original: Unicode.Scalar) {
            defer { position += 1 }
            let scalar = TitleTokens.plain(original)
            if TitleTokens.partsNoWords(scalar) {
                takeCharacter(scalar)
            } else if TitleTokens.isOfWord(scalar) {
                takeLetter(scalar)
            } else if scalar.isASCII || scalar.properties.generalCategory != .format {
                takeSign(scalar)
            }
        }

        mutating func endWord() {
            guard !word.isEmpty else { return }
            let text = String(decoding: word, as: UTF8.self)
            let folded = text.lowercased()
            append(
                text, folded, wordStart..<wordEnd, isCharacter: false, key: .folded(folded))
            word.removeAll(keepingCapacity: true)
        }

        private mutating func takeCharacter(_ scalar: Unicode.Scalar) {
            endWord()
            settleColon(before: scalar)
            let text = String(Character(scalar))
            append(
                text, text, position..<position + 1, isCharacter: true,
                key: TitleTokens.han ~= scalar.value ? .han(scalar.value) : .folded(text))
        }

        private mutating func takeLetter(_ scalar: Unicode.Scalar) {
            settleColon(before: scalar)
            if word.isEmpty { wordStart = position }
            if scalar.isASCII {
                word.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                word.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
            wordEnd = position + 1
        }

        private mutating func takeSign(_ scalar: Unicode.Scalar) {
            endWord()
            if scalar == ":" { isAfterColon = true }
            if scalar != " " && scalar != "-" { isJoined = false }
        }

        /// A colon between digits tells a time or a ratio and parts nothing.
        private mutating func settleColon(before scalar: Unicode.Scalar) {
            guard isAfterColon else { return }
            isAfterColon = false
            if subjectCount == nil, !("0"..."9" ~= scalar) { subjectCount = tokens.count }
        }

        private mutating func append(
            _ text: String, _ folded: String, _ span: Range<Int>, isCharacter: Bool, key: Key
        ) {
            tokens.append(
                Token(
                    text: text, folded: folded, span: span, isCharacter: isCharacter,
                    isJoined: isJoined, key: key))
            isJoined = true
        }
    }
}
