/// Makes one harmless line of what somebody wrote.
enum PlainText {
    /// The text on one line: every run of spaces is one space, and what cannot be seen is gone.
    ///
    /// Out go controls, marks of direction and other format characters, private use and what is no
    /// character; the two joiners that scripts and emoji need stay within a word. At most `limit` Unicode
    /// scalars are left, of which the last is `…` where it was cut.
    static func line(_ text: String, limit: Int) -> (line: String, isCut: Bool) {
        var line = String.UnicodeScalarView()
        var count = 0
        var pending: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if isSpace(scalar) {
                pending = count > 0 ? " " : nil
                continue
            }
            guard !isUnseen(scalar) else { continue }
            if isJoiner(scalar) {
                if count > 0, pending == nil { pending = scalar }
                continue
            }
            guard count + (pending == nil ? 1 : 2) <= limit else {
                return (cut(line, count, limit), true)
            }
            if let between = pending {
                line.append(between)
                count += 1
            }
            pending = nil
            line.append(scalar)
            count += 1
        }
        return (String(line), false)
    }

    /// Something foreign in quotes, short enough for a message.
    static func shown(_ text: String) -> String {
        "\"" + line(text, limit: 40).line + "\""
    }

    private static func cut(_ line: String.UnicodeScalarView, _ count: Int, _ limit: Int) -> String
    {
        var line = line
        if count == limit, count > 0 { line.removeLast() }
        if let last = line.last, last == " " || isJoiner(last) { line.removeLast() }
        if limit > 0 { line.append("…") }
        return String(line)
    }

    static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        // Looking properties up is slow.
        scalar.isASCII
            ? scalar == " " || (0x09...0x0D).contains(scalar.value)
            : scalar.properties.isWhitespace
    }

    static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{200C}" || scalar == "\u{200D}"
    }

    static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        if isJoiner(scalar) { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator:
            return true
        default:
            // What a later Unicode may assign stays: the answer is not to change with the library.
            return scalar.properties.isNoncharacterCodePoint
        }
    }
}
