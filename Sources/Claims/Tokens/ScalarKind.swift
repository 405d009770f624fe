/// What kind of character a scalar is, as far as the lexer asks.
enum ScalarKind {
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80: false
        default:
            scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
        }
    }

    /// Whether it belongs to a script that parts no words.
    static func isUnparted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x2E80: false
        case 0x3400...0x9FFF, 0x3040...0x30FF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        case 0x3005...0x3007: true
        default: false
        }
    }

    static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
    }

    static func isSmall(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase
    }

    static func lowered(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        if scalar.value < 0x80 {
            let isCapital = ("A"..."Z").contains(scalar)
            return String(isCapital ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
                .unicodeScalars
        }
        return scalar.properties.lowercaseMapping.unicodeScalars
    }

    /// The alphabets of a word.
    struct Scripts {
        private var isLatin = false
        private var isSimilar = false
        private var isOther = false

        mutating func add(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: isLatin = true
            case _ where Lookalike.latin(scalar) != nil: isSimilar = true
            default: isOther = true
            }
        }

        /// Whether a letter stands in the word that only looks like Latin, where the rest is Latin or
        /// looks like it too.
        var isSuspect: Bool { isSimilar && !isOther }
    }
}
