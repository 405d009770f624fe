/// Makes words from the outside world harmless in any format, before any format's own escaping.
///
/// Headlines reach a terminal, a chat message and a browser. Escape sequences, controls, and the
/// marks that reorder or hide text are taken out; every kind of space becomes one plain space.
enum CleanText {
    /// The longest stretch of foreign words a page shows, in columns.
    static let longest = 240

    /// Words on one line, without controls, at most `longest` columns wide.
    static func inline(_ text: String) -> String {
        if isClean(text) { return text }
        var cleaned = String.UnicodeScalarView()
        var isSpacePending = false
        for scalar in text.unicodeScalars {
            if isSpace(scalar) {
                isSpacePending = !cleaned.isEmpty
            } else if !isHarmful(scalar) {
                if isSpacePending { cleaned.append(" ") }
                isSpacePending = false
                cleaned.append(scalar)
            }
        }
        return DisplayWidth.truncated(String(cleaned), to: longest)
    }

    /// Words of ours, whose spaces at the ends matter.
    static func literal(_ text: String) -> String {
        if text.utf8.allSatisfy(isPrintable) { return text }
        var cleaned = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\u{A0}" {
                cleaned.append(scalar)
            } else if isSpace(scalar) {
                cleaned.append(" ")
            } else if !isHarmful(scalar) {
                cleaned.append(scalar)
            }
        }
        return String(cleaned)
    }

    /// Nearly all text comes as `inline` would leave it: printable, short, with single spaces within.
    private static func isClean(_ text: String) -> Bool {
        let space = UInt8(ascii: " ")
        var previous = space
        for byte in text.utf8 {
            guard isPrintable(byte), byte != space || previous != space else { return false }
            previous = byte
        }
        return previous != space && text.utf8.count <= longest
    }

    /// Whether a byte is an ASCII character that can be seen, or a space.
    private static func isPrintable(_ byte: UInt8) -> Bool { (0x20..<0x7F).contains(byte) }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        // Looking properties up is slow.
        scalar.isASCII
            ? scalar == " " || (0x09...0x0D).contains(scalar.value)
            : scalar.properties.isWhitespace
    }

    /// Controls, private use, and format characters; the joiners that scripts and emoji need stay.
    static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        if scalar == "\u{200C}" || scalar == "\u{200D}" { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator,
            .paragraphSeparator:
            return true
        default:
            return false
        }
    }
}
