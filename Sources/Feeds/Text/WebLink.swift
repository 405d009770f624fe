/// What may stand as the link of a story.
enum WebLink {
    /// The address, where it is absolute, of `http` or `https`, names a host and nobody's password, and
    /// holds nothing that could end or reorder the text around it; otherwise `nil`.
    static func address(_ text: String, limit: Int) -> String? {
        let trimmed = trimmed(text)
        guard trimmed.utf8.count <= limit, let host = afterScheme(trimmed) else { return nil }
        guard !trimmed.unicodeScalars.contains(where: isUnsafe) else { return nil }
        let authority = host.unicodeScalars.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let first = authority.first, !authority.contains("@"),
            first == "[" || !first.isASCII || Character(first).isLetter || Character(first).isNumber
        else { return nil }
        return String(trimmed)
    }

    private static func trimmed(_ text: String) -> Substring {
        let start = text.unicodeScalars.drop(while: PlainText.isSpace)
        guard let last = start.lastIndex(where: { !PlainText.isSpace($0) }) else { return "" }
        return Substring(start[...last])
    }

    private static func afterScheme(_ text: Substring) -> Substring? {
        for scheme in ["https://", "http://"]
        where text.prefix(scheme.count).lowercased() == scheme {
            return text.dropFirst(scheme.count)
        }
        return nil
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "<", ">", "\"", "\\", "`", "\u{FFFD}": true
        default:
            PlainText.isSpace(scalar) || PlainText.isUnseen(scalar) || PlainText.isJoiner(scalar)
        }
    }
}
